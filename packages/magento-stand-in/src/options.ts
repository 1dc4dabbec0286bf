import type { CatalogueFixture } from './fixtures/types'

export interface StoreFixture {
  code: string
  name?: string
  /** Magento's: `zh_Hans_CN`, `en_US`. */
  locale: string
  currency: string
  /** Code of the website it belongs to. Default `base`. */
  website?: string
  /** url_path of the category its catalogue begins at; default: the root of all. */
  rootCategory?: string
  /** What its order numbers begin with. Default as Magento: nothing for the first store view, its id for the others. */
  orderNumbersFrom?: string
}

/** Keys of a Magento integration, with which REST requests are signed (OAuth 1.0a). */
export interface IntegrationKeys {
  consumerKey: string
  consumerSecret: string
  accessToken: string
  accessTokenSecret: string
}

export interface MagentoProfile {
  version: '2.4.7' | '2.4.8' | '2.4.9'
  edition: 'opensource' | 'commerce'
}

/** What a merchant sets in the admin, with Magento's own defaults. */
export interface MagentoSettings {
  /** "Display Out of Stock Products": without it a sold-out product is in no list and has no page. Default false. */
  showOutOfStock: boolean
  /** "Only X left threshold"; `only_x_left_in_stock` is null above it. Default 0: always null. */
  stockThreshold: number
  /** `max_sale_qty`: pieces of one product in one cart. Default 10000. */
  maxSaleQuantity: number
  /** Lines of a street. Default 2. */
  streetLines: number
  guestCheckout: boolean
  orderCancellation: boolean
  cancellationReasons: string[]
  optionalZipCountries: string[]
  introspection: boolean
  /** Default 300 and 20. */
  maximumComplexity: number
  maximumDepth: number
  /** "Maximum page size", off (null) by default. */
  maximumPageSize: number | null
  /** ms. Default one hour. */
  customerTokenLifetime: number
  /** Whether an authorisation error is answered 401/403, as the documentation says, or 200, as many stores do. */
  authorisationErrorsAs: 200 | 401
  /** What becomes of a cart line whose product is disabled: Magento drops it when the cart is loaded. Default dropped. */
  disabledCartLines: 'dropped' | 'kept'
  searchMinimumLength: number
  /** Major units. */
  flatRate: number
  /** Subtotal from which shipping is free; null: never. Major units. */
  freeShippingFrom: number | null
  /** `status` of a new order: `pending` for an offline method, `pending_payment` for one that waits for money. */
  paymentMethods: { code: string; title: string; status: 'pending' | 'pending_payment' }[]
  /** Added to this installation's region ids, which no two installations share. */
  regionIdBase: number
  /**
   * The merchant has installed the Mini Program's module, which gives tokens to customers of this e-mail domain (empty: to
   * nobody); null: there is no such module. Default null.
   */
  module: { emailDomain: string } | null
  /** Whether customers prove that they are no robots: then no token without integration rights. Default false. */
  captcha: boolean
}

export interface MagentoStandInOptions {
  /** Default 127.0.0.1. */
  host?: string
  /** Default 0: a free one. */
  port?: number
  /** Its base URL, under which pictures are found from outside; without a slash at the end. Default: where it listens. */
  publicUrl?: string
  /** SDL of a Magento, or the part of it that a client uses. */
  schema: { sdl: string }
  profile: MagentoProfile
  integration: IntegrationKeys
  /** The first is the default store. */
  stores: StoreFixture[]
  catalogue: CatalogueFixture
  settings?: Partial<MagentoSettings>
  /** Folder whose files are served below /media/catalog/product/. */
  mediaFolder?: string | string[]
  /** Told when an order's status changes or a shipment is made. */
  webhook?: { url: string; secret: string }
  /** File the orders, carts and customers are kept in between two runs. */
  statePath?: string
  /** ms since 1970; default Date.now. */
  clock?: () => number
}

export const DEFAULT_SETTINGS: MagentoSettings = {
  showOutOfStock: false,
  stockThreshold: 0,
  maxSaleQuantity: 10_000,
  streetLines: 2,
  guestCheckout: true,
  orderCancellation: false,
  cancellationReasons: ['不想要了', '其他'],
  optionalZipCountries: ['HK', 'IE', 'MO', 'PA'],
  introspection: true,
  maximumComplexity: 300,
  maximumDepth: 20,
  maximumPageSize: null,
  customerTokenLifetime: 3_600_000,
  authorisationErrorsAs: 200,
  disabledCartLines: 'dropped',
  searchMinimumLength: 1,
  flatRate: 10,
  freeShippingFrom: null,
  paymentMethods: [
    { code: 'checkmo', title: '微信支付', status: 'pending' },
    { code: 'banktransfer', title: '银行转账', status: 'pending' },
  ],
  regionIdBase: 1_100,
  module: null,
  captcha: false,
}
