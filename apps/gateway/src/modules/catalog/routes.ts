import type { Handlers } from '../../http/calls'
import type { Catalog } from './service'

export const catalogRoutes = (
  catalog: Catalog,
): Handlers<'listCategories' | 'listProducts' | 'getProduct' | 'estimateDelivery' | 'listRelatedProducts'> => ({
  listCategories: async ({ locale }) => ({ categories: await catalog.categories(locale) }),
  listProducts: ({ locale, query }) => catalog.products(locale, query),
  getProduct: ({ locale, params }) => catalog.product(locale, params.productId),
  estimateDelivery: ({ locale, params, query }) => catalog.delivery(locale, params.productId, query),
  listRelatedProducts: async ({ locale, params }) => ({ products: await catalog.related(locale, params.productId) }),
})
