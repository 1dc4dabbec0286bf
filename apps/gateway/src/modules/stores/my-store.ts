import type { CommerceBackend, ShopperContext } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { ChooseMyStore, MyStore } from '@xiaopu/contract'
import { eq, lte } from 'drizzle-orm'
import type { Clock } from '../../clock'
import { notFound } from '../../http/refusal'
import { myStores } from './tables'

interface Needs {
  db: Sql
  backend: Pick<CommerceBackend, 'stores'>
  clock: Clock
}

export type MyStores = ReturnType<typeof createMyStores>

const NEVER: MyStore = { storeId: null, chosenAt: null, gone: null }

/** The store each shopper calls theirs: the same on every phone. */
export function createMyStores({ db, backend, clock }: Needs) {
  /** A store that is not one of the shops any more is told once more by its name, until another choice is made. */
  async function get(context: ShopperContext): Promise<MyStore> {
    const [row] = await db.select().from(myStores).where(eq(myStores.shopperId, context.customer.id))
    if (!row) return NEVER
    const chosenAt = row.chosenAt.toISOString()
    if (row.storeId === null) return { ...NEVER, chosenAt }
    if (await backend.stores.get(context, row.storeId)) return { storeId: row.storeId, chosenAt, gone: null }
    return { storeId: null, chosenAt, gone: row.name ?? '' }
  }

  /**
   * The newer of two choices counts, in whatever order they are told; of two of the same moment the one told last.
   *
   * @throws Refusal `not_found`: there is no such store, and nothing is written
   */
  async function choose(context: ShopperContext, { storeId, chosenAt }: ChooseMyStore): Promise<MyStore> {
    const store = storeId === null ? null : await backend.stores.get(context, storeId)
    if (storeId !== null && !store) throw notFound('store')
    const told = new Date(chosenAt)
    const choice = { storeId, name: store?.name ?? null, chosenAt: told < clock() ? told : clock() }
    await db
      .insert(myStores)
      .values({ shopperId: context.customer.id, ...choice })
      .onConflictDoUpdate({
        target: myStores.shopperId,
        set: choice,
        setWhere: lte(myStores.chosenAt, choice.chosenAt),
      })
    return get(context)
  }

  return { get, choose }
}
