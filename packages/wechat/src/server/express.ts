import { WechatApiError } from './errors'
import type { WechatServer } from './server'

/** How far a parcel is, as the logistics component numbers it. Source: `query_trace`, Res.waybill_info.status. */
const STATUSES = ['unknown', 'collected', 'moving', 'delivering', 'signed', 'trouble', 'signed_by_other'] as const
export type WaybillStatus = (typeof STATUSES)[number]

export interface Waybill {
  /** The buyer's. */
  openid: string
  receiverPhone: string
  /** The carrier's number. */
  waybillId: string
  /** WeChat's id of the carrier; left out, WeChat guesses by the number. */
  deliveryId?: string
  /** The WeChat Pay transaction it was bought with. */
  transactionId: string
  /** Page of the order in the Mini Program. */
  orderPath: string
  goods: { name: string; pictureUrl: string }[]
}

export interface WechatExpress {
  /**
   * Tells WeChat of a parcel, which follows it from then on. The token names it in later questions, and opens WeChat's own tracking page.
   *
   * @throws WechatApiError
   */
  traceWaybill(waybill: Waybill): Promise<{ waybillToken: string }>
  /**
   * How far it is now. WeChat tells the state and no history.
   *
   * @throws WechatApiError
   */
  queryTrace(openid: string, waybillToken: string): Promise<WaybillStatus>
  /**
   * Carriers WeChat can follow.
   *
   * @throws WechatApiError
   */
  carriers(): Promise<{ id: string; name: string }[]>
}

const FOLDER = '/cgi-bin/express/delivery/open_msg'
/** Characters WeChat takes of a name. */
const NAME_LENGTH = 60

/** WeChat's logistics component (物流服务 · 查询组件), which a Mini Program applies for in its console. 100,000 calls a day, 100 a user. */
export function createExpress(server: Pick<WechatServer, 'call'>): WechatExpress {
  return {
    async traceWaybill(waybill) {
      const path = `${FOLDER}/trace_waybill`
      const { goods, deliveryId } = waybill
      const { waybill_token: token } = await server.call<{ waybill_token?: unknown }>(path, {
        openid: waybill.openid,
        receiver_phone: waybill.receiverPhone,
        waybill_id: waybill.waybillId,
        ...(deliveryId && { delivery_id: deliveryId }),
        trans_id: waybill.transactionId,
        order_detail_path: waybill.orderPath,
        goods_info: {
          detail_list: goods.map(({ name, pictureUrl }) => ({
            goods_name: [...name].slice(0, NAME_LENGTH).join(''),
            goods_img_url: pictureUrl,
          })),
        },
      })
      if (typeof token !== 'string' || token === '') throw odd(path, 'no waybill_token in the answer')
      return { waybillToken: token }
    },

    async queryTrace(openid, waybillToken) {
      const path = `${FOLDER}/query_trace`
      const body = { openid, waybill_token: waybillToken }
      const { waybill_info: info } = await server.call<{ waybill_info?: { status?: unknown } }>(path, body, {
        safe: true,
      })
      if (typeof info?.status !== 'number') throw odd(path, 'no waybill_info.status in the answer')
      // Numbers that came later (returned, refused at the door) are trouble to who waits for the parcel.
      return STATUSES[info.status] ?? 'trouble'
    },

    async carriers() {
      const path = `${FOLDER}/get_delivery_list`
      const { delivery_list: list } = await server.call<{ delivery_list?: unknown }>(path, {}, { safe: true })
      if (!Array.isArray(list)) throw odd(path, 'no delivery_list in the answer')
      return list.map(({ delivery_id, delivery_name }) => ({ id: String(delivery_id), name: String(delivery_name) }))
    },
  }
}

const odd = (path: string, message: string) => new WechatApiError({ kind: 'system', path, httpStatus: 200, message })
