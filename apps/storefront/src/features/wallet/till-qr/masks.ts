/** The eight patterns of ISO/IEC 18004 that a code's data may be turned over with, by their number. */
export const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

/** What may be taken for an eye: 1:1:3:1:1 with light beside it. */
const EYES = /(?=10111010000|00001011101)/g

/** How hard a code is to read, by the standard's four rules: the mask with the least is used. */
export function penaltyOf(rows: readonly (readonly boolean[])[]): number {
  const lines = [...rows, ...rows.map((_, x) => rows.map((row) => row[x]!))].map((line) =>
    line.map((dark) => (dark ? '1' : '0')).join(''),
  )
  let penalty = 0
  for (const line of lines) {
    for (const run of line.match(/1{5,}|0{5,}/g) ?? []) penalty += run.length - 2
    penalty += 40 * (line.match(EYES)?.length ?? 0)
  }
  for (let y = 1; y < rows.length; y++)
    for (let x = 1; x < rows.length; x++) {
      const dark = rows[y]![x]
      if (rows[y - 1]![x] === dark && rows[y]![x - 1] === dark && rows[y - 1]![x - 1] === dark) penalty += 3
    }
  const share = rows.flat().filter(Boolean).length / rows.length ** 2
  return penalty + 10 * Math.floor(Math.abs(share - 0.5) / 0.05)
}
