export { ProductCard, type ProductCardProps } from './product-card/ProductCard'
export { ProductGrid, ProductGridSkeleton, ProductList } from './product-grid/ProductGrid'
export { ProductRow, type ProductRowProps } from './product-row/ProductRow'
