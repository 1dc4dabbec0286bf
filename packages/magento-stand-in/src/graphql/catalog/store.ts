import { uid } from '../../ids'
import { type Magento, storeIdOf, websiteOf } from '../../magento'
import type { StoreFixture } from '../../options'
import type { View, Visit } from '../visit'

const COUNTRY_NAMES: Record<string, [string, string]> = { CN: ['CHN', 'China'], HK: ['HKG', 'Hong Kong SAR China'] }

export function storeConfigView(magento: Magento, store: StoreFixture): View {
  const { settings, publicUrl, catalogue } = magento
  const website = websiteOf(magento, store)
  const root = catalogue.categories.find(({ path }) => path === store.rootCategory) ?? catalogue.root
  const base = `${publicUrl}/`
  return {
    id: storeIdOf(magento, store.code),
    code: store.code,
    store_code: store.code,
    store_name: store.name ?? store.code,
    store_sort_order: 0,
    store_group_code: 'main_website_store',
    store_group_name: 'Main Website Store',
    website_id: website.id,
    website_code: website.code,
    website_name: 'Main Website',
    is_default_store: store === magento.stores[0],
    is_default_store_group: true,
    locale: store.locale,
    timezone: 'Asia/Shanghai',
    weight_unit: 'kgs',
    base_currency_code: magento.stores[0]!.currency,
    default_display_currency_code: store.currency,
    base_url: base,
    secure_base_url: base,
    base_link_url: base,
    secure_base_link_url: base,
    base_static_url: `${base}static/`,
    secure_base_static_url: `${base}static/`,
    base_media_url: `${base}media/`,
    secure_base_media_url: `${base}media/`,
    root_category_id: root.id,
    root_category_uid: uid(root.id),
    category_url_suffix: '.html',
    product_url_suffix: '.html',
    use_store_in_url: false,
    catalog_default_sort_by: 'position',
    grid_per_page: 12,
    grid_per_page_values: '12,24,36',
    list_per_page: 10,
    default_country: 'CN',
    countries_with_required_region: 'AU,BR,CA,CN,US',
    optional_zip_countries: settings.optionalZipCountries.join(','),
    display_state_if_optional: true,
    is_guest_checkout_enabled: settings.guestCheckout,
    is_one_page_checkout_enabled: true,
    order_cancellation_enabled: settings.orderCancellation,
    order_cancellation_reasons: settings.cancellationReasons.map((description) => ({ description })),
    minimum_password_length: '8',
    required_character_classes_number: '3',
    product_reviews_enabled: '1',
    allow_guests_to_write_product_reviews: '1',
    magento_wishlist_general_is_enabled: '1',
    cms_home_page: 'home',
    cms_no_route: 'no-route',
    newsletter_enabled: true,
    contact_enabled: true,
    customer_access_token_lifetime: settings.customerTokenLifetime / 3_600_000,
    cart_expires_in_days: 30,
    create_account_confirmation: false,
    is_checkout_agreements_enabled: (catalogue.fixture.agreements ?? []).length > 0,
    copyright: null,
    welcome: null,
    cart_merge_preference: 'merge',
  }
}

export function availableStores({ magento }: Visit) {
  return magento.stores.map((store) => storeConfigView(magento, store))
}

export function currencyView({ magento, store }: Visit): View {
  const base = magento.stores[0]!.currency
  const codes = currencyCodes(magento)
  return {
    base_currency_code: base,
    base_currency_symbol: base === 'CNY' ? '¥' : base,
    default_display_currency_code: store.currency,
    default_display_currency_symbol: store.currency === 'CNY' ? '¥' : store.currency,
    available_currency_codes: codes,
    exchange_rates: codes.map((currency_to) => ({ currency_to, rate: 1 })),
  }
}
export function currencyCodes({ stores }: Magento): string[] {
  return [...new Set(stores.map(({ currency }) => currency))]
}

export function countryView({ regions }: Magento, id: string): View | null {
  const names = COUNTRY_NAMES[id]
  if (!names) return null
  return {
    id,
    two_letter_abbreviation: id,
    three_letter_abbreviation: names[0],
    full_name_locale: names[1],
    full_name_english: names[1],
    available_regions:
      id === 'CN' ? regions.map(({ id: regionId, code, name }) => ({ id: regionId, code, name })) : null,
  }
}
export const COUNTRIES = Object.keys(COUNTRY_NAMES)
