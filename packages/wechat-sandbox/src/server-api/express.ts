import { nonce } from '../state/ids'
import type { World } from '../world'
import { ServerApiError } from './errors'

/** 0 not collected yet, 1 collected, 2 on its way, 3 being delivered, 4 signed, 5 trouble, 6 signed by somebody else. */
export type ParcelStatus = 0 | 1 | 2 | 3 | 4 | 5 | 6

/** Without a script a parcel travels by itself: ms after it was told of, and its status from then on. */
const JOURNEY: readonly [afterMs: number, status: ParcelStatus][] = [
  [0, 0],
  [10_000, 1],
  [60_000, 2],
  [180_000, 3],
  [360_000, 4],
]

const CARRIERS = [
  { delivery_id: 'SF', delivery_name: '顺丰速运' },
  { delivery_id: 'ZTO', delivery_name: '中通快递' },
  { delivery_id: 'YTO', delivery_name: '圆通速递' },
  { delivery_id: 'YUNDA', delivery_name: '韵达快递' },
  { delivery_id: 'STO', delivery_name: '申通快递' },
  { delivery_id: 'JDL', delivery_name: '京东快递' },
  { delivery_id: 'EMS', delivery_name: '中国邮政速递物流' },
]

export const CARRIER_IDS = CARRIERS.map(({ delivery_id }) => delivery_id)

interface TracedWaybill {
  openid: string
  waybillId: string
  deliveryId: string | undefined
  goods: { goods_name: string; goods_img_url: string }[]
  since: number
}

/** Parcels WeChat was told of, and how far each is. */
export class Parcels {
  private readonly byToken = new Map<string, TracedWaybill>()
  private readonly scripted = new Map<string, ParcelStatus>()

  /** From now on the parcel with this number is where it is told to be. */
  move(waybillId: string, status: ParcelStatus): void {
    this.scripted.set(waybillId, status)
  }

  trace(waybill: TracedWaybill): string {
    const token = nonce(64)
    this.byToken.set(token, waybill)
    return token
  }

  find(token: unknown): TracedWaybill | undefined {
    return typeof token === 'string' ? this.byToken.get(token) : undefined
  }

  statusOf({ waybillId, since }: TracedWaybill, now: number): ParcelStatus {
    const scripted = this.scripted.get(waybillId)
    if (scripted !== undefined) return scripted
    return JOURNEY.reduce<ParcelStatus>((status, [afterMs, next]) => (now - since >= afterMs ? next : status), 0)
  }

  reset(): void {
    this.byToken.clear()
    this.scripted.clear()
  }
}

type Body = Record<string, unknown>

/** `trace_waybill`: everything WeChat asks for has to be there, and the buyer has to have paid that transaction. */
export function traceWaybill(world: World, body: Body): Body {
  const openid = text(body, 'openid')
  const waybillId = text(body, 'waybill_id')
  text(body, 'receiver_phone')
  const transactionId = text(body, 'trans_id')
  const deliveryId = body.delivery_id === undefined ? undefined : text(body, 'delivery_id')
  if (deliveryId && !CARRIERS.some(({ delivery_id }) => delivery_id === deliveryId)) throw wrong('delivery_id')
  const paid = [...world.ledger.orders.values()].find((order) => order.transactionId === transactionId)
  if (!paid) throw wrong('trans_id')
  if (paid.openid !== openid) throw wrong('openid')
  const waybill_token = world.parcels.trace({
    openid,
    waybillId,
    deliveryId,
    goods: goodsOf(body),
    since: world.clock.now(),
  })
  return { errcode: 0, errmsg: 'ok', waybill_token }
}

/** `query_trace`: the state of now, and no history. */
export function queryTrace(world: World, body: Body): Body {
  const waybill = world.parcels.find(body.waybill_token)
  if (!waybill) throw wrong('waybill_token')
  if (body.openid !== undefined && body.openid !== waybill.openid) throw wrong('openid')
  const carrier = CARRIERS.find(({ delivery_id }) => delivery_id === waybill.deliveryId)
  return {
    errcode: 0,
    errmsg: 'ok',
    waybill_info: { status: world.parcels.statusOf(waybill, world.clock.now()), waybill_id: waybill.waybillId },
    shop_info: { goods_info: { detail_list: waybill.goods } },
    ...(carrier && { delivery_info: carrier }),
  }
}

export const deliveryList = (): Body => ({ errcode: 0, errmsg: 'ok', delivery_list: CARRIERS, count: CARRIERS.length })

function goodsOf(body: Body): TracedWaybill['goods'] {
  const list = (body.goods_info as { detail_list?: unknown } | undefined)?.detail_list
  if (!Array.isArray(list) || list.length === 0) throw wrong('goods_info')
  return list.map((one: Body) => {
    const goods_name = text(one, 'goods_name')
    if ([...goods_name].length > 60) throw wrong('goods_name')
    return { goods_name, goods_img_url: text(one, 'goods_img_url') }
  })
}

function text(body: Body, field: string): string {
  const value = body[field]
  if (typeof value !== 'string' || value === '') throw wrong(field)
  return value
}

const wrong = (field: string) => new ServerApiError(40097, `invalid args: ${field}`)
