import { z } from 'zod'
import { FapiaoRefusal, FapiaoRequest, FapiaoTitle, FapiaoTitleToSave, IssuedFapiao, WaitingFapiao } from './fapiao'
import { ParcelTrace, WaitingReminder } from './order-care'
import { Order } from './orders'
import { Id } from './primitives'
import type { RouteContract } from './routes'

const orderId = z.strictObject({ orderId: Id })
const titleId = z.strictObject({ titleId: Id })

/** What a shopper does with an order besides paying for it. */
export const orderCareRoutes = {
  remindShipping: {
    method: 'POST',
    path: '/v1/orders/:orderId/reminder',
    summary: 'Ask the shop to send what was paid for; once a day',
    auth: 'shopper',
    params: orderId,
    status: 200,
    response: Order,
    errors: ['not_found', 'order_not_waiting', 'too_early_to_remind', 'reminded_today'],
  },
  extendReceipt: {
    method: 'POST',
    path: '/v1/orders/:orderId/receipt-extension',
    summary: 'Seven days more until it counts as received; once',
    auth: 'shopper',
    params: orderId,
    status: 200,
    response: Order,
    errors: ['not_found', 'order_not_shipped', 'receipt_extended'],
  },
  deleteOrder: {
    method: 'DELETE',
    path: '/v1/orders/:orderId',
    summary: 'Take an order that is over out of the own list; the shop keeps it',
    auth: 'shopper',
    params: orderId,
    status: 204,
    response: z.void(),
    errors: ['not_found', 'order_not_over'],
  },
  traceParcel: {
    method: 'GET',
    path: '/v1/orders/:orderId/shipments/:shipmentId/trace',
    summary: 'How far a parcel is; answers also while nobody can say',
    auth: 'shopper',
    params: z.strictObject({ orderId: Id, shipmentId: Id }),
    status: 200,
    response: ParcelTrace,
    errors: ['not_found', 'commerce_unavailable'],
  },
  requestFapiao: {
    method: 'POST',
    path: '/v1/orders/:orderId/fapiao',
    summary: 'Ask for the fapiao of a paid order that has none, or whose was refused, within 180 days',
    auth: 'shopper',
    params: orderId,
    body: FapiaoRequest,
    status: 200,
    response: Order,
    errors: ['not_found', 'fapiao_not_possible', 'fapiao_requested'],
  },
  listFapiaoTitles: {
    method: 'GET',
    path: '/v1/fapiao-titles',
    summary: 'Titles the shopper has kept, the default first',
    auth: 'shopper',
    status: 200,
    response: z.object({ titles: z.array(FapiaoTitle) }),
    errors: [],
  },
  saveFapiaoTitle: {
    method: 'POST',
    path: '/v1/fapiao-titles',
    summary: 'Keep a title; one that is kept already is not kept twice',
    auth: 'shopper',
    body: FapiaoTitleToSave,
    status: 201,
    response: FapiaoTitle,
    errors: ['fapiao_titles_full'],
  },
  changeFapiaoTitle: {
    method: 'PUT',
    path: '/v1/fapiao-titles/:titleId',
    summary: 'Change a title',
    auth: 'shopper',
    params: titleId,
    body: FapiaoTitleToSave,
    status: 200,
    response: FapiaoTitle,
    errors: ['not_found'],
  },
  removeFapiaoTitle: {
    method: 'DELETE',
    path: '/v1/fapiao-titles/:titleId',
    summary: 'Forget a title',
    auth: 'shopper',
    params: titleId,
    status: 204,
    response: z.void(),
    errors: ['not_found'],
  },
} as const satisfies Record<string, RouteContract>

/** What waits for the shop's people, whichever system the shop is kept in. */
export const merchantCareRoutes = {
  listReminders: {
    method: 'GET',
    path: '/v1/merchant/reminders',
    summary: 'Paid orders whose shoppers ask where they are, the longest waiting first; 100 at most',
    auth: 'staff',
    status: 200,
    response: z.object({ reminders: z.array(WaitingReminder) }),
    errors: ['commerce_unavailable'],
  },
  listWaitingFapiao: {
    method: 'GET',
    path: '/v1/merchant/fapiao',
    summary: 'Fapiao that were asked for and are not issued, the longest waiting first; 100 at most',
    auth: 'staff',
    status: 200,
    response: z.object({ fapiao: z.array(WaitingFapiao) }),
    errors: ['commerce_unavailable'],
  },
  issueFapiao: {
    method: 'PUT',
    path: '/v1/merchant/orders/:orderId/fapiao',
    summary: 'Hand over the fapiao, made elsewhere; again replaces it',
    auth: 'staff',
    params: orderId,
    body: IssuedFapiao,
    bodyLimit: 1_500_000,
    status: 204,
    response: z.void(),
    errors: ['not_found', 'fapiao_not_requested', 'payload_too_large', 'commerce_unavailable'],
  },
  refuseFapiao: {
    method: 'POST',
    path: '/v1/merchant/orders/:orderId/fapiao/refusal',
    summary: 'Say why a fapiao is not issued; its shopper reads it and can ask again',
    auth: 'staff',
    params: orderId,
    body: FapiaoRefusal,
    status: 204,
    response: z.void(),
    errors: ['not_found', 'fapiao_not_requested', 'fapiao_issued', 'commerce_unavailable'],
  },
} as const satisfies Record<string, RouteContract>
