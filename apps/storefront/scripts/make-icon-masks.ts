/** Writes src/ui/icon/icon-masks.scss: one CSS mask per icon listed in src/ui/icon/icons.ts, drawn from lucide. */
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { FULL, ICONS } from '../src/ui/icon/icons'
import { lucideSvg } from './lucide'

/** Percent-encodes only what a CSS url() cannot hold: shorter than base64, and readable in a diff. */
const dataUri = (svg: string) =>
  `data:image/svg+xml,${svg
    .replaceAll('"', "'")
    .replaceAll('%', '%25')
    .replaceAll('#', '%23')
    .replaceAll('<', '%3C')
    .replaceAll('>', '%3E')}`

const rules = await Promise.all(
  ICONS.map(async (icon) => {
    const svg = await lucideSvg(icon.replace(/-full$/, ''), { fill: FULL.has(icon) ? '#000' : 'none' })
    return `.x-icon--${icon} { -webkit-mask-image: url("${dataUri(svg)}"); }`
  }),
)
const file = resolve(import.meta.dirname, '../src/ui/icon/icon-masks.scss')
await writeFile(
  file,
  `/* Written by scripts/make-icon-masks.ts from lucide (ISC licence). Do not edit. */\n${rules.join('\n')}\n`,
)
