import { placesIn } from '../catalog/places'
import { FacetAttributesDocument, PlacesOfAllDocument, type PlacesOfAllQuery } from '../operations/documents'
import { TILL_LOCALE } from '../shop'
import { type Surgery, wordsOf } from './asking'
import { type Finding, fail, ok, warn } from './finding'

const INPUTS = ['TEXT', 'TEXTAREA', 'SELECT', 'MULTISELECT']
/** Of a hundred products. */
const PAGES = 5
const ABOUT = 'undeliverable goods'

/** The attribute that names places a product is not sent to: that it is there, and that it names places. */
export async function checkPlaces(surgery: Surgery): Promise<Finding[]> {
  const { undeliverableAttribute: code, storeViews } = surgery.options
  if (!code) return []
  const store = storeViews?.[TILL_LOCALE]
  const answer = await surgery.ask(FacetAttributesDocument, {}, { store })
  const attributes: { code: string; frontend_input: string }[] = answer.data?.attributesList?.items ?? []
  const attribute = attributes.find((each) => each.code === code)
  const kinds = 'a text field, a text area or a (multiple) select whose options are places'
  if (!attribute)
    return [
      fail(
        ABOUT,
        `No product attribute ${code} is told of${answer.data ? '' : `: ${wordsOf(answer)}`}.`,
        `Add it under Stores › Attributes › Product as ${kinds}, or change MAGENTO_UNDELIVERABLE_ATTRIBUTE.`,
      ),
    ]
  if (!INPUTS.includes(attribute.frontend_input))
    return [fail(ABOUT, `The attribute ${code} is ${attribute.frontend_input}.`, `Make it ${kinds}.`)]
  return [await checkValues(surgery, code, store)]
}

async function checkValues(surgery: Surgery, code: string, store: string | undefined): Promise<Finding> {
  const found = { products: 0, kept: 0, wrong: [] as string[] }
  for (let page = 1, pages = 1; page <= Math.min(pages, PAGES); page++) {
    const answer = await surgery.ask(PlacesOfAllDocument, { page }, { store })
    const products: PlacesOfAllQuery['products'] = answer.data?.products
    if (!products)
      return warn(ABOUT, `What products have for ${code} cannot be read: ${wordsOf(answer)}`, 'Look at the shop’s log.')
    pages = products.page_info?.total_pages ?? 1
    for (const item of products.items ?? []) {
      if (!item) continue
      const { known, unknown } = placesIn(item, code)
      found.products++
      if (known.length > 0) found.kept++
      if (unknown.length > 0) found.wrong.push(`${item.sku}: ${unknown.join(', ')}`)
    }
  }
  const { products, kept, wrong } = found
  if (wrong.length === 0) return ok(ABOUT, `${kept} of ${products} products name places by ${code}.`)
  return warn(
    ABOUT,
    `What is no place keeps nothing from anywhere (${wrong.slice(0, 10).join('; ')}).`,
    'Name provinces, or cities after their province: 西藏|广东/深圳.',
  )
}
