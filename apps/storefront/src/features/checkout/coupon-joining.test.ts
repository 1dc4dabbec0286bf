import { areChosen, codesWith, joinRefusal } from './coupon-joining'

const chosen = (stackable: boolean[], couponLimit = 5) => ({
  couponLimit,
  coupons: stackable.map((one, index) => ({ code: `C${index}`, name: '券', discount: 1, stackable: one })),
})

test.each<[string, boolean, boolean[], number, ReturnType<typeof joinRefusal>]>([
  ['one that is used alone, beside none', false, [], 5, null],
  ['one that may be combined, beside another such', true, [true], 5, null],
  ['one that may, beside one that is used alone', true, [false], 5, 'not_stackable'],
  ['one that is used alone, beside one that may', false, [true], 5, 'not_stackable'],
  ['a sixth', true, [true, true, true, true, true], 5, 'too_many'],
  ['one used alone, beside five', false, [true, true, true, true, true], 5, 'not_stackable'],
  ['any, where an order has one: it takes its place', false, [false], 1, null],
])('%s', (_, stackable, others, limit, reason) => {
  expect(joinRefusal(stackable, chosen(others, limit))).toBe(reason)
})

test('one more is beside the others, or in the place of the only one; the same one is not there twice', () => {
  expect(codesWith('new', chosen([true, true]))).toEqual(['C0', 'C1', 'new'])
  expect(codesWith('c0', chosen([true, true]))).toEqual(['C1', 'c0'])
  expect(codesWith('new', chosen([false], 1))).toEqual(['new'])
})

test('the best are chosen when they are, and nothing else is', () => {
  expect(areChosen(['c1', 'C0'], chosen([true, true]))).toBe(true)
  expect([areChosen(['C0'], chosen([true, true])), areChosen(['C0', 'C2'], chosen([true, true]))]).toEqual([
    false,
    false,
  ])
})
