export { WechatConfigError } from './config-error'
export type { Clock, Fetch } from './exchange'
export { createWechatPay, type WechatPay, type WechatPayOptions } from './pay/client'
export {
  NotificationError,
  type NotificationErrorReason,
  type WechatPayClientCode,
  WechatPayError,
} from './pay/errors'
export type { PlatformCertificate, VerificationOptions } from './pay/key-ring'
export type { ReceivedNotification } from './pay/notification'
export { truncateDescription } from './pay/request-rules'
export type {
  CloseOutcome,
  PaymentParams,
  PayNotification,
  PrepayOrder,
  Refund,
  RefundAmount,
  RefundNotice,
  RefundRequest,
  RefundStatus,
  TradeState,
  Transaction,
} from './pay/types'
export type { HeaderBag } from './pay/verification'
export { type AccessTokenStore, memoryTokenStore, type StoredAccessToken } from './server/access-token'
export type { WechatSession } from './server/code2session'
export { WechatApiError, type WechatApiErrorKind } from './server/errors'
export { createExpress, type Waybill, type WaybillStatus, type WechatExpress } from './server/express'
export { type CheckedPicture, type MediaVerdict, mediaVerdictOf } from './server/media-check'
export {
  createMessagePush,
  type MessagePush,
  type MessagePushOptions,
  type PushedMessage,
  type PushProblem,
  type PushQuery,
  PushRefused,
} from './server/message-push'
export type { PhoneNumber } from './server/phone-number'
export { type CallOptions, createWechatServer, type WechatServer, type WechatServerOptions } from './server/server'
export {
  createShippingInfo,
  type ShippedParcel,
  type ShippingInfo,
  type ShippingKind,
  type ShippingOrder,
  type ShippingOrderKey,
  type WechatShipping,
} from './server/shipping-info'
export { messageValue, type SubscribeMessage } from './server/subscribe-message'
export type { CheckedText, TextVerdict } from './server/text-check'
