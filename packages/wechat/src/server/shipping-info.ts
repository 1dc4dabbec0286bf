import { WechatApiError } from './errors'
import type { ApiAnswer } from './request'
import type { WechatServer } from './server'

/** How goods reach the shopper, as WeChat numbers it. Source: `upload_shipping_info`, Req.logistics_type. */
const LOGISTICS = { express: 1, local: 2, virtual: 3, pickup: 4 } as const
export type ShippingKind = keyof typeof LOGISTICS

/** The payment an order was bought with: by WeChat's number of it, or by the merchant's. */
export type ShippingOrderKey = { transactionId: string } | { mchid: string; outTradeNo: string }

export interface ShippedParcel {
  /** What is in it, in words; cut to 120 characters. */
  goods: string
  /** The carrier's number, and WeChat's id of the carrier: both with `express`, neither otherwise. */
  trackingNumber?: string
  carrierId?: string
  /** Sent masked (`138****8000`): 顺丰 is not followed without one. */
  receiverPhone?: string
}

export interface ShippingInfo {
  order: ShippingOrderKey
  kind: ShippingKind
  /** `one`: a single parcel is all there is. `split` (only `express`): there are several, and `allSent` says whether these are the last. */
  mode: { type: 'one' } | { type: 'split'; allSent: boolean }
  /** 1 to 15; what WeChat knows already is left out. */
  parcels: ShippedParcel[]
  /** Has to be later than that of the upload before. */
  uploadedAt: Date
  /** The payer's. */
  openid: string
}

/** What WeChat knows of an order that was paid for. `confirmed`: the shopper, or WeChat's clock, said that everything arrived. */
export interface ShippingOrder {
  state: 'to_ship' | 'shipped' | 'confirmed' | 'refunded'
  /** Everything that belongs to it was told of. */
  finished: boolean
  trackingNumbers: string[]
}

export interface WechatShipping {
  /**
   * Tells WeChat what was sent. `not_synced`: WeChat's trade side has not heard of the payment yet (10060001), to be told again later.
   * `unchanged`: it knew all this (10060023). Never tried twice by itself: after a lost answer, ask {@link order} first.
   *
   * @throws WechatApiError `refused` with what is wrong, `not-authorised` (48001: no such right), `network`, `timeout`, `system`, …
   */
  upload(info: ShippingInfo): Promise<'uploaded' | 'not_synced' | 'unchanged'>
  /**
   * How WeChat has it on record (`get_order`); null: it has not heard of the payment yet (10060001).
   *
   * @throws WechatApiError
   */
  order(key: ShippingOrderKey): Promise<ShippingOrder | null>
  /**
   * Whether WeChat holds this Mini Program's money back until it is told what was sent (`is_trade_managed`).
   *
   * @throws WechatApiError
   */
  isTradeManaged(appid: string): Promise<boolean>
}

const FOLDER = '/wxa/sec/order'
const GOODS_LENGTH = 120
const NOT_SYNCED = 10060001
const UNCHANGED = 10060023

/** WeChat's shipping information (发货信息管理服务), which a Mini Program that sells goods must feed. */
export function createShippingInfo(server: Pick<WechatServer, 'call'>): WechatShipping {
  return {
    async upload(info) {
      const body = {
        order_key:
          'transactionId' in info.order ? { order_number_type: 2, ...orderIn(info.order) } : ownNumber(info.order),
        logistics_type: LOGISTICS[info.kind],
        delivery_mode: info.mode.type === 'one' ? 1 : 2,
        ...(info.mode.type === 'split' && { is_all_delivered: info.mode.allSent }),
        shipping_list: info.parcels.map(parcelIn),
        upload_time: chinaTime(info.uploadedAt),
        payer: { openid: info.openid },
      }
      try {
        await server.call(`${FOLDER}/upload_shipping_info`, body)
        return 'uploaded'
      } catch (error) {
        if (errcodeOf(error) === NOT_SYNCED) return 'not_synced'
        if (errcodeOf(error) === UNCHANGED) return 'unchanged'
        throw error
      }
    },

    async order(key) {
      try {
        const path = `${FOLDER}/get_order`
        return orderOf(path, await server.call(path, orderIn(key), { safe: true }))
      } catch (error) {
        if (errcodeOf(error) === NOT_SYNCED) return null
        throw error
      }
    },

    async isTradeManaged(appid) {
      const path = `${FOLDER}/is_trade_managed`
      const { is_trade_managed: managed } = await server.call<{ is_trade_managed?: unknown }>(
        path,
        { appid },
        { safe: true },
      )
      if (typeof managed !== 'boolean') throw odd(path, 'no is_trade_managed in the answer')
      return managed
    },
  }
}

const ownNumber = ({ mchid, outTradeNo }: { mchid: string; outTradeNo: string }) => ({
  order_number_type: 1,
  mchid,
  out_trade_no: outTradeNo,
})

const orderIn = (key: ShippingOrderKey) =>
  'transactionId' in key
    ? { transaction_id: key.transactionId }
    : { merchant_id: key.mchid, merchant_trade_no: key.outTradeNo }

function parcelIn({ goods, trackingNumber, carrierId, receiverPhone }: ShippedParcel) {
  return {
    ...(trackingNumber && { tracking_no: trackingNumber }),
    ...(carrierId && { express_company: carrierId }),
    item_desc: [...goods].slice(0, GOODS_LENGTH).join(''),
    ...(receiverPhone && { contact: { receiver_contact: masked(receiverPhone) } }),
  }
}

/** The last four digits stay, and of a mobile number the first three: WeChat takes no more, and needs no more. */
function masked(phone: string): string {
  const digits = phone.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '')
  return digits.length === 11 ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : `****${digits.slice(-4)}`
}

/** RFC 3339 with milliseconds, as WeChat's examples have it: `2026-11-23T13:29:35.120+08:00`. */
const chinaTime = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().replace('Z', '+08:00')

/** `get_order`, Res.order.order_state: 1 to ship, 2 shipped, 3 confirmed, 4 done, 5 refunded, 6 confirmed and about to be settled. */
const STATES: Record<number, ShippingOrder['state']> = {
  1: 'to_ship',
  2: 'shipped',
  3: 'confirmed',
  4: 'confirmed',
  5: 'refunded',
  6: 'confirmed',
}

function orderOf(path: string, answer: ApiAnswer): ShippingOrder {
  const { order } = answer as { order?: { order_state?: unknown; shipping?: unknown } }
  const state = STATES[Number(order?.order_state)]
  if (!state) throw odd(path, 'no order_state that is known in the answer')
  const shipping = (order?.shipping ?? {}) as { finish_shipping?: unknown; shipping_list?: unknown }
  const list: { tracking_no?: unknown }[] = Array.isArray(shipping.shipping_list) ? shipping.shipping_list : []
  return {
    state,
    finished: shipping.finish_shipping === true,
    trackingNumbers: list.flatMap(({ tracking_no: number }) => (typeof number === 'string' && number ? [number] : [])),
  }
}

const errcodeOf = (error: unknown) => (error instanceof WechatApiError ? error.errcode : undefined)
const odd = (path: string, message: string) => new WechatApiError({ kind: 'system', path, httpStatus: 200, message })
