/** Draws the tab bar's pictures (81 × 81 PNG, both themes, plain and selected) from lucide, in the brand's colours. */
import { mkdir, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import sharp from 'sharp'
import { dark, light } from '../src/ui/tokens/palette'
import { lucideSvg } from './lucide'

const TABS = { home: 'house', category: 'layout-grid', cart: 'shopping-bag', profile: 'user-round' } as const
const SIZE = 81
/** WeChat refuses 40 kB; ours are held well below, they are in every start-up. */
const MOST_BYTES = 10_000

const folder = resolve(import.meta.dirname, '../src/assets/tab')
await mkdir(folder, { recursive: true })

for (const [tab, icon] of Object.entries(TABS))
  for (const [theme, palette] of Object.entries({ light, dark }))
    for (const selected of [false, true]) {
      const color = selected ? palette.accent : palette['ink-3']
      const file = resolve(folder, `${tab}-${theme}${selected ? '-selected' : ''}.png`)
      // The tint is a layer of its own below the lines: a shape drawn last would paint over the lines inside it.
      const lines = Buffer.from(await lucideSvg(icon, { color, padding: 3 }))
      const tint = Buffer.from(
        await lucideSvg(icon, {
          color: selected ? palette['accent-soft'] : 'none',
          fill: selected ? palette['accent-soft'] : 'none',
          padding: 3,
        }),
      )
      const [below, above] = await Promise.all(
        [tint, lines].map((svg) => sharp(svg, { density: 600 }).resize(SIZE, SIZE).png().toBuffer()),
      )
      await sharp(below)
        .composite([{ input: above }])
        .png({ compressionLevel: 9, palette: true })
        .toFile(file)
      if ((await stat(file)).size > MOST_BYTES) throw new Error(`${file} is larger than ${MOST_BYTES} bytes`)
    }
