import type { Locale, Store, StoresPort } from '@xiaopu/commerce'
import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { pictures, storeStock, stores } from '../tables'
import { pictureOf } from './rows'
import { inLocale } from './text'

export function storesPort(db: Sql): StoresPort {
  const all = () => db.select().from(stores).leftJoin(pictures, eq(pictures.source, stores.picture))
  return {
    async list({ locale }) {
      const rows = await all().orderBy(asc(stores.position), asc(stores.id))
      return rows.map((row) => storeOf(row, locale))
    },
    async get({ locale }, storeId) {
      const [row] = await all().where(eq(stores.id, storeId))
      return row ? storeOf(row, locale) : null
    },
    async stock(skuIds) {
      if (skuIds.length === 0) return []
      const available = sql<number>`${storeStock.onHand} - ${storeStock.reserved}`
      return db
        .select({ storeId: storeStock.storeId, skuId: storeStock.skuId, available: available.mapWith(Number) })
        .from(storeStock)
        .where(and(inArray(storeStock.skuId, skuIds), gt(available, 0)))
    },
  }
}

function storeOf(
  row: { stores: typeof stores.$inferSelect; pictures: typeof pictures.$inferSelect | null },
  locale: Locale,
): Store {
  const { id, latitude, longitude, phone, hours, services } = row.stores
  const name = inLocale(row.stores.name, locale)
  return {
    id,
    name,
    city: inLocale(row.stores.city, locale),
    address: inLocale(row.stores.address, locale),
    location: { latitude, longitude },
    phone,
    picture: pictureOf(row.pictures, name),
    hours,
    services,
  }
}
