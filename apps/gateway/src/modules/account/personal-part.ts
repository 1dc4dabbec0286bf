import type { ShopperContext } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { DeletionBlocker, PersonalPartName } from '@xiaopu/contract'

/**
 * What one module keeps of a shopper: how it is shown to them, and what becomes of it with the account. Every table of the
 * gateway with a `shopper_id` stands in one part; a test walks them, so that none is left out unseen.
 */
export interface PersonalPart {
  /** Its key in the download. */
  name: PersonalPartName
  /** Of the gateway's own tables; what the shop system keeps is its port's. */
  tables: string[]
  /** `stays`: the law wants it kept; nothing in it leads to the person afterwards. */
  withAccount: 'goes' | 'stays'
  /** For a person to read: plain JSON. */
  show(context: ShopperContext): Promise<unknown>
  /** What stands in the way of deleting the account. */
  blockers?(context: ShopperContext): Promise<DeletionBlocker[]>
  /** Forgets what the shopper's row does not take with it (`on delete cascade`). */
  forget?(transaction: Sql, shopperId: string): Promise<void>
}
