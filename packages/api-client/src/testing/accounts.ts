import type { AccountDeletion, ChangeMe, DeletionBlocker, MyData, PersonalPartName, Shopper } from '@xiaopu/contract'
import type { Orders } from './orders'
import { Refusal } from './refusal'
import { NAMELESS, type Sessions } from './sessions'
import type { Uploads } from './uploads'

type Profile = Pick<Shopper, 'nickname' | 'avatar' | 'avatarCheck' | 'phone' | 'keepsHistory'>

const GOES: PersonalPartName[] = ['profile', 'sessions', 'addresses', 'favourites', 'history', 'coupons', 'cart']
const STAYS: PersonalPartName[] = ['orders', 'payments', 'after_sales', 'reviews']
/** What a code of the phone button that begins with `used` is taken for. */
const USED = /^used/

interface Needs {
  now: () => number
  sessions: Sessions
  orders: Orders
  uploads: Uploads
}

/** What shoppers say of themselves, and the end of an account. */
export function createAccounts({ now, sessions, orders, uploads }: Needs) {
  const profiles = new Map<string, Profile>()

  const view = (id: string): Shopper => ({ ...sessions.shopper(id), ...(profiles.get(id) ?? NAMELESS) })
  function change(id: string, changes: Partial<Profile>): Shopper {
    profiles.set(id, { ...(profiles.get(id) ?? NAMELESS), ...changes })
    return view(id)
  }
  const blockers = (id: string): DeletionBlocker[] =>
    orders.of(id).flatMap((order): DeletionBlocker[] => {
      if (order.status === 'pending_payment') return [{ kind: 'unpaid_order', orderId: order.id }]
      const isOnItsWay = order.status === 'paid' || order.status === 'shipped'
      return isOnItsWay ? [{ kind: 'undelivered_order', orderId: order.id }] : []
    })

  return {
    view,
    change: (id: string, { nickname, avatarUploadId, keepsHistory }: ChangeMe) =>
      change(id, {
        ...(avatarUploadId === null && { avatar: null, avatarCheck: null }),
        ...(avatarUploadId && {
          avatar: uploads.claim(id, [avatarUploadId], 'body.avatarUploadId')[0]!.thumb,
          avatarCheck: 'checking' as const,
        }),
        ...(nickname !== undefined && { nickname: nickname?.trim() || null }),
        ...(keepsHistory !== undefined && { keepsHistory }),
      }),
    keepsHistory: (id: string) => view(id).keepsHistory,
    bindPhone(id: string, code: string): Shopper {
      if (USED.test(code)) throw new Refusal('phone_code_refused')
      return change(id, { phone: '138****8000' })
    },
    unbindPhone: (id: string) => change(id, { phone: null }),
    data: (id: string): MyData => ({
      madeAt: new Date(now()).toISOString(),
      parts: { profile: view(id), orders: orders.of(id) },
    }),
    deletion: (id: string): AccountDeletion => ({ blockers: blockers(id), goes: GOES, stays: STAYS }),
    remove(id: string): void {
      if (blockers(id).length > 0) throw new Refusal('account_in_use')
      profiles.delete(id)
      sessions.endAllOf(id)
    },
  }
}

export type Accounts = ReturnType<typeof createAccounts>
