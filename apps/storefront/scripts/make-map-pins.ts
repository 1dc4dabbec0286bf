/** Draws the pins of the stores' map (both themes, plain and chosen, and a group of several) in the brand's colours: three px for each that is shown. */
import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import sharp from 'sharp'
import { dark, light } from '../src/ui/tokens/palette'

const folder = resolve(import.meta.dirname, '../src/assets/pins')
await mkdir(folder, { recursive: true })

const pin = (fill: string, dot: string, edge: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="84" height="108" viewBox="0 0 28 36"><path d="M14 1.5a12 12 0 0 0-12 12c0 8.2 9.2 17.6 11.2 19.6a1.1 1.1 0 0 0 1.6 0C16.800 31.100 26 21.700 26 13.500a12 12 0 0 0-12-12z" fill="${fill}" stroke="${edge}" stroke-width="2"/><circle cx="14" cy="13.500" r="4.500" fill="${dot}"/></svg>`
const group = (fill: string, edge: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="120" viewBox="0 0 40 40"><circle cx="20" cy="20" r="18" fill="${fill}" stroke="${edge}" stroke-width="2.500"/></svg>`

for (const [theme, palette] of Object.entries({ light, dark })) {
  const drawn = {
    pin: pin(palette['ink-2'], palette.surface, palette.surface),
    'pin-chosen': pin(palette.accent, palette['on-accent'], palette.surface),
    group: group(palette.accent, palette.surface),
  }
  for (const [name, svg] of Object.entries(drawn))
    await sharp(Buffer.from(svg))
      .png({ compressionLevel: 9, palette: true })
      .toFile(resolve(folder, `${name}-${theme}.png`))
}
