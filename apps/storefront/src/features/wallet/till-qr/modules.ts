import { codewordsOf } from './codewords'
import { MASKS, penaltyOf } from './masks'

/** Version 1 has so many modules a side. */
const SIDE = 21
/** As the format writes it; the mask's three bits follow. */
const LEVEL_M = 0b00

/** Rows of a QR code, true where it is dark; without the quiet zone. */
export function modulesOf(digits: string): boolean[][] {
  const codewords = codewordsOf(digits)
  const codes = MASKS.map((_, mask) => drawCode(codewords, mask))
  const penalties = codes.map(penaltyOf)
  return codes[penalties.indexOf(Math.min(...penalties))]!
}

function drawCode(codewords: readonly number[], mask: number): boolean[][] {
  const drawn: (boolean | undefined)[][] = Array.from({ length: SIDE }, () => new Array(SIDE).fill(undefined))
  const draw = (x: number, y: number, dark: boolean) => {
    if (x >= 0 && y >= 0 && x < SIDE && y < SIDE) drawn[y]![x] = dark
  }
  for (let at = 0; at < SIDE; at++) {
    draw(6, at, at % 2 === 0)
    draw(at, 6, at % 2 === 0)
  }
  for (const [x, y] of [
    [3, 3],
    [SIDE - 4, 3],
    [3, SIDE - 4],
  ] as const)
    drawFinder(draw, x, y)
  drawFormat(draw, mask)

  const turned = MASKS[mask]!
  freeModules(drawn).forEach(([x, y], at) => {
    const bit = ((codewords[at >> 3] ?? 0) >> (7 - (at & 7))) & 1
    draw(x, y, (bit === 1) !== turned(x, y))
  })
  return drawn.map((row) => row.map(Boolean))
}

type Draw = (x: number, y: number, dark: boolean) => void

/** One of the three eyes, with the light frame around it. */
function drawFinder(draw: Draw, centreX: number, centreY: number) {
  for (let dy = -4; dy <= 4; dy++)
    for (let dx = -4; dx <= 4; dx++) {
      const ring = Math.max(Math.abs(dx), Math.abs(dy))
      draw(centreX + dx, centreY + dy, ring !== 2 && ring !== 4)
    }
}

/** Which level and mask it is: fifteen bits, written twice. */
function drawFormat(draw: Draw, mask: number) {
  const format = (LEVEL_M << 3) | mask
  let remainder = format
  for (let step = 0; step < 10; step++) remainder = (remainder << 1) ^ ((remainder >> 9) * 0x537)
  const bits = ((format << 10) | remainder) ^ 0x5412
  const bit = (at: number) => ((bits >> at) & 1) === 1
  for (let at = 0; at < 15; at++) {
    if (at < 6) draw(8, at, bit(at))
    else if (at < 8) draw(8, at + 1, bit(at))
    else if (at === 8) draw(7, 8, bit(at))
    else draw(14 - at, 8, bit(at))
    if (at < 8) draw(SIDE - 1 - at, 8, bit(at))
    else draw(8, SIDE - 15 + at, bit(at))
  }
  draw(8, SIDE - 8, true)
}

/** Where the codewords go, in their order: two columns at a time, up and down, from the right. */
function freeModules(drawn: readonly (readonly (boolean | undefined)[])[]): [x: number, y: number][] {
  const free: [number, number][] = []
  let up = true
  for (let right = SIDE - 1; right >= 1; right -= 2) {
    if (right === 6) right--
    for (let step = 0; step < SIDE; step++) {
      const y = up ? SIDE - 1 - step : step
      for (const x of [right, right - 1]) if (drawn[y]![x] === undefined) free.push([x, y])
    }
    up = !up
  }
  return free
}
