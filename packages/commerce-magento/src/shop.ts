import type { Locale } from '@xiaopu/commerce'
import type { Database } from '@xiaopu/commerce-postgres/database'
import type { Catalogue } from './catalog/catalogue'
import type { Places } from './catalog/places'
import type { Ids } from './mapping/ids'
import type { MagentoRules } from './options'
import type { StoreViews } from './store/store-views'
import type { GraphqlClient } from './transport/graphql'
import type { RestClient } from './transport/rest'

/** What every part of the back end works with. */
export interface Shop {
  database: Database
  clock: () => Date
  rules: MagentoRules
  graphql: GraphqlClient
  rest: RestClient
  views: StoreViews
  ids: Ids
}

/** Everything that deals in goods needs the catalogue, too. */
export interface Trade extends Shop {
  catalogue: Catalogue
  places: Places
}

export const LOCALES: readonly Locale[] = ['zh-CN', 'en']
/** Orders are placed and paid in one store view, whatever language the shopper reads. */
export const TILL_LOCALE: Locale = 'zh-CN'
