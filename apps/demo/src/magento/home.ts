import type { MagentoCommerce } from '@xiaopu/commerce-magento'
import { urlKeyOf } from './catalogue-fixture'

type Category = Awaited<ReturnType<MagentoCommerce['catalog']['categories']>>[number]

/**
 * The demo's home page for a Magento. Products are named alike on both back ends, by their address; a category is
 * `plants.succulents` in our file and has an id of Magento's here.
 *
 * @param json as of `demoHomeJson`
 * @throws when it names a category that is not there
 */
export async function magentoHome(json: string, { catalog }: Pick<MagentoCommerce, 'catalog'>): Promise<string> {
  const ids = idsByPath(await catalog.categories({ locale: 'en' }))
  return JSON.stringify(
    JSON.parse(json, (key, value: unknown) => {
      if ((key !== 'category' && key !== 'list') || typeof value !== 'string') return value
      const id = ids.get(value)
      if (!id) throw new Error(`The home page names the category ${value}, which Magento does not have`)
      return id
    }),
  )
}

function idsByPath(categories: Category[], above: string[] = []): Map<string, string> {
  return new Map(
    categories.flatMap(({ id, name, children }) => {
      const path = [...above, urlKeyOf(name)]
      return [[path.join('.'), id] as const, ...idsByPath(children, path)]
    }),
  )
}
