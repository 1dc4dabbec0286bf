import type { Context, GeoPoint, Picture } from './values'

export interface StoresPort {
  list(context: Context): Promise<Store[]>
  get(context: Context, storeId: string): Promise<Store | null>
  /** Of each of the SKUs, what each store has of it that can still be promised; where it has none, nothing is said. */
  stock(skuIds: string[]): Promise<StoreStock[]>
}

export interface StoreStock {
  storeId: string
  skuId: string
  available: number
}

export type StoreService = 'pickup' | 'returns' | 'repair' | 'coffee' | 'parking'
export interface Store {
  id: string
  name: string
  city: string
  address: string
  /** GCJ-02; 0, 0 where the merchant has not said where it is (`isPlaced`). */
  location: GeoPoint
  phone: string
  picture: Picture | null
  /** ISO weekdays (1 = Monday); local time of Asia/Shanghai, `closes` up to 24:00. */
  hours: { weekdays: number[]; opens: string; closes: string }[]
  services: StoreService[]
}
