import { missingForFreeShipping } from './free-shipping'

test.each([
  [128_00, 199_00, 71_00],
  [199_00, 199_00, 0],
  [399_00, 199_00, 0],
  [128_00, null, null],
])('%i with free delivery from %p: %p missing', (subtotal, freeShippingFrom, missing) =>
  expect(missingForFreeShipping({ subtotal, freeShippingFrom })).toBe(missing),
)
