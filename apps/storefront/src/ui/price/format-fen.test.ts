import { formatFen, priceText } from './format-fen'

test.each([
  [0, '¥0', '¥0.00'],
  [1, '¥0.01', '¥0.01'],
  [10, '¥0.1', '¥0.10'],
  [990, '¥9.9', '¥9.90'],
  [9_900, '¥99', '¥99.00'],
  [100_000, '¥1,000', '¥1,000.00'],
  [12_888_800, '¥128,888', '¥128,888.00'],
  [123_456_789, '¥1,234,567.89', '¥1,234,567.89'],
  [-1_000, '-¥10', '-¥10.00'],
  [-5, '-¥0.05', '-¥0.05'],
])('%i fen reads %s in a list and %s in a total', (fen, inList, inTotal) => {
  expect(priceText(fen)).toBe(inList)
  expect(priceText(fen, true)).toBe(inTotal)
})

test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%p is not money', (fen) => {
  expect(() => formatFen(fen)).toThrow(RangeError)
})
