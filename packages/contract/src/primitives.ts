import { z } from 'zod'

/** Money: whole fen (1/100 yuan). Nothing else crosses the wire; yuan exist only where a price is printed. */
export const Fen = z.int().min(0).max(1_000_000_000_00).meta({ id: 'Fen', description: 'Whole fen (1/100 yuan)' })
export type Fen = z.infer<typeof Fen>

/** Every identifier is opaque to the storefront: a back end may use a number, a SKU code or a base64 string. */
export const Id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w.:=+-]+$/, 'letters, digits and _.:=+- only')
export type Id = z.infer<typeof Id>

/** An instant: UTC, ISO 8601, ending in Z. */
export const Instant = z.iso.datetime()
export type Instant = z.infer<typeof Instant>

export const Locale = z.enum(['zh-CN', 'en'])
export type Locale = z.infer<typeof Locale>

/** One photograph in the three sizes the interface has slots for (WebP, square unless `ratio` says otherwise). */
export const Picture = z
  .object({
    thumb: z.string().describe('Absolute URL, 240 px wide: cart and order rows'),
    card: z.string().describe('Absolute URL, 600 px wide: lists'),
    full: z.string().describe('Absolute URL, 1200 px wide: galleries and heroes'),
    width: z.int().min(1).describe('Pixels of the full size'),
    height: z.int().min(1),
    tone: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i)
      .describe('Average colour, shown until the picture has come'),
    alt: z.string().max(200),
  })
  .meta({ id: 'Picture' })
export type Picture = z.infer<typeof Picture>

/** A film a phone can play: MP4 with H.264, or HLS from elsewhere. What is not known of it is null. */
export const Video = z
  .object({
    src: z.string().describe('Absolute URL; answers Range requests'),
    poster: Picture.nullable().describe('Shown until it plays; null: the first picture will do'),
    seconds: z.number().min(0).nullable(),
    bytes: z.int().min(0).nullable().describe('What playing it to the end costs of mobile data'),
    width: z.int().min(1).nullable().describe('Pixels, upright'),
    height: z.int().min(1).nullable(),
  })
  .meta({ id: 'Video' })
export type Video = z.infer<typeof Video>

/** How many pieces of one SKU may be asked for at once, anywhere. */
export const MAX_QUANTITY = 999
export const Quantity = z.int().min(1).max(MAX_QUANTITY)

export const Cursor = z.string().min(1).max(256)

/** A page of a list. `nextCursor` is null on the last page; `total` is null where a back end cannot count cheaply. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: Cursor.nullable(), total: z.int().min(0).nullable() })
export interface Page<Item> {
  items: Item[]
  nextCursor: string | null
  total: number | null
}

/** Degrees in GCJ-02, the datum of WeChat's map and location calls. Never WGS-84. */
export const GeoPoint = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
export type GeoPoint = z.infer<typeof GeoPoint>
