import type { Palette } from '../src/ui/tokens/palette'

/** Of text against what lies behind it: WCAG 2.1, 1.4.3, level AA for text of any size. */
export const LEAST = 4.5

type Colour = keyof Palette
const GROUNDS: readonly Colour[] = ['canvas', 'surface', 'raised']

/** Which text stands on which ground somewhere in the shop. A stylesheet that makes a new pair adds it here. */
export const PAIRS: readonly [text: Colour, ground: Colour][] = [
  ...(['ink', 'ink-2', 'ink-3', 'accent', 'good', 'warn'] as const).flatMap((text) =>
    GROUNDS.map((ground): [Colour, Colour] => [text, ground]),
  ),
  ['accent', 'accent-soft'],
  ['ink', 'accent-soft'],
  ['on-accent', 'accent'],
  ['surface', 'good'],
  ['ink-2', 'hairline'],
  ['canvas', 'ink'],
]

const linear = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** 1 (the same) to 21 (black on white). @param one six-digit hex, as `other` */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((some, more) => some - more)
  return (light + 0.05) / (dark + 0.05)
}

const HEX = /^#[0-9a-f]{6}$/i

/** What is wrong with the colours of a theme, a line each, in words for who edits `config/brand`. */
export function unreadable(theme: 'light' | 'dark', palette: Palette): string[] {
  const used = [...new Set(PAIRS.flat())]
  const odd = used.filter((name) => !HEX.test(palette[name]))
  if (odd.length > 0) return odd.map((name) => `${theme}: ${name} is ${palette[name]}, not a six-digit hex colour`)
  return PAIRS.flatMap(([text, ground]) => {
    // Two figures behind the point, cut off: 4.499 is not 4.5.
    const found = Math.floor(contrast(palette[text], palette[ground]) * 100) / 100
    if (found >= LEAST) return []
    return `${theme}: ${text} ${palette[text]} on ${ground} ${palette[ground]} has a contrast of ${found}, and needs ${LEAST}`
  })
}

/** @throws where text could not be read: a build that nobody should upload */
export function assertReadable(palettes: { light: Palette; dark: Palette }): void {
  const wrong = [...unreadable('light', palettes.light), ...unreadable('dark', palettes.dark)]
  if (wrong.length === 0) return
  throw new Error(`Some text could not be read. Change the colours in config/brand/brand.ts:\n${wrong.join('\n')}`)
}
