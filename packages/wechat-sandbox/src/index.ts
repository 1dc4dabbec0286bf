export type { Control } from './control/control'
export { ControlError } from './control/control'
export type { Endpoint, Mishap, NextPayment } from './control/mishaps'
export { ENDPOINTS } from './control/mishaps'
export type { PayAnswer, PaymentFailure, PaymentSheet, PreviewAnswer } from './device/cashier'
export type { PaymentRequest } from './device/payment-request'
export type { CallbackSigner } from './notify/engine'
export type { MessagePushSettings, Push } from './notify/message-push'
export type { NextCallback, NextCallbackInput } from './notify/misbehaviour'
export { WECHAT_RETRY_DELAYS_MS } from './notify/schedule'
export type { MerchantOptions, WechatSandboxOptions } from './options'
export type { PlatformIdentityOptions, PublicPlatformIdentity } from './pay/platform-identity'
export type { WechatSandbox } from './sandbox'
export { startWechatSandbox } from './sandbox'
export type { MediaSuggestion } from './server-api/media-check'
export { DEMO_PEOPLE } from './state/demo-people'
export type { Person, WechatAddress, WechatInvoiceTitle, WechatLocation } from './state/people'
export { openidOf } from './state/people'
export type {
  Callback,
  CallbackAttempt,
  CallbackEvent,
  PaymentAttempt,
  PayOrder,
  PayRefund,
  RefundOutcome,
  ShippingRecord,
  ShippingUpload,
} from './state/records'
export type { SubscribeMessage } from './state/subscriptions'
