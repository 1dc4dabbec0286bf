export type { Clock } from './clock'
export { ConfigError, type GatewayConfig, readConfig, type WechatSettings } from './config/config'
export { migrateAll } from './database/migrate'
export { createGateway, type Gateway, type GatewayParts } from './gateway'
export {
  type CatalogImport,
  type CouponsImport,
  type HomeImport,
  type ImportProgress,
  type ImportTarget,
  importCatalogueInto,
  importCouponsInto,
  importHomeInto,
  importStoreStockInto,
  importStoresInto,
  type StoresImport,
} from './import/import-into'
export { NoPicture } from './modules/media/import-picture'
export { createReviewBook } from './modules/reviews/book'
export { createReviewDesk } from './modules/reviews/desk'
