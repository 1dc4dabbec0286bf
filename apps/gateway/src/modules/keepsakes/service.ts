import type { CommerceBackend, ShopperContext } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { KeptPage, Views } from '@xiaopu/contract'
import { and, desc, eq, gt, inArray, lt, or, sql } from 'drizzle-orm'
import { after, type Clock } from '../../clock'
import { summaryView } from '../catalog/views'
import { shoppers } from '../identity/tables'
import type { PictureView } from '../media/picture-view'
import { keptProducts } from './tables'

export type KeptKind = 'favourite' | 'view'
export type Keepsakes = ReturnType<typeof createKeepsakes>

interface Needs {
  db: Sql
  backend: CommerceBackend
  picture: PictureView
  clock: Clock
}

const MOST: Record<KeptKind, number> = { favourite: 500, view: 200 }
/** What was looked at is forgotten after 90 days, ms. */
const KEEP_VIEWS = 90 * 24 * 60 * 60_000

/** Favourites and browsing history: on every phone of the shopper the same. */
export function createKeepsakes({ db, backend, picture, clock }: Needs) {
  const of = (shopperId: string, kind: KeptKind) =>
    and(
      eq(keptProducts.shopperId, shopperId),
      eq(keptProducts.kind, kind),
      kind === 'view' ? gt(keptProducts.at, after(clock(), -KEEP_VIEWS)) : undefined,
    )
  const newest = [desc(keptProducts.at), desc(keptProducts.productId)]

  async function list(
    context: ShopperContext,
    kind: KeptKind,
    { cursor, limit }: { cursor?: string; limit: number },
  ): Promise<KeptPage> {
    const mine = of(context.customer.id, kind)
    const place = placeOf(cursor)
    const older =
      place &&
      or(lt(keptProducts.at, place.at), and(eq(keptProducts.at, place.at), lt(keptProducts.productId, place.productId)))
    const rows = await db
      .select()
      .from(keptProducts)
      .where(and(mine, older))
      .orderBy(...newest)
      .limit(limit + 1)
    const page = rows.slice(0, limit)
    const last = rows.length > limit ? page.at(-1) : undefined
    const ids = page.map(({ productId }) => productId)
    const products = ids.length > 0 ? await backend.catalog.summaries(context, ids) : []
    const found = new Map(products.map((product) => [product.id, summaryView(picture)(product)]))
    return {
      items: page.map(({ productId, at }) => ({
        productId,
        at: at.toISOString(),
        product: found.get(productId) ?? null,
      })),
      nextCursor: last ? `${last.at.getTime()}.${last.productId}` : null,
      total: await db.$count(keptProducts, mine),
    }
  }

  async function favouriteIds(shopperId: string): Promise<string[]> {
    const rows = await db
      .select({ productId: keptProducts.productId })
      .from(keptProducts)
      .where(of(shopperId, 'favourite'))
      .orderBy(...newest)
      .limit(MOST.favourite)
    return rows.map(({ productId }) => productId)
  }

  async function mark(shopperId: string, productIds: string[]): Promise<void> {
    const at = clock()
    const rows = [...new Set(productIds)].map((productId) => ({ shopperId, kind: 'favourite' as const, productId, at }))
    await db.insert(keptProducts).values(rows).onConflictDoNothing()
    await letGo(shopperId, 'favourite')
  }

  async function unmark(shopperId: string, productIds: string[]): Promise<void> {
    await db.delete(keptProducts).where(and(of(shopperId, 'favourite'), inArray(keptProducts.productId, productIds)))
  }

  /** Nothing where the shopper does not want it kept. Of several looks at a product the last one counts, in whatever order they are told. */
  async function look(shopperId: string, views: Views['views']): Promise<void> {
    const wanted = and(eq(shoppers.id, shopperId), eq(shoppers.keepsHistory, true))
    if ((await db.$count(shoppers, wanted)) === 0) return
    const now = clock()
    const last = new Map<string, Date>()
    for (const view of views) {
      const told = new Date(view.at)
      const at = told > now ? now : told
      if (at > (last.get(view.productId) ?? new Date(0))) last.set(view.productId, at)
    }
    const rows = [...last].map(([productId, at]) => ({ shopperId, kind: 'view' as const, productId, at }))
    await db
      .insert(keptProducts)
      .values(rows)
      .onConflictDoUpdate({
        target: [keptProducts.shopperId, keptProducts.kind, keptProducts.productId],
        set: { at: sql`greatest(excluded.at, ${keptProducts.at})` },
      })
    await letGo(shopperId, 'view')
  }

  async function forgetViews(shopperId: string): Promise<void> {
    await db.delete(keptProducts).where(and(eq(keptProducts.shopperId, shopperId), eq(keptProducts.kind, 'view')))
  }

  /** The oldest beyond what a list may hold. */
  async function letGo(shopperId: string, kind: KeptKind): Promise<void> {
    const surplus = db
      .select({ productId: keptProducts.productId })
      .from(keptProducts)
      .where(of(shopperId, kind))
      .orderBy(...newest)
      .offset(MOST[kind])
    await db.delete(keptProducts).where(and(of(shopperId, kind), inArray(keptProducts.productId, surplus)))
  }

  /** For everybody at once, as time goes by. */
  async function forgetOldViews(): Promise<void> {
    await db
      .delete(keptProducts)
      .where(and(eq(keptProducts.kind, 'view'), lt(keptProducts.at, after(clock(), -KEEP_VIEWS))))
  }

  return { list, favouriteIds, mark, unmark, look, forgetViews, forgetOldViews }
}

/** A cursor we did not make starts from the top. */
function placeOf(cursor: string | undefined): { at: Date; productId: string } | undefined {
  const [, ms, productId] = /^(\d{1,14})\.([\w.:=+-]{1,64})$/.exec(cursor ?? '') ?? []
  return ms && productId ? { at: new Date(Number(ms)), productId } : undefined
}
