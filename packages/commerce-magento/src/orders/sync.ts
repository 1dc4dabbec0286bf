import { eq, inArray } from 'drizzle-orm'
import type { Leases } from '../locks/leases'
import type { Shop } from '../shop'
import { cursors, orders } from '../tables'
import { MagentoRefusal } from '../transport/errors'
import { type MagentoOrder, readOrder } from './magento-order'
import { findRow } from './rows'
import type { OrderStates } from './states'

const PAGE = 100
const PAGES_AT_ONCE = 20
const DAY = 24 * 60 * 60_000

export type OrderSync = ReturnType<typeof createOrderSync>

/** Follows what the merchant does with orders at Magento: cancels, sends, refunds. */
export function createOrderSync({ shop, leases, states }: { shop: Shop; leases: Leases; states: OrderStates }) {
  // Several brands may have their shops on one Magento, and their orders in one database.
  const name = `orders of ${shop.views.codes.join()}`
  const { db } = shop.database
  const { rest } = shop

  /**
   * Reads the orders that have changed since the last time. The last second is read again: another order may have
   * changed within it since. Following an order twice changes nothing.
   *
   * @returns how many orders of ours were looked at
   */
  function poll(): Promise<number> {
    return leases.exclusively(name, async () => {
      const [kept] = await db.select().from(cursors).where(eq(cursors.name, name))
      // An order of ours that is older than our first look has no news from before it.
      let since = kept?.position ?? magentoText(new Date(shop.clock().getTime() - DAY))
      let seen = 0
      for (let page = 1; page <= PAGES_AT_ONCE; page++) {
        const { items } = await rest.search<MagentoOrder>('orders', {
          filters: [{ field: 'updated_at', value: since, condition: 'gteq' }, ...(await ofOurStores())],
          sort: [
            { field: 'updated_at', direction: 'ASC' },
            { field: 'entity_id', direction: 'ASC' },
          ],
          pageSize: PAGE,
          page,
        })
        const changed = items ?? []
        seen += await followAll(changed)
        if (changed.length < PAGE) {
          since = changed.at(-1)?.updated_at ?? since
          break
        }
        // The pages are those of one question: the place is kept only once they have all been read, or are too many.
        if (page === PAGES_AT_ONCE) since = changed.at(-1)!.updated_at
      }
      await db
        .insert(cursors)
        .values({ name, position: since })
        .onConflictDoUpdate({ target: cursors.name, set: { position: since } })
      return seen
    })
  }

  let storeIds: Promise<string | null> | undefined

  /** Orders of other brands on the same Magento are not asked for; where our rights do not tell which those are, all are. */
  async function ofOurStores(): Promise<{ field: string; value: string; condition: string }[]> {
    storeIds ??= readStoreIds()
    const ids = await storeIds.catch((error: unknown) => {
      storeIds = undefined
      throw error
    })
    return ids === null ? [] : [{ field: 'store_id', value: ids, condition: 'in' }]
  }

  async function readStoreIds(): Promise<string | null> {
    try {
      const views = await rest.get<{ id: number; code: string }[]>('store/storeViews')
      const ids = views.filter(({ code }) => shop.views.codes.includes(code)).map(({ id }) => id)
      return ids.length === 0 ? null : ids.join(',')
    } catch (error) {
      if (error instanceof MagentoRefusal) return null
      throw error
    }
  }

  async function followAll(changed: MagentoOrder[]): Promise<number> {
    if (changed.length === 0) return 0
    const ids = changed.map(({ entity_id }) => entity_id)
    const ours = await db
      .select({ id: orders.id, magentoId: orders.magentoId })
      .from(orders)
      .where(inArray(orders.magentoId, ids))
    for (const { id, magentoId } of ours) {
      await states.followMagento(id, changed.find(({ entity_id }) => entity_id === magentoId)!)
    }
    return ours.length
  }

  /**
   * For a webhook: Magento says that an order has changed. Only its number is taken from the message; what has become of
   * it is asked of Magento, so that a forged message changes nothing. False: no order of ours.
   */
  async function changed(magentoNumber: string): Promise<boolean> {
    const row = await findRow(db, eq(orders.magentoNumber, magentoNumber))
    if (!row) return false
    await states.followMagento(row.id, await readOrder(rest, row.magentoId))
    return true
  }

  return { poll, changed }
}

/** `YYYY-MM-DD HH:MM:SS`, UTC. */
const magentoText = (time: Date): string => time.toISOString().slice(0, 19).replace('T', ' ')
