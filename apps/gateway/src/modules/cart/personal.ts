import type { CommerceBackend } from '@xiaopu/commerce'
import type { PersonalPart } from '../account/personal-part'

export const cartPart = ({ carts }: Pick<CommerceBackend, 'carts'>): PersonalPart => ({
  name: 'cart',
  tables: ['deselected_cart_lines', 'pickup_cart_lines', 'cart_line_prices'],
  withAccount: 'goes',
  async show(context) {
    const { lines } = await carts.get(context)
    return lines.map(({ skuId, name, options, quantity }) => ({ skuId, name, options, quantity }))
  },
})
