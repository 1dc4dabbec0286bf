import { newPrepayId } from '../state/ids'
import type { PayOrder } from '../state/records'
import type { World } from '../world'
import {
  invalidRequest,
  PayError,
  paramError,
  SUBCODE_EXPIRED,
  SUBCODE_NO_SUCH_OPENID,
  SUBCODE_PARAMS_DIFFER,
} from './errors'
import type { Fields } from './fields'

const DAY_MS = 86_400_000
const ORDER_FIELDS = [
  'appid',
  'mchid',
  'description',
  'out_trade_no',
  'time_expire',
  'attach',
  'notify_url',
  'goods_tag',
  'support_fapiao',
  'limit_pay',
  'amount',
  'payer',
  'detail',
  'scene_info',
  'settle_info',
]

/** `POST /v3/pay/transactions/jsapi`: a new order, or a fresh prepay_id for one that repeats its first request. */
export function placeOrder(world: World, body: Fields): { prepay_id: string } {
  const wanted = readOrder(world, body)
  const known = world.ledger.orders.get(wanted.outTradeNo)
  if (known) checkRepeat(known, wanted, world.clock.now())
  const order = known ?? wanted
  const prepay = { id: newPrepayId(world.clock.now()), issuedAt: world.clock.now() }
  order.prepays.push(prepay)
  world.ledger.orders.set(order.outTradeNo, order)
  world.ledger.save()
  return { prepay_id: prepay.id }
}

/** `POST …/out-trade-no/{no}/close`: closing a closed order is fine, closing a paid one is not. */
export function closeOrder(world: World, outTradeNo: string, body: Fields): void {
  body.onlyKnows(['mchid'])
  checkMerchant(world, body.text('mchid', { max: 32 }))
  const order = findOrder(world, outTradeNo)
  if (order.paidAt !== undefined) throw orderPaid()
  order.state = 'CLOSED'
  world.ledger.save()
}

/** @throws PayError 404 ORDER_NOT_EXIST */
export function findOrder(world: World, outTradeNo: string): PayOrder {
  const order = world.ledger.orders.get(outTradeNo)
  if (!order) throw new PayError(404, 'ORDER_NOT_EXIST', '订单不存在')
  return order
}

/** @throws PayError 404 ORDER_NOT_EXIST; a transaction id exists only once the order is paid. */
export function findTransaction(world: World, transactionId: string): PayOrder {
  const order = world.ledger.orderOfTransaction(transactionId)
  if (!order) throw new PayError(404, 'ORDER_NOT_EXIST', '订单不存在')
  return order
}

export function checkMerchant(world: World, mchid: unknown, location: 'body' | 'query' = 'body'): void {
  if (typeof mchid !== 'string' || mchid === '') throw paramError('/mchid', '必填', mchid, location)
  if (mchid !== world.options.merchant.mchid) throw new PayError(400, 'MCH_NOT_EXISTS', '商户号不存在')
}

function readOrder(world: World, body: Fields): PayOrder {
  const now = world.clock.now()
  body.onlyKnows(ORDER_FIELDS)
  const appid = body.text('appid', { max: 32 })
  const mchid = body.text('mchid', { max: 32 })
  const description = body.text('description', { max: 127 })
  const outTradeNo = body.text('out_trade_no', { min: 6, max: 32, pattern: /^[0-9A-Za-z_\-|*]+$/ })
  const attach = body.optionalText('attach', { max: 128 })
  const notifyUrl = body.notifyUrl('notify_url', 255)
  body.optionalText('goods_tag', { max: 32 })
  const expiresAt = body.has('time_expire') ? body.time('time_expire') : now + 7 * DAY_MS
  const amount = body.object('amount').onlyKnows(['total', 'currency'])
  const total = amount.fen('total')
  amount.oneOf('currency', ['CNY'], 'CNY')
  const openid = body.object('payer').onlyKnows(['openid']).text('openid', { max: 128 })
  if (mchid !== world.options.merchant.mchid) throw new PayError(400, 'MCH_NOT_EXISTS', '商户号不存在')
  if (appid !== world.options.appid) throw new PayError(400, 'APPID_MCHID_NOT_MATCH', 'appid和mch_id不匹配')
  if (!world.people.withOpenid(openid, appid)) throw noSuchOpenid(openid)
  return {
    outTradeNo,
    mchid,
    appid,
    description,
    attach,
    notifyUrl,
    openid,
    total,
    expiresAt: Math.min(Math.max(expiresAt, now + 60_000), now + 90 * DAY_MS),
    fingerprint: body.fingerprint(['time_expire']),
    timeExpire: body.optionalText('time_expire', { max: 64 }),
    createdAt: now,
    prepays: [],
    state: 'NOTPAY',
  }
}

/** `time_expire` belongs to the first request: a repeat may leave it out, but may not change it. */
function checkRepeat(known: PayOrder, repeated: PayOrder, now: number): void {
  if (known.paidAt !== undefined) throw orderPaid()
  if (known.state === 'CLOSED') throw new PayError(400, 'ORDER_CLOSED', '该订单已关闭')
  const sameExpiry = repeated.timeExpire === undefined || repeated.timeExpire === known.timeExpire
  if (known.fingerprint !== repeated.fingerprint || !sameExpiry)
    throw invalidRequest('请求重入时，参数与首次请求时不一致', SUBCODE_PARAMS_DIFFER)
  if (now >= known.expiresAt) throw invalidRequest('订单已过期，请重新下单', SUBCODE_EXPIRED)
}

function orderPaid(): PayError {
  return new PayError(400, 'ORDER_PAID', '该订单已支付')
}

function noSuchOpenid(openid: string): PayError {
  const detail = { field: '/payer/openid', value: openid, issue: '无效的openid', location: 'body' }
  return new PayError(
    400,
    'PARAM_ERROR',
    '参数错误：/payer/openid 无效的openid，或与appid不匹配',
    detail,
    SUBCODE_NO_SUCH_OPENID,
  )
}
