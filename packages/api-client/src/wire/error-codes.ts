import type { ErrorCode } from '@xiaopu/contract'

/** The codes this version knows. The compiler keeps the list complete; the contract's own list would bring zod along. */
const known: Record<ErrorCode, true> = {
  malformed_body: true,
  validation_failed: true,
  idempotency_key_required: true,
  session_required: true,
  session_expired: true,
  sign_in_refused: true,
  account_blocked: true,
  not_found: true,
  method_not_allowed: true,
  idempotency_key_reused: true,
  request_in_progress: true,
  quote_changed: true,
  lines_unavailable: true,
  out_of_stock: true,
  off_sale: true,
  quantity_limit: true,
  cart_full: true,
  order_not_payable: true,
  order_not_cancellable: true,
  order_not_shipped: true,
  order_not_reviewable: true,
  already_reviewed: true,
  address_book_full: true,
  coupon_gone: true,
  coupon_taken: true,
  after_sale_over: true,
  after_sale_too_much: true,
  after_sale_moved: true,
  payload_too_large: true,
  unsupported_media_type: true,
  nothing_to_buy: true,
  address_undeliverable: true,
  upload_not_a_picture: true,
  text_refused: true,
  rate_limited: true,
  internal: true,
  not_supported: true,
  wechat_unavailable: true,
  commerce_unavailable: true,
  overloaded: true,
}

/** By a look-up and not `Object.hasOwn`: iOS before 15.4 has none, and nothing fills it in. */
export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && (known as Record<string, unknown>)[code] === true
