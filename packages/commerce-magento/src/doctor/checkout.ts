import {
  AddToTillDocument,
  DoctorCartDocument,
  DoctorShipDocument,
  ProductListDocument,
  StoreConfigDocument,
} from '../operations/documents'
import { ADDRESS_FOR_QUESTIONS } from './address'
import { type Surgery, wordsOf } from './asking'
import { type Finding, fail, ok, warn } from './finding'

/** Shipping and payment, as a guest's cart to Shanghai is offered them. */
export async function checkCheckout(surgery: Surgery): Promise<Finding[]> {
  const unseen = (why: string): Finding[] => [
    warn(
      'checkout',
      `Payment and shipping could not be looked at: ${why}.`,
      'Place one order in the Mini Program instead.',
    ),
  ]
  const root = (await surgery.ask(StoreConfigDocument)).data?.storeConfig
  const guests: Finding = root?.is_guest_checkout_enabled
    ? ok('guests', 'Guest checkout is on. We do not need it: our shoppers are customers.')
    : ok('guests', 'Guest checkout is off. We do not need it: our shoppers are customers.')
  if (!root?.is_guest_checkout_enabled) return [guests, ...unseen('guest checkout is off')]
  const filter = { category_uid: { eq: root.root_category_uid } }
  const goods = (await surgery.ask(ProductListDocument, { filter, size: 50, page: 1 })).data?.products?.items
  const simple = (goods ?? []).find(
    (item: { __typename: string; stock_status: string }) =>
      item.__typename === 'SimpleProduct' && item.stock_status === 'IN_STOCK',
  )
  if (!simple) return [guests, ...unseen('there is no simple product in stock')]
  const cart = (await surgery.ask(DoctorCartDocument)).data?.createGuestCart?.cart?.id
  const items = [{ sku: simple.sku, quantity: 1 }]
  const added = await surgery.ask(AddToTillDocument, { cart, items })
  if (!added.data?.addProductsToCart?.cart?.itemsV2?.items?.length) return [guests, ...unseen(wordsOf(added))]
  const shipped = await surgery.ask(DoctorShipDocument, { cart, address: ADDRESS_FOR_QUESTIONS })
  const there = shipped.data?.setShippingAddressesOnCart?.cart
  if (!there) {
    const change = 'Allow China as a destination, and look at the message.'
    return [guests, fail('shipping', `An address in Shanghai is refused: ${wordsOf(shipped)}`, change)]
  }
  return [guests, shippingOf(there), paymentOf(there, surgery.options.paymentMethod)]
}

interface Offered {
  available_payment_methods?: ({ code: string } | null)[] | null
  shipping_addresses?: {
    available_shipping_methods?: { carrier_code: string; method_code: string | null; available: boolean }[]
  }[]
}

function shippingOf({ shipping_addresses }: Offered): Finding {
  const methods = (shipping_addresses?.[0]?.available_shipping_methods ?? []).filter(
    ({ available, carrier_code }) => available && carrier_code !== 'instore',
  )
  const names = methods.map(({ carrier_code, method_code }) => `${carrier_code}_${method_code}`)
  return names.length > 0
    ? ok('shipping', `To Shanghai: ${names.join(', ')}. The cheapest is taken, unless the rules prefer another.`)
    : fail('shipping', 'Nothing is sent to Shanghai.', 'Enable a shipping method for China (Sales › Delivery Methods).')
}

function paymentOf({ available_payment_methods }: Offered, wanted: string | undefined): Finding {
  const codes = (available_payment_methods ?? []).flatMap((method) => method?.code ?? [])
  if (wanted === undefined) {
    const change = 'Name the one that stands for WeChat Pay as MAGENTO_PAYMENT_METHOD.'
    return warn('payment', `Offered: ${codes.join(', ') || 'nothing'}.`, change)
  }
  if (codes.includes(wanted)) return ok('payment', `${wanted} is offered.`)
  const change = `Enable ${wanted} for China and CNY (Sales › Payment Methods), titled 微信支付. Offered: ${codes.join(', ') || 'nothing'}.`
  return fail('payment', `${wanted} is not offered: no order could be placed.`, change)
}
