import type { Locale } from '@xiaopu/commerce'
import { REGION_CODES } from '../mapping/regions'
import {
  CmsBlocksDocument,
  CustomerTokenDocument,
  PickupLocationsDocument,
  RegionsDocument,
  StoreConfigDocument,
} from '../operations/documents'
import { type Surgery, wordsOf } from './asking'
import { type Finding, fail, ok, warn } from './finding'

const LANGUAGES: Record<Locale, RegExp> = { 'zh-CN': /^zh/, en: /^en/ }

/** How the store views are set up. */
export async function checkStoreViews(surgery: Surgery): Promise<Finding[]> {
  const views = Object.entries(surgery.options.storeViews ?? {}) as [Locale, string][]
  if (views.length === 0) {
    const change =
      'Give the codes of the store views (Stores › All Stores) as MAGENTO_STORE_VIEWS, zh-CN=<code>,en=<code>.'
    return [
      warn('store views', 'Without their codes only the default store view was looked at.', change),
      ...(await checkView(surgery)),
    ]
  }
  return (await Promise.all(views.map(([locale, code]) => checkView(surgery, locale, code)))).flat()
}

async function checkView(surgery: Surgery, locale?: Locale, store?: string): Promise<Finding[]> {
  const about = `store view ${store ?? '(default)'}`
  const answer = await surgery.ask(StoreConfigDocument, {}, { store })
  const config = answer.data?.storeConfig
  if (!config)
    return [fail(about, `It does not answer: ${wordsOf(answer)}`, 'Check the code under Stores › All Stores.')]
  const findings: Finding[] = []
  const { default_display_currency_code: currency } = config
  const offered: string[] = answer.data.currency?.available_currency_codes ?? []
  if (currency === 'CNY') findings.push(ok(about, 'Its prices are in CNY.'))
  else {
    const change = 'Set Stores › Configuration › General › Currency Setup to CNY for this store view.'
    const says = `Its prices are in ${currency}; WeChat Pay takes CNY.`
    findings.push(
      offered.includes('CNY')
        ? warn(about, `${says} CNY is asked for by a header.`, change)
        : fail(about, says, change),
    )
  }
  if (locale && !LANGUAGES[locale].test(config.locale ?? '')) {
    const change = `Set its locale (General › Locale Options), or name another store view for ${locale}.`
    findings.push(warn(about, `It speaks ${config.locale}, and is named for ${locale}.`, change))
  }
  if (!config.root_category_uid)
    findings.push(fail(about, 'It has no root category.', 'Give its store a root category.'))
  return findings
}

/** Provinces, without which no address can be given. */
export async function checkRegions(surgery: Surgery): Promise<Finding> {
  const answer = await surgery.ask(RegionsDocument)
  const regions: { code?: string }[] = answer.data?.country?.available_regions ?? []
  const codes = new Set(regions.map(({ code }) => code))
  const missing = REGION_CODES.filter((code) => !codes.has(code))
  if (missing.length === 0) return ok('regions', 'All 34 provinces of China are there.')
  const change =
    'Allow China (General › Country Options) and run bin/magento setup:upgrade: Magento ships its provinces.'
  const some = missing.length < REGION_CODES.length ? `Missing: ${missing.join(', ')}.` : 'There are none.'
  return missing.length < 5 ? warn('regions', some, change) : fail('regions', `Provinces of China: ${some}`, change)
}

export async function checkPickup(surgery: Surgery): Promise<Finding> {
  const answer = await surgery.ask(PickupLocationsDocument, { page: 1 })
  const items: { latitude?: unknown; longitude?: unknown }[] = answer.data?.pickupLocations?.items ?? []
  if (answer.errors.length > 0)
    return ok('pickup', 'This shop has no pickup locations: the storefront shows no stores.')
  const lost = items.filter(({ latitude, longitude }) => typeof latitude !== 'number' || typeof longitude !== 'number')
  if (lost.length === 0)
    return ok('pickup', `${items.length} pickup locations, all with coordinates (they must be GCJ-02).`)
  const change = 'Enter latitude and longitude (GCJ-02) under Stores › Sources.'
  return warn(
    'pickup',
    `${lost.length} of ${items.length} pickup locations have no coordinates and are not shown.`,
    change,
  )
}

export async function checkHome(surgery: Surgery): Promise<Finding> {
  const answer = await surgery.ask(CmsBlocksDocument, { identifiers: ['wx_home'] })
  return answer.data?.cmsBlocks?.items?.some(Boolean)
    ? ok('home', 'There is a CMS block wx_home.')
    : warn(
        'home',
        'There is no CMS block wx_home: the home page is composed from the catalogue.',
        'Write one as JSON, if the home page shall be yours.',
      )
}

/** Whether a robot check stands before the login: asked with a login that cannot succeed. */
export async function checkCaptcha(surgery: Surgery): Promise<Finding> {
  const nobody = { email: `nobody.${Date.now()}@example.invalid`, password: 'Xiaopu-doctor-1' }
  const answer = await surgery.ask(CustomerTokenDocument, nobody)
  const categories = answer.errors.map(({ category }) => category)
  if (categories.includes('graphql-authentication')) return ok('login', 'No CAPTCHA stands before the login.')
  const change =
    'Switch off CAPTCHA and reCAPTCHA for customer login, account creation, coupons and placing orders; a Mini Program cannot show one. Not needed with Magento 2.4.9 or our module.'
  return warn('login', `A login that must fail was refused otherwise: ${wordsOf(answer)}`, change)
}

/** Whether what everybody sees may be cached on its way. */
export async function checkCaching(surgery: Surgery): Promise<Finding> {
  const answer = await surgery.ask(StoreConfigDocument, {}, { method: 'GET' })
  if (!answer.data) return fail('cache', `Reads by GET are refused: ${wordsOf(answer)}`, 'Let GET /graphql through.')
  const { headers } = answer
  const marks = ['x-magento-cache-id', 'x-magento-cache-debug', 'x-cache', 'age'].filter((name) => headers.has(name))
  if (marks.length > 0) return ok('cache', `Reads by GET can be cached (${marks.join(', ')}).`)
  const change = 'Put Varnish or Fastly before Magento, and set full page caching to it.'
  return warn('cache', 'Nothing says that reads by GET are cached: each goes to PHP.', change)
}
