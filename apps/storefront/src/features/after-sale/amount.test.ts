import { amountProblem, yuanTyped } from './amount'

test.each([
  ['429', null],
  ['429.00', null],
  ['¥４２９', null],
  ['0.01', null],
  ['429.01', 'too_much'],
  ['99999999', 'too_much'],
  ['0', 'nothing'],
  ['0.00', 'nothing'],
  ['', 'missing'],
  [' ', 'missing'],
  ['1.999', 'wrong'],
  ['-5', 'wrong'],
  ['全部', 'wrong'],
  ['1e2', 'wrong'],
])('of 429 yuan, %j back: %p', (typed, problem) => {
  expect(amountProblem(typed, 429_00)).toBe(problem)
})

// 0.1 + 0.2, and others a float would lose a fen of.
test.each([1, 10, 30, 1_999, 113_90, 4_350_00, 12_888_800, 99_999_999_999])(
  '%i fen written out are all of %i fen',
  (fen) => {
    expect(amountProblem(yuanTyped(fen), fen)).toBeNull()
    expect(amountProblem(yuanTyped(fen), fen - 1)).toBe('too_much')
  },
)
