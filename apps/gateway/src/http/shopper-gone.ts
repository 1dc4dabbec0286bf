const FOREIGN_KEY = '23503'

/** Whether a row was refused because its shopper is no more: the account was deleted while the call was on its way. */
export function isShopperGone(error: unknown): boolean {
  for (let cause = error; typeof cause === 'object' && cause !== null; cause = (cause as { cause?: unknown }).cause) {
    const { code, constraint } = cause as { code?: unknown; constraint?: unknown }
    if (code === FOREIGN_KEY) return String(constraint).includes('_shopper_id_shoppers_')
  }
  return false
}
