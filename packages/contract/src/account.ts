import { z } from 'zod'
import { Shopper } from './identity'
import { Id, Instant } from './primitives'
import type { RouteContract } from './routes'

/** The longest nickname, in UTF-16 units: WeChat's own are at most 32 characters. */
export const MAX_NICKNAME = 32

/** What the shopper decides about themselves; what is left out stays as it is. */
export const ChangeMe = z
  .strictObject({
    nickname: z.string().max(MAX_NICKNAME).nullable().optional().describe('null or nothing but spaces: none any more'),
    avatarUploadId: Id.nullable().optional().describe('Of an own upload; null: none any more'),
    keepsHistory: z.boolean().optional().describe('false: what is looked at is not kept any more'),
  })
  .refine((change) => Object.keys(change).length > 0, 'nothing to change')
export type ChangeMe = z.infer<typeof ChangeMe>

export const BindPhone = z.strictObject({
  code: z.string().min(1).max(128).describe('Of the getPhoneNumber button: single use, 5 minutes'),
})
export type BindPhone = z.infer<typeof BindPhone>

/** Whatever of a shopper is kept, part by part: the keys of the download, and what goes or stays with the account. */
export const PersonalPartName = z.enum([
  'profile',
  'sessions',
  'addresses',
  'favourites',
  'reminders',
  'messages',
  'history',
  'coupons',
  'cart',
  'checkouts',
  'orders',
  'order_notes',
  'fapiao_titles',
  'fapiao',
  'payments',
  'after_sales',
  'reviews',
  'pictures',
  'my_store',
])
export type PersonalPartName = z.infer<typeof PersonalPartName>

/** Everything kept of the shopper, for them to read and to take with them. What a part holds is for people, not programs. */
export const MyData = z
  .object({ madeAt: Instant, parts: z.partialRecord(PersonalPartName, z.unknown()) })
  .meta({ id: 'MyData' })
export type MyData = z.infer<typeof MyData>

/** Why an account cannot be deleted yet. */
export const DeletionBlocker = z.object({
  kind: z.enum(['unpaid_order', 'undelivered_order', 'refund_on_its_way']),
  orderId: Id,
})
export type DeletionBlocker = z.infer<typeof DeletionBlocker>

export const AccountDeletion = z
  .object({
    blockers: z.array(DeletionBlocker).max(20).describe('Empty: it can be deleted now. Twenty at most'),
    goes: z.array(PersonalPartName),
    stays: z.array(PersonalPartName).describe('Kept because the law wants it, and cut from the person'),
  })
  .meta({ id: 'AccountDeletion' })
export type AccountDeletion = z.infer<typeof AccountDeletion>

export const accountRoutes = {
  getMe: {
    method: 'GET',
    path: '/v1/me',
    summary: 'Who is signed in',
    auth: 'shopper',
    status: 200,
    response: Shopper,
    errors: [],
  },
  changeMe: {
    method: 'PUT',
    path: '/v1/me',
    summary: 'Another nickname, or other choices; what is left out stays as it is',
    auth: 'shopper',
    body: ChangeMe,
    status: 200,
    response: Shopper,
    errors: ['text_refused'],
  },
  bindPhone: {
    method: 'POST',
    path: '/v1/me/phone',
    summary: 'Bind the number behind a code of the phone button; it takes the place of the one before',
    auth: 'shopper',
    body: BindPhone,
    status: 200,
    response: Shopper,
    errors: ['phone_code_refused', 'rate_limited', 'wechat_unavailable'],
  },
  unbindPhone: {
    method: 'DELETE',
    path: '/v1/me/phone',
    summary: 'Forget the bound number; none is no error',
    auth: 'shopper',
    status: 200,
    response: Shopper,
    errors: [],
  },
  getMyData: {
    method: 'GET',
    path: '/v1/me/data',
    summary: 'Everything that is kept of the shopper',
    auth: 'shopper',
    status: 200,
    response: MyData,
    errors: ['commerce_unavailable'],
  },
  getAccountDeletion: {
    method: 'GET',
    path: '/v1/me/deletion',
    summary: 'What deleting the account would do, and what stands in its way',
    auth: 'shopper',
    status: 200,
    response: AccountDeletion,
    errors: ['commerce_unavailable'],
  },
  deleteMe: {
    method: 'DELETE',
    path: '/v1/me',
    summary: 'Delete the account for ever; sessions end everywhere',
    auth: 'shopper',
    query: z.strictObject({ confirm: z.literal('delete-my-account') }),
    status: 204,
    response: z.void(),
    errors: ['account_in_use', 'commerce_unavailable'],
  },
} as const satisfies Record<string, RouteContract>
