import { textOf } from '../../fixtures/catalogue'
import { isVisible } from '../../sales/stock'
import { inputError, noSuchEntity } from '../errors'
import type { View, Visit } from '../visit'
import { showCategory } from './categories'
import { productView, urlKeyOf } from './product-view'

/** Blocks that are not there are left out, with an error of their own beside the others. */
export function cmsBlocks({ magento, store }: Visit, { identifiers }: { identifiers?: string[] | null }) {
  if (!identifiers || identifiers.length === 0) throw inputError('"identifiers" of CMS blocks should be specified')
  return {
    items: identifiers.map((identifier) => {
      const block = magento.catalogue.fixture.cmsBlocks?.find(
        (one) => one.identifier === identifier && (one.enabled ?? true),
      )
      if (!block) return noSuchEntity(`The CMS block with the "${identifier}" ID doesn't exist.`)
      return { identifier, title: textOf(block.title, store.code), content: textOf(block.content, store.code) }
    }),
  }
}

function pageView({ magento, store }: Visit, identifier: string): View | null {
  const page = magento.catalogue.fixture.cmsPages?.find((one) => one.identifier === identifier)
  if (!page) return null
  const title = textOf(page.title, store.code)
  return {
    __typename: 'CmsPage',
    identifier,
    url_key: identifier,
    relative_url: identifier,
    redirect_code: 0,
    type: 'CMS_PAGE',
    title,
    content: textOf(page.content, store.code),
    content_heading: title,
    meta_title: title,
    meta_description: null,
    meta_keywords: null,
    page_layout: '1column',
  }
}
export function cmsPage(visit: Visit, { identifier }: { identifier?: string | null }) {
  if (!identifier) throw inputError('Page id/identifier should be specified')
  const page = pageView(visit, identifier)
  if (!page) throw noSuchEntity(`The CMS page with the "${identifier}" ID doesn't exist.`)
  return page
}

/** null: nothing has this URL. */
export function route(visit: Visit, { url }: { url: string }): View | null {
  const { magento } = visit
  const path = url.replace(/^\//, '').split('?')[0]!
  const key = path.replace(/\.html$/, '')
  const product = magento.catalogue.products.find(
    (one) => urlKeyOf(one) === key && isVisible(magento, one, visit.store),
  )
  if (product && path.endsWith('.html')) return productView(visit, product)
  const category = magento.catalogue.categories.find((one) => one.path === key)
  if (category && path.endsWith('.html')) return showCategory(visit, category)
  return pageView(visit, path)
}
