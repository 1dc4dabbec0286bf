export { UNDELIVERABLE_PROVINCE } from './checkout'
export { handlers } from './handlers'
export type { Failure } from './mishaps'
export { createShop, type Shop, type ShopOptions, type ShopRequest } from './shop'
