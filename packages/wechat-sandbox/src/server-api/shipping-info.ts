import { pushSent } from '../notify/settlement'
import type { PayOrder, ShippingRecord } from '../state/records'
import type { World } from '../world'
import { ServerApiError } from './errors'
import { CARRIER_IDS } from './express'

type Body = Record<string, unknown>

const EXPRESS = 1
const SPLIT = 2
/** Of one order, all uploads together. */
const MOST_PARCELS = 15
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(?:Z|[+-]\d\d:\d\d)$/

/**
 * `upload_shipping_info`: what was sent of a payment that was made, told once, completed once, and told anew once. Numbers of refusals
 * beyond 47001 and 10060001 are the ones WeChat's page lists; which of two wins where several apply is ours.
 */
export function uploadShippingInfo(world: World, body: Body): Body {
  const order = keyedOrder(world, objectIn(body, 'order_key'))
  if (objectIn(body, 'payer').openid !== order.openid) throw new ServerApiError(10060031, 'order not belong to openid')
  if (!Array.isArray(body.shipping_list)) throw new ServerApiError(47001, 'data format error: shipping_list')
  const logisticsType = Number(body.logistics_type)
  if (![1, 2, 3, 4].includes(logisticsType)) throw new ServerApiError(10060005, 'invalid logistics_type')
  const deliveryMode = Number(body.delivery_mode)
  if (deliveryMode !== 1 && deliveryMode !== SPLIT) throw new ServerApiError(268485224, 'invalid delivery_mode')
  if (deliveryMode === SPLIT && logisticsType !== EXPRESS) throw new ServerApiError(10060006, 'split needs express')
  if (deliveryMode === SPLIT && typeof body.is_all_delivered !== 'boolean')
    throw new ServerApiError(10060007, 'is_all_delivered is required')
  const parcels = parcelsOf(body.shipping_list, logisticsType)
  if (deliveryMode === 1 && parcels.length !== 1) throw new ServerApiError(268485228, 'one parcel in this mode')
  const allDelivered = deliveryMode === 1 || body.is_all_delivered === true
  const uploadTime = timeOf(body.upload_time)
  if (stateOf(world, order) === 5) throw new ServerApiError(10060004, 'order is not to be shipped')
  if (order.shipping) checkAgain(order.shipping, { parcels, allDelivered, uploadTime })

  const before = order.shipping
  // Told anew after it was complete: from the beginning. Otherwise a parcel joins those told of before.
  const kept = before && before.finishedCount === 0 ? before.parcels.filter((old) => !parcels.some(same(old))) : []
  if (kept.length + parcels.length > MOST_PARCELS) throw new ServerApiError(10060024, 'too many parcels')
  order.shipping = {
    logisticsType,
    deliveryMode,
    uploadTime,
    parcels: [...kept, ...parcels],
    finishedCount: (before?.finishedCount ?? 0) + (allDelivered ? 1 : 0),
    uploads: [
      ...(before?.uploads ?? []),
      { at: world.clock.now(), logisticsType, deliveryMode, allDelivered, parcels },
    ],
  }
  world.ledger.save()
  if (allDelivered) pushSent(world, order)
  return { errcode: 0, errmsg: 'ok' }
}

/** `get_order`: a payment with how it was sent and whether the shopper has it. */
export function shippingOrder(world: World, body: Body): Body {
  const order = paidOrder(world, body.transaction_id, body.merchant_id, body.merchant_trade_no)
  const { shipping } = order
  return {
    errcode: 0,
    errmsg: 'ok',
    order: {
      transaction_id: order.transactionId,
      merchant_id: order.mchid,
      merchant_trade_no: order.outTradeNo,
      description: order.description,
      paid_amount: order.total,
      openid: order.openid,
      trade_create_time: Math.floor(order.createdAt / 1000),
      pay_time: Math.floor((order.paidAt ?? 0) / 1000),
      order_state: stateOf(world, order),
      in_complaint: false,
      shipping: {
        delivery_mode: shipping?.deliveryMode ?? 0,
        logistics_type: shipping?.logisticsType ?? 0,
        finish_shipping: (shipping?.finishedCount ?? 0) > 0,
        finish_shipping_count: shipping?.finishedCount ?? 0,
        goods_desc: shipping?.parcels.map(({ item_desc }) => item_desc).join('; ') ?? '',
        shipping_list: shipping?.parcels ?? [],
      },
    },
  }
}

export function isTradeManaged(world: World, body: Body): Body {
  if (body.appid !== world.options.appid) throw new ServerApiError(40013)
  return { errcode: 0, errmsg: 'ok', is_trade_managed: world.options.tradeManaged ?? true }
}

/** 1 to ship, 2 shipped, 3 confirmed, 5 refunded: all of it, a part does not count. */
export function stateOf({ ledger }: World, { outTradeNo, total, shipping }: PayOrder): 1 | 2 | 3 | 5 {
  const refunds = ledger.refundsOf(outTradeNo).filter(({ status }) => status !== 'CLOSED')
  if (refunds.reduce((sum, { refund }) => sum + refund, 0) >= total) return 5
  if (shipping?.confirmedAt !== undefined) return 3
  return shipping && shipping.finishedCount > 0 ? 2 : 1
}

/** A payment by WeChat's number, or by the merchant's own. @throws ServerApiError 10060001: there is none that was paid */
export function paidOrder(world: World, transactionId: unknown, mchid: unknown, outTradeNo: unknown): PayOrder {
  const { ledger } = world
  const found = transactionId
    ? ledger.orderOfTransaction(String(transactionId))
    : [...ledger.orders.values()].find((order) => order.mchid === mchid && order.outTradeNo === outTradeNo)
  if (!found?.transactionId) throw new ServerApiError(10060001, 'payment order not exist')
  return found
}

function keyedOrder(world: World, key: Body): PayOrder {
  if (key.order_number_type === 2) {
    if (!key.transaction_id) throw new ServerApiError(268485195, 'transaction_id is required')
    return paidOrder(world, key.transaction_id, undefined, undefined)
  }
  if (key.order_number_type !== 1) throw new ServerApiError(268485194, 'invalid order_number_type')
  if (!key.mchid) throw new ServerApiError(268485196, 'mchid is required')
  if (!key.out_trade_no) throw new ServerApiError(268485197, 'out_trade_no is required')
  return paidOrder(world, undefined, key.mchid, key.out_trade_no)
}

function checkAgain(before: ShippingRecord, now: { parcels: Body[]; allDelivered: boolean; uploadTime: number }): void {
  if (before.confirmedAt !== undefined) throw new ServerApiError(10060002, 'order is received already')
  const isKnown = now.parcels.every((parcel) => before.parcels.some(same(parcel)))
  if (isKnown && now.allDelivered === before.finishedCount > 0)
    throw new ServerApiError(10060023, 'nothing has changed')
  if (before.finishedCount >= 2) throw new ServerApiError(10060003, 'the one re-shipment was used')
  if (now.uploadTime <= before.uploadTime) throw new ServerApiError(268485216, 'upload_time is not later than before')
}

const same = (one: Body) => (other: Body) =>
  one.tracking_no === other.tracking_no && one.express_company === other.express_company

function parcelsOf(list: unknown[], logisticsType: number): Body[] {
  if (list.length === 0 || list.length > MOST_PARCELS) throw new ServerApiError(10060024, 'shipping_list: 1 to 15')
  return list.map((one) => {
    const parcel = one as Body
    if (typeof parcel.item_desc !== 'string' || parcel.item_desc === '')
      throw new ServerApiError(10060008, 'item_desc is required')
    if ([...parcel.item_desc].length > 120) throw new ServerApiError(10060009, 'item_desc is too long')
    if (logisticsType !== EXPRESS) return parcel
    if (typeof parcel.tracking_no !== 'string' || parcel.tracking_no === '')
      throw new ServerApiError(10060014, 'tracking_no is required')
    if (!CARRIER_IDS.includes(String(parcel.express_company)))
      throw new ServerApiError(10060014, 'invalid express_company')
    if (parcel.express_company === 'SF') checkContact(parcel.contact)
    return parcel
  })
}

/** 顺丰 wants one of the two telephone numbers, and WeChat takes none in full. */
function checkContact(contact: unknown): void {
  const { consignor_contact: from, receiver_contact: to } = (contact ?? {}) as Body
  const given = [from, to].filter((number) => number !== undefined)
  if (given.length === 0) throw new ServerApiError(10060019, 'SF needs a contact')
  if (given.some((number) => !/^[\d-]*\*{4}\d{4}$/.test(String(number))))
    throw new ServerApiError(10060014, 'a contact is masked, with its last four digits')
}

function timeOf(value: unknown): number {
  const time = typeof value === 'string' && RFC3339.test(value) ? Date.parse(value) : Number.NaN
  if (Number.isNaN(time)) throw new ServerApiError(268485216, 'upload_time is RFC 3339 with milliseconds')
  return time
}

function objectIn(body: Body, field: string): Body {
  const value = body[field]
  if (typeof value !== 'object' || value === null) throw new ServerApiError(47001, `data format error: ${field}`)
  return value as Body
}
