import type { Handlers } from '../../http/calls'
import type { Catalog } from './service'

export const catalogRoutes = (
  catalog: Catalog,
): Handlers<'listCategories' | 'listProducts' | 'getProduct' | 'listRelatedProducts'> => ({
  listCategories: async ({ locale }) => ({ categories: await catalog.categories(locale) }),
  listProducts: ({ locale, query }) => catalog.products(locale, query),
  getProduct: ({ locale, params }) => catalog.product(locale, params.productId),
  listRelatedProducts: async ({ locale, params }) => ({ products: await catalog.related(locale, params.productId) }),
})
