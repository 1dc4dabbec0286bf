import type { CatalogueProduct } from '../../fixtures/catalogue'
import { textOf } from '../../fixtures/catalogue'
import { isVisible } from '../../sales/stock'
import { inputError } from '../errors'
import { type PageArguments, pageOf, type Visit } from '../visit'
import { aggregations } from './aggregations'
import { type ProductFilter, passes } from './filter'
import { layerFilters } from './layer-filters'
import { productView } from './product-view'
import { scoreOf } from './search'
import { type ProductSort, sorted } from './sort'

interface ProductsArguments extends PageArguments {
  search?: string | null
  filter?: ProductFilter | null
  sort?: ProductSort | null
}

/** @throws graphql-input as Magento does: neither words nor filter, a page that is not there. */
export function products(visit: Visit, { search, filter, sort, ...page }: ProductsArguments) {
  const { magento, store } = visit
  if (search === undefined && !filter) throw inputError("'search' or 'filter' input argument is required.")
  const [size, current] = [page.pageSize ?? 20, page.currentPage ?? 1]
  if (size < 1) throw inputError('pageSize value must be greater than 0.')
  if (current < 1) throw inputError('currentPage value must be greater than 0.')
  const { maximumPageSize } = magento.settings
  if (maximumPageSize !== null && size > maximumPageSize) {
    throw inputError(`Maximum pageSize is ${maximumPageSize}`)
  }
  const words = (search ?? '').trim()
  const scores = new Map<CatalogueProduct, number>()
  const found = magento.catalogue.products.filter((product) => {
    if (!isVisible(magento, product, store) || !passes(visit, product, filter ?? {})) return false
    if (words === '') return true
    if (words.length < magento.settings.searchMinimumLength) return false
    const score = scoreOf(visit, product, words)
    scores.set(product, score)
    return score > 0
  })
  const order: ProductSort =
    sort && Object.keys(sort).length > 0 ? sort : words === '' ? { position: 'ASC' } : { relevance: 'DESC' }
  const { items, ...rest } = pageOf(
    sorted(visit, found, order, (product) => scores.get(product) ?? 0),
    page,
  )
  const pages = rest.page_info.total_pages
  if (current > 1 && current > pages) {
    throw inputError(`currentPage value ${current} specified is greater than the ${pages} page(s) available.`)
  }
  return {
    ...rest,
    items: items.map((product) => productView(visit, product)),
    aggregations: () => aggregations(visit, found),
    suggestions: () => [],
    filters: () => layerFilters(visit, found),
    sort_fields: () => ({
      default: 'position',
      options: [
        { value: 'position', label: 'Position' },
        { value: 'name', label: 'Product Name' },
        { value: 'price', label: 'Price' },
        ...magento.catalogue.attributes
          .filter(({ fixture }) => fixture.sortable)
          .map(({ fixture }) => ({ value: fixture.code, label: textOf(fixture.label, store.code) })),
      ],
    }),
  }
}
