import { amountsOf, type TillView } from './view'

const yuan = (value: number) => ({ value, currency: 'CNY' as const })
/** A till of 200 yuan of goods, sent for 12. */
const till = (total: number, discounts: { applied_to: 'ITEM' | 'SHIPPING'; amount: number }[]) =>
  ({
    prices: {
      grand_total: yuan(total),
      discounts: discounts.map(({ applied_to, amount }) => ({
        label: '',
        applied_to,
        amount: yuan(amount),
        coupon: null,
      })),
    },
    shipping_addresses: [{ selected_shipping_method: { price_incl_tax: yuan(12) } }],
  }) as unknown as TillView

test.each([
  ['no discount', till(212, []), { goods: 200_00, discount: 0, shipping: 12_00, total: 212_00 }],
  [
    'goods',
    till(182, [{ applied_to: 'ITEM', amount: 30 }]),
    { goods: 200_00, discount: 30_00, shipping: 12_00, total: 182_00 },
  ],
  [
    'goods and their shipping',
    till(176, [
      { applied_to: 'ITEM', amount: 30 },
      { applied_to: 'SHIPPING', amount: 6 },
    ]),
    { goods: 200_00, discount: 30_00, shipping: 6_00, total: 176_00 },
  ],
])('a rule’s discount is of the goods, and makes shipping cheaper: %s', (_, view, amounts) => {
  expect(amountsOf(view)).toEqual(amounts)
})
