import type { Magento } from '../magento'
import { type Cents, toCents } from '../money'
import type { Cart } from '../state/state'
import { isVirtual } from './carts'
import { pricePerPiece } from './line-prices'

export interface ShippingMethod {
  carrier: string
  carrierTitle: string
  method: string | null
  methodTitle: string
  price: Cents
  available: boolean
  error: string | null
}

const TITLES = {
  flatrate: ['Flat Rate', 'Fixed'],
  freeshipping: ['Free Shipping', 'Free'],
  instore: ['In-Store Pickup Delivery', 'In-Store Pickup Delivery'],
} as const

export function shippingPrice({ settings }: Magento, carrier: string): Cents {
  return carrier === 'flatrate' ? toCents(settings.flatRate) : 0
}

/** What the cart could be shipped by to a country. Pickup is offered where the merchant has pickup locations. */
export function shippingMethods(magento: Magento, cart: Cart, country: string): ShippingMethod[] {
  if (isVirtual(magento, cart) || cart.items.length === 0) return []
  const { freeShippingFrom } = magento.settings
  const subtotal = cart.items.reduce((sum, item) => sum + pricePerPiece(magento, item).price * item.quantity, 0)
  const free = freeShippingFrom !== null && subtotal >= toCents(freeShippingFrom)
  const pickup = (magento.catalogue.fixture.pickupLocations ?? []).length > 0
  const carriers: (keyof typeof TITLES)[] = [
    'flatrate',
    ...(free ? (['freeshipping'] as const) : []),
    ...(pickup ? (['instore'] as const) : []),
  ]
  return carriers.map((carrier) => {
    const unavailable = country !== 'CN'
    return {
      carrier,
      carrierTitle: TITLES[carrier][0],
      // A method that cannot be had has no code.
      method: unavailable ? null : carrier === 'instore' ? 'pickup' : carrier,
      methodTitle: TITLES[carrier][1],
      price: shippingPrice(magento, carrier),
      available: !unavailable,
      error: unavailable
        ? 'This shipping method is not available. To use this shipping method, please contact us.'
        : null,
    }
  })
}
