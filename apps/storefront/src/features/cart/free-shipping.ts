/** How far the cart is from free delivery: null where the shop has none, 0 when it is reached; fen. */
export const missingForFreeShipping = ({
  subtotal,
  freeShippingFrom,
}: {
  subtotal: number
  freeShippingFrom: number | null
}) => (freeShippingFrom === null ? null : Math.max(freeShippingFrom - subtotal, 0))
