import { countOf, tabOf } from './order-tabs'

test.each([
  ['paid', 'paid'],
  ['review', 'review'],
  ['cancelled', 'all'],
  ['; drop', 'all'],
  [undefined, 'all'],
])('a link to %p opens %s', (status, tab) => expect(tabOf(status)).toBe(tab))

test('全部 carries no number', () => {
  const counts = { pending_payment: 1, paid: 2, shipped: 3, completed: 4, review: 5, afterSales: 0 }
  expect([countOf('all', counts), countOf('paid', counts), countOf('paid', undefined)]).toEqual([
    undefined,
    2,
    undefined,
  ])
})
