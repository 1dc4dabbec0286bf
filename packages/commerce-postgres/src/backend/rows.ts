import type { Picture, Video } from '@xiaopu/commerce'
import { type SQL, sql } from 'drizzle-orm'
import type { Sql } from '../database/database'

/** Rows of a raw statement. The caller names their shape; numbers that may exceed 32 bits go through `Number`. */
export async function rowsOf<Row>(db: Sql, statement: SQL): Promise<Row[]> {
  const { rows } = (await db.execute(statement)) as { rows: Row[] }
  return rows
}

/** A picture as JSON of a query reads it; its alt text is the name of what it shows. */
export type PictureRow = Omit<Picture, 'alt'>
export function pictureOf(row: PictureRow | null, alt: string): Picture | null {
  return row && { source: row.source, width: row.width, height: row.height, tone: row.tone, alt }
}

/** A film as JSON of a query reads it. */
export type VideoRow = Omit<Video, 'poster'>
export function videoOf(row: VideoRow | null, poster: Picture | null): Video | null {
  if (!row) return null
  const { source, width, height, seconds, bytes } = row
  return { source, poster, width, height, seconds, bytes }
}

/** The instant as a parameter: drivers differ in what they make of a Date. */
export function at(instant: Date): SQL {
  return sql`${instant.toISOString()}::timestamptz`
}

/** The instant a cursor names, within what a Date can be. */
export function instantOf(ms: number): Date {
  return new Date(Math.min(Math.max(ms, 0), 253_402_300_799_999))
}

/** Product `p` can be seen in the shop. */
export function isListed(now: Date): SQL {
  return sql`p.on_sale and p.published_at <= ${at(now)}
    and exists (select from commerce.skus s where s.product_id = p.id and s.on_sale)`
}

/** The first picture of product `p`, as JSON or null. */
export const FIRST_PICTURE = sql`(
  select to_jsonb(photo) from commerce.product_pictures shown join commerce.pictures photo on photo.source = shown.picture
  where shown.product_id = p.id order by shown.position limit 1)`

/** Pieces of SKU `s` in the store that has most of them, among those one can pick up from. */
export const FULLEST_SHELF = sql`coalesce((
  select max(shelf.on_hand - shelf.reserved) from commerce.store_stock shelf
  join commerce.stores there on there.id = shelf.store_id and there.services ? 'pickup'
  where shelf.sku_id = s.id), 0)`
