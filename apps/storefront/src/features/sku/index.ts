export { type SkuAction, SkuSheet, type SkuSheetProps } from './sku-sheet/SkuSheet'
export { isPickupOnly } from './sku-stock'
