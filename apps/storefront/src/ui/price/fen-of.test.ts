import { fenOf } from './fen-of'

test.each([
  ['', null],
  ['  ', null],
  ['¥', null],
  ['0', 0],
  ['9.9', 990],
  ['9.', 900],
  ['0.05', 5],
  ['19.99', 1_999],
  ['128888', 12_888_800],
  ['¥1,299', 129_900],
  ['１２８．５０', 12_850],
  ['1.999', undefined],
  ['-5', undefined],
  ['1e3', undefined],
  ['一百', undefined],
  ['.', undefined],
  ['9999999999', undefined],
])('%j is %p fen', (typed, fen) => {
  expect(fenOf(typed)).toBe(fen)
})
