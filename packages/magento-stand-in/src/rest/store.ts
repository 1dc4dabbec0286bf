import { countryView } from '../graphql/catalog/store'
import { storeIdOf, websiteOf } from '../magento'
import { noSuchEntity } from './rest-error'
import type { RestRoute } from './route'

export const STORE_ROUTES: RestRoute[] = [
  {
    name: 'GET /V1/store/storeConfigs',
    act: ({ magento, query }) => {
      const wanted = Object.entries(query).flatMap(([name, value]) => (name.startsWith('storeCodes') ? [value] : []))
      const base = `${magento.publicUrl}/`
      return magento.stores
        .filter(({ code }) => wanted.length === 0 || wanted.includes(code))
        .map((store) => ({
          id: storeIdOf(magento, store.code),
          code: store.code,
          website_id: websiteOf(magento, store).id,
          locale: store.locale,
          base_currency_code: magento.stores[0]!.currency,
          default_display_currency_code: store.currency,
          timezone: 'Asia/Shanghai',
          weight_unit: 'kgs',
          base_url: base,
          base_link_url: base,
          base_static_url: `${base}static/`,
          base_media_url: `${base}media/`,
          secure_base_url: base,
          secure_base_link_url: base,
          secure_base_static_url: `${base}static/`,
          secure_base_media_url: `${base}media/`,
        }))
    },
  },
  {
    name: 'GET /V1/store/storeViews',
    act: ({ magento }) =>
      magento.stores.map((store) => ({
        id: storeIdOf(magento, store.code),
        code: store.code,
        name: store.name ?? store.code,
        website_id: websiteOf(magento, store).id,
        store_group_id: 1,
        is_active: 1,
      })),
  },
  {
    name: 'GET /V1/directory/countries/:countryId',
    act: ({ magento, params }) => {
      const country = countryView(magento, params.countryId ?? '')
      if (!country) throw noSuchEntity('countryId', params.countryId)
      const { available_regions: regions, ...rest } = country
      // Ids of regions are strings here, and integers in GraphQL.
      return {
        ...rest,
        ...(Array.isArray(regions)
          ? { available_regions: regions.map((region) => ({ ...region, id: String(region.id) })) }
          : {}),
      }
    },
  },
]
