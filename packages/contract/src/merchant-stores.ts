import { z } from 'zod'
import { GeoPoint, Id } from './primitives'
import type { RouteContract } from './routes'
import { ClockTime, StoreServices } from './stores'

const words = (most: number) =>
  z.strictObject({ 'zh-CN': z.string().trim().min(1).max(most), en: z.string().trim().min(1).max(most) })

/** A shop as the merchant writes it. Its photograph comes with the stores file, and stays as it is. */
export const StoreToPut = z.strictObject({
  name: words(80),
  city: words(40),
  address: words(200),
  location: GeoPoint.describe('GCJ-02; 0, 0: it stands on no map, and no distance is told'),
  phone: z.string().trim().max(40),
  hours: z
    .array(
      z.strictObject({
        weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
        opens: ClockTime.refine((time) => time < '24:00', 'opens before 24:00'),
        closes: ClockTime.describe('24:00 at the latest; before `opens`: after midnight'),
      }),
    )
    .max(14)
    .describe('ISO weekdays (1 = Monday), local time of the shop (Asia/Shanghai)'),
  services: StoreServices.max(5),
})
export type StoreToPut = z.infer<typeof StoreToPut>

export const MerchantStore = StoreToPut.extend({ id: Id }).meta({ id: 'MerchantStore' })
export type MerchantStore = z.infer<typeof MerchantStore>

const one = { path: '/v1/merchant/stores/:storeId', auth: 'owner', params: z.strictObject({ storeId: Id }) } as const

/** Where the shops are and what they offer. Where Magento has the stores it has all of this. */
export const merchantStoreRoutes = {
  listMerchantStores: {
    method: 'GET',
    path: '/v1/merchant/stores',
    summary: 'The shops, in all languages',
    auth: 'staff',
    status: 200,
    response: z.object({ stores: z.array(MerchantStore) }),
    errors: ['not_supported'],
  },
  putMerchantStore: {
    ...one,
    method: 'PUT',
    summary: 'Open a shop, or change the one of this id',
    body: StoreToPut,
    status: 200,
    response: MerchantStore,
    errors: ['validation_failed', 'not_supported'],
  },
  removeMerchantStore: {
    ...one,
    method: 'DELETE',
    summary: 'Close a shop for good. stock_reserved: orders are still to be picked up there',
    status: 204,
    response: z.void(),
    errors: ['not_found', 'stock_reserved', 'not_supported'],
  },
} as const satisfies Record<string, RouteContract>
