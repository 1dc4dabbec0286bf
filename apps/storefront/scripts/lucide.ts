import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** A lucide icon as one compact SVG: 1.75 px stroke on a 24 px grid, in `color`, with `padding` grid px around it. */
export async function lucideSvg(name: string, { color = '#000', fill = 'none', padding = 0, strokeWidth = 1.75 } = {}) {
  const source = await readFile(require.resolve(`lucide-static/icons/${name}.svg`), 'utf8')
  const shapes = source
    .replace(/^[\s\S]*?<svg[\s\S]*?>/, '')
    .replace('</svg>', '')
    .replace(/\s+/g, ' ')
    .replaceAll('> <', '><')
    .replaceAll(' />', '/>')
    .trim()
  const side = 24 + 2 * padding
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="${-padding} ${-padding} ${side} ${side}" fill="${fill}" stroke="${color}" stroke-width="${strokeWidth}" stroke-linecap="round" stroke-linejoin="round">${shapes}</svg>`
}
