import { z } from 'zod'
import { LineStatus } from './cart'
import { StorePickup } from './catalog'
import { Id } from './primitives'

/**
 * Every way a call can fail, with its HTTP status. The storefront has a sentence for each, in both languages, that
 * says what to do next. Codes are only ever added within a version.
 */
export const ERROR_STATUS = {
  malformed_body: 400,
  validation_failed: 400,
  idempotency_key_required: 400,
  session_required: 401,
  session_expired: 401,
  sign_in_refused: 401,
  account_blocked: 403,
  phone_code_refused: 400,
  not_found: 404,
  method_not_allowed: 405,
  idempotency_key_reused: 409,
  request_in_progress: 409,
  quote_changed: 409,
  lines_unavailable: 409,
  out_of_stock: 409,
  off_sale: 409,
  quantity_limit: 409,
  cart_full: 409,
  order_not_payable: 409,
  order_not_cancellable: 409,
  order_not_shipped: 409,
  order_not_waiting: 409,
  too_early_to_remind: 409,
  reminded_today: 409,
  receipt_extended: 409,
  order_not_over: 409,
  order_not_reviewable: 409,
  already_reviewed: 409,
  store_unavailable: 409,
  store_out_of_stock: 409,
  follow_up_closed: 409,
  address_book_full: 409,
  fapiao_not_possible: 409,
  fapiao_requested: 409,
  fapiao_titles_full: 409,
  coupon_gone: 409,
  coupon_taken: 409,
  in_stock: 409,
  after_sale_over: 409,
  after_sale_too_much: 409,
  after_sale_moved: 409,
  account_in_use: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  nothing_to_buy: 422,
  address_undeliverable: 422,
  upload_not_a_picture: 422,
  text_refused: 422,
  rate_limited: 429,
  internal: 500,
  not_supported: 501,
  wechat_unavailable: 503,
  commerce_unavailable: 503,
  overloaded: 503,
} as const

export type ErrorCode = keyof typeof ERROR_STATUS
export const ErrorCode = z.enum(Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]])

/** What only the shop's own people can meet; no shopper ever needs a sentence for these. */
export const MERCHANT_ERROR_STATUS = {
  staff_required: 401,
  owner_required: 403,
  order_not_paid: 409,
  more_than_ordered: 409,
  replacement_sold_out: 409,
  more_than_paid: 409,
  refund_on_its_way: 409,
  stock_reserved: 409,
  fapiao_not_requested: 409,
  fapiao_issued: 409,
  coupon_spent: 409,
  last_owner: 409,
  home_changed: 409,
  other_delivery: 409,
  other_store: 409,
  pickup_not_ready: 409,
  already_collected: 409,
  film_not_playable: 422,
} as const

export type MerchantErrorCode = keyof typeof MERCHANT_ERROR_STATUS
export type AnyErrorCode = ErrorCode | MerchantErrorCode

/** RFC 9457. `code` is the part a program reads; `title` is English for a developer, never shown to a shopper. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: ErrorCode,
    detail: z.string().optional(),
    requestId: z.string(),
    fields: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe('validation_failed: what was wrong, field by field'),
    lines: z
      .array(
        z.object({
          skuId: Id,
          status: LineStatus,
          available: z.int().min(0).nullable(),
          pickup: StorePickup.nullish().describe('What a store has of it, where that is known'),
        }),
      )
      .optional()
      .describe('lines_unavailable, store_out_of_stock, out_of_stock, quantity_limit: the goods concerned'),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>

/** A problem as the merchant's calls answer it. */
export const MerchantProblem = Problem.extend({
  code: z.enum([...Object.keys(ERROR_STATUS), ...Object.keys(MERCHANT_ERROR_STATUS)] as [
    AnyErrorCode,
    ...AnyErrorCode[],
  ]),
}).meta({ id: 'MerchantProblem' })
export type MerchantProblem = z.infer<typeof MerchantProblem>
