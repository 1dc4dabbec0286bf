import { type PrepayOrder, WechatPayError, type WechatPayOptions } from '../index'
import { generateKeys } from './keys'
import { API_V3_KEY, APPID, MCHID, MERCHANT_SERIAL } from './pay-stand-in'

/** The keys of one test file's merchant, and of its WeChat Pay. */
export const merchant = generateKeys()
export const platform = { serial: 'PUB_KEY_ID_0119000000012024010100000000', keys: generateKeys() }

/** A merchant in public-key mode; retries do not wait. */
export const shopOptions: WechatPayOptions = {
  appid: APPID,
  mchid: MCHID,
  merchantSerial: MERCHANT_SERIAL,
  merchantPrivateKey: merchant.privatePem,
  apiV3Key: API_V3_KEY,
  verification: { publicKeys: [{ id: platform.serial, pem: platform.keys.publicPem }] },
  retryDelayMs: 1,
}

export const order: PrepayOrder = {
  description: '龙井茶 🍵',
  outTradeNo: 'XP20260601-0001',
  timeExpire: new Date(Date.now() + 30 * 60_000),
  notifyUrl: 'https://shop.example/wechat/pay',
  amountFen: 12_800,
  openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
}

/** What WeChat says about `order` once it is paid. */
export const paid = {
  appid: APPID,
  mchid: MCHID,
  out_trade_no: order.outTradeNo,
  transaction_id: '4200000000202606010000000001',
  trade_type: 'JSAPI',
  trade_state: 'SUCCESS',
  trade_state_desc: '支付成功',
  bank_type: 'OTHERS',
  attach: '',
  success_time: '2026-06-01T12:00:00+08:00',
  payer: { openid: order.openid },
  amount: { total: 12_800, payer_total: 12_000, currency: 'CNY', payer_currency: 'CNY' },
}

/** What WeChat says to a refund of 1 yuan of it. */
export const accepted = {
  refund_id: '50000000382019052709732678859',
  out_refund_no: 'XP20260601-0001-R1',
  transaction_id: paid.transaction_id,
  out_trade_no: order.outTradeNo,
  channel: 'ORIGINAL',
  user_received_account: '招商银行信用卡0403',
  create_time: '2026-06-02T12:00:00+08:00',
  status: 'PROCESSING',
  amount: { total: 12_800, refund: 100, payer_total: 12_800, payer_refund: 100, currency: 'CNY' },
}

/** The error of a call that must fail. */
export const failure = (call: Promise<unknown>): Promise<WechatPayError> =>
  call.then(
    () => Promise.reject(new Error('it went through')),
    (error: unknown) => (error instanceof WechatPayError ? error : Promise.reject(error)),
  )
