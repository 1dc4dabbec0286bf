/** Whole fen (1/100 yuan). */
export type Fen = number
/** Degrees in GCJ-02. */
export interface GeoPoint {
  latitude: number
  longitude: number
}
export type Locale = 'zh-CN' | 'en'

/** A picture by the name the media store knows it by, or by a URL of its own (Magento's media host). */
export interface Picture {
  /** Key in the media store, or an absolute URL. */
  source: string
  /** Pixels of the largest size there is. */
  width: number
  height: number
  /** Average colour, `#rrggbb`. */
  tone: string
  alt: string
}

/** A film of a product, as phones play it: MP4 with H.264, or HLS from elsewhere. What is not known of it is null. */
export interface Video {
  /** Key in the media store, or an absolute https URL. */
  source: string
  poster: Picture | null
  seconds: number | null
  bytes: number | null
  /** Pixels, upright. */
  width: number | null
  height: number | null
}

export interface Page<Item> {
  items: Item[]
  /** Opaque to the caller; null on the last page. */
  nextCursor: string | null
  /** null where the back end cannot count cheaply. */
  total: number | null
}

/**
 * Who asks. `id` is the gateway's own, stable for one shopper whatever the back end; an adapter that needs an account
 * elsewhere (a Magento customer) finds or makes it by this id, never by an e-mail a client sent.
 */
export interface Customer {
  id: string
}

/** What every read needs to know besides its arguments. */
export interface Context {
  locale: Locale
}
/** A call on behalf of a shopper: the back end answers only with what is theirs. */
export interface ShopperContext extends Context {
  customer: Customer
}
