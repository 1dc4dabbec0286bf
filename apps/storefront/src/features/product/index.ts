export { ProductCard, type ProductCardProps } from './product-card/ProductCard'
export { ProductGrid, ProductGridSkeleton } from './product-grid/ProductGrid'
export { ProductRow, type ProductRowProps } from './product-row/ProductRow'
