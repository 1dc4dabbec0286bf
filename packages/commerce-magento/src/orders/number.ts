/** WeChat Pay's out_trade_no (API v3, JSAPI order): 6–32 of 0-9A-Za-z_-. */
const FITS = /^[0-9A-Za-z_-]{6,32}$/

/**
 * The number a shopper sees, which is also the out_trade_no: Magento's own with the merchant's prefix. Where a merchant
 * has given it a form that does not fit, Magento's entity id stands in, which is as unique.
 */
export function orderNumber(prefix: string, increment: string, entityId: number): string {
  const number = `${prefix}${increment}`
  return FITS.test(number) ? number : `${prefix}E${String(entityId).padStart(9, '0')}`
}

/** @throws RangeError for a prefix no number could have */
export function checkPrefix(prefix: string): string {
  if (/^[0-9A-Za-z_-]{0,12}$/.test(prefix)) return prefix
  throw new RangeError('orderNumberPrefix: at most 12 of 0-9A-Za-z_-')
}
