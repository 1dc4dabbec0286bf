import { z } from 'zod'
import { LineStatus } from './cart'
import { SkuQuantity } from './catalog'
import { GeoPoint, Id, Instant, Picture } from './primitives'

export const ClockTime = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/)

export const StoreServices = z.array(z.enum(['pickup', 'returns', 'repair', 'coffee', 'parking']))

export const Store = z
  .object({
    id: Id,
    name: z.string(),
    city: z.string(),
    address: z.string(),
    location: GeoPoint.describe('GCJ-02; 0, 0 where the merchant has not said where it is'),
    phone: z.string(),
    picture: Picture.nullable(),
    hours: z
      .array(z.object({ weekdays: z.array(z.int().min(1).max(7)), opens: ClockTime, closes: ClockTime }))
      .describe('ISO weekdays (1 = Monday), local time of the shop (Asia/Shanghai)'),
    openNow: z.boolean(),
    changesAt: Instant.nullable().describe('When openNow turns over next'),
    services: StoreServices,
    distanceMeters: z
      .int()
      .min(0)
      .nullable()
      .describe('null when the shopper has not said where they are, or the merchant where it is'),
  })
  .meta({ id: 'Store' })
export type Store = z.infer<typeof Store>

const bothOrNeither = {
  check: (near: { latitude?: number; longitude?: number }) =>
    (near.latitude === undefined) === (near.longitude === undefined),
  otherwise: { message: 'latitude and longitude come together', path: ['longitude'] },
}
export const StoreQuery = z
  .strictObject({
    latitude: z.coerce.number<number>().min(-90).max(90).optional(),
    longitude: z.coerce.number<number>().min(-180).max(180).optional(),
  })
  .refine(bothOrNeither.check, bothOrNeither.otherwise)
export type StoreQuery = z.input<typeof StoreQuery>

/** What somebody looks for: each word in the name, the city or the address, also as pinyin (pudong) or its initials (pd). */
export const StoreSearch = StoreQuery.safeExtend({ q: z.string().trim().max(50).optional() })
export type StoreSearch = z.input<typeof StoreSearch>

/** The store a shopper calls theirs, on every phone of theirs. */
export const MyStore = z
  .object({
    storeId: Id.nullable(),
    chosenAt: Instant.nullable().describe('null: never chosen'),
    gone: z.string().nullable().describe('What the store was called that is not one of the shops any more'),
  })
  .meta({ id: 'MyStore' })
export type MyStore = z.infer<typeof MyStore>

/** A choice with its time, so that one made as a guest can be told later: the newer one counts, wherever it was made. */
export const ChooseMyStore = z.strictObject({
  storeId: Id.nullable().describe('null: none any more'),
  chosenAt: Instant.describe('A time in the future counts as now'),
})
export type ChooseMyStore = z.infer<typeof ChooseMyStore>

export const StoreList = z.object({ stores: z.array(Store) }).meta({ id: 'StoreList' })
export type StoreList = z.infer<typeof StoreList>

/** Goods somebody would like to pick up. */
export const StoreStockQuery = z
  .strictObject({
    items: z.array(SkuQuantity).min(1).max(200),
    latitude: z.number().min(-90).max(90).optional(),
    longitude: z.number().min(-180).max(180).optional(),
  })
  .refine(bothOrNeither.check, bothOrNeither.otherwise)
export type StoreStockQuery = z.infer<typeof StoreStockQuery>

/** A store to pick up from, and what it has of the goods. */
export const StoreWithStock = Store.extend({
  has: z.enum(['all', 'some', 'nothing']).describe('Of the goods asked for, in the quantities asked for'),
  lines: z.array(z.object({ skuId: Id, status: LineStatus, available: z.int().min(0).nullable() })),
}).meta({ id: 'StoreWithStock' })
export type StoreWithStock = z.infer<typeof StoreWithStock>

export const StoreStockList = z.object({ stores: z.array(StoreWithStock) }).meta({ id: 'StoreStockList' })
export type StoreStockList = z.infer<typeof StoreStockList>
