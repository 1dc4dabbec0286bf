import { createMessagePush, createWechatPay, createWechatServer } from '@xiaopu/wechat'
import type { Clock } from './clock'
import type { GatewayConfig } from './config/config'
import type { GatewayParts } from './gateway'

export type WechatClients = ReturnType<typeof wechatClients>

/** Those who speak to WeChat's server APIs and to WeChat Pay. */
export function wechatClients({ wechat }: GatewayConfig, { fetch }: GatewayParts, clock: Clock) {
  const { appid, secret, apiUrl, payUrl, mchid, merchantSerial, merchantKey, apiV3Key, verification, push } = wechat
  const common = { appid, fetch, clock: () => clock().getTime() }
  return {
    server: createWechatServer({ ...common, secret, apiUrl }),
    /** null: nobody hears what WeChat tells. */
    push: push ? createMessagePush({ ...push, appid, clock: common.clock }) : null,
    pay: createWechatPay({
      ...common,
      mchid,
      merchantSerial,
      merchantPrivateKey: merchantKey,
      apiV3Key,
      verification,
      baseUrl: payUrl,
    }),
  }
}
