import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assertReadable, contrast, PAIRS, unreadable } from '../../../config/contrast'
import { dark, light } from './palette'

test.each([
  ['#000000', '#FFFFFF', 21],
  ['#FFFFFF', '#FFFFFF', 1],
  ['#777777', '#FFFFFF', 4.48],
  ['#B93A26', '#FFFFFF', 5.68],
])('%s on %s is %d', (one, other, expected) => {
  expect(contrast(one, other)).toBeCloseTo(expected, 2)
  expect(contrast(other, one)).toBeCloseTo(expected, 2)
})

test.each([
  ['light', light],
  ['dark', dark],
] as const)('every text of the %s theme can be read on every ground it stands on', (theme, palette) => {
  expect(unreadable(theme, palette)).toEqual([])
})

test('a brand whose colours are too weak is told which, in what theme, and where to change them', () => {
  const pale = { ...light, accent: '#F2A79B' }
  expect(() => assertReadable({ light: pale, dark })).toThrow('config/brand/brand.ts')
  const told = unreadable('light', pale)
  expect(told).toContain('light: on-accent #FFFFFF on accent #F2A79B has a contrast of 1.94, and needs 4.5')
  expect(told.every((line) => line.includes('#F2A79B'))).toBe(true)
})

test.each(['red', '#FFF', 'rgb(1, 2, 3)', ''])('the colour %p is none', (accent) => {
  expect(unreadable('dark', { ...dark, accent })).toEqual([`dark: accent is ${accent}, not a six-digit hex colour`])
})

/** Rules of every stylesheet that set both: the text and what is behind it. */
function pairsInStyles(): string[][] {
  const root = join(__dirname, '../..')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.scss'))
  return files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\{([^{}]*)\}/g)].flatMap(([, rule = '']) => {
      const text = /(?:^|[;\s])color:\s*var\(--x-([\w-]+)\)/.exec(rule)?.[1]
      const ground = /background:\s*var\(--x-([\w-]+)\)/.exec(rule)?.[1]
      return text && ground ? [[text, ground]] : []
    }),
  )
}

test('a pair that a stylesheet names is among those that are measured', () => {
  const styled = pairsInStyles()
  expect(styled.length).toBeGreaterThan(10)
  // A photograph's own, white on its scrim or the other way round: checked below.
  const measured = styled.filter((pair) => !pair.includes('on-picture'))
  expect(PAIRS.map(String)).toEqual(expect.arrayContaining(measured.map(String)))
})

test('words on a photograph can be read on the whitest one', () => {
  const [red = 0, green = 0, blue = 0, cover = 0] = light.scrim.match(/[\d.]+/g)?.map(Number) ?? []
  const over = [red, green, blue].map((channel) => Math.round(channel * cover + 255 * (1 - cover)))
  const ground = `#${over.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
  expect(contrast(light['on-picture'], ground)).toBeGreaterThanOrEqual(4.5)
})
