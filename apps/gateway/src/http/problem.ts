import type { AnyErrorCode, MerchantProblem } from '@xiaopu/contract'
import { type RefusalDetails, STATUS } from './refusal'

/** English for a developer; the storefront has its own sentences for shoppers. */
const TITLE: Record<AnyErrorCode, string> = {
  malformed_body: 'The body is not valid JSON',
  validation_failed: 'The request does not fit the schema',
  idempotency_key_required: 'This call needs an Idempotency-Key header',
  session_required: 'Sign in first',
  session_expired: 'The session has ended',
  sign_in_refused: 'WeChat does not accept this code',
  account_blocked: 'This account is blocked',
  phone_code_refused: 'The code of the phone button was used, is too old, or is not one',
  not_found: 'Not found',
  method_not_allowed: 'The path knows other methods',
  idempotency_key_reused: 'The Idempotency-Key was used with another body',
  request_in_progress: 'The same request is still being worked on',
  quote_changed: 'The quote is not valid any more',
  lines_unavailable: 'Some goods cannot be bought',
  out_of_stock: 'Not enough in stock',
  off_sale: 'Not on sale',
  quantity_limit: 'More than one order may take',
  cart_full: 'The cart is full',
  order_not_payable: 'The order cannot be paid',
  order_not_cancellable: 'The order cannot be cancelled',
  staff_required: "A token of the shop's own people is needed",
  owner_required: 'Only an owner may do this',
  order_not_paid: 'The order is not paid, or is over',
  more_than_ordered: 'More than there is left to send',
  more_than_paid: 'More money than is left of what was paid',
  stock_reserved: 'Unpaid orders hold more than that',
  last_owner: 'Somebody has to own the shop',
  home_changed: 'The home page has been changed meanwhile',
  order_not_shipped: 'The order has not been sent',
  order_not_reviewable: 'The order cannot be reviewed',
  already_reviewed: 'This product of the order has its review',
  coupon_gone: 'There is none left, or not now',
  coupon_taken: 'The shopper has taken as many as allowed',
  after_sale_over: 'This order takes no after-sale now',
  after_sale_too_much: 'More pieces or more money than is left to ask for',
  after_sale_moved: 'The after-sale is in another state by now',
  account_in_use: 'Something of this account is still on its way',
  coupon_spent: 'The coupon was used or has run out',
  address_book_full: 'The address book is full',
  payload_too_large: 'The body is too large',
  unsupported_media_type: 'The call does not understand this kind of body',
  nothing_to_buy: 'There is nothing to buy',
  address_undeliverable: 'Nothing is delivered there',
  text_refused: 'WeChat finds the text risky',
  upload_not_a_picture: 'The file is no JPEG, PNG or WebP picture that can be read',
  rate_limited: 'Too many requests',
  internal: 'Something went wrong here',
  not_supported: 'Not supported by this shop',
  wechat_unavailable: 'WeChat does not answer',
  commerce_unavailable: 'The shop system does not answer',
  overloaded: 'Too busy',
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

/** An RFC 9457 document of this code. `type` is a name, not an address: nothing has to be hosted for it. */
export function problemOf(code: AnyErrorCode, requestId: string, details: RefusalDetails = {}): MerchantProblem {
  return {
    type: `urn:xiaopu:problem:${code}`,
    title: TITLE[code],
    status: STATUS[code],
    code,
    requestId,
    ...details,
  }
}
