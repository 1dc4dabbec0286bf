export type { FindPicture } from './find-pictures'
export { type CatalogImport, type CatalogReport, type ImportProgress, importCatalog } from './import-catalog'
export { importStores, type StoresImport } from './import-stores'
export type { ImportProblem } from './problems'
