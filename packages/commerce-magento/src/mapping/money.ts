import type { Fen } from '@xiaopu/commerce'
import { MagentoMisconfigured } from '../transport/errors'

/** As Magento sends money: major units, as a Float. */
export interface Money {
  value?: number | null
  currency?: string | null
}

/**
 * Yuan as a Float to whole fen: the one place where it happens. 19.99 × 100 is 1998.9999999999998 in binary: rounded.
 *
 * @throws RangeError for what is no amount of money: a bug, or a broken store
 * @throws MagentoMisconfigured for money of another currency
 */
export function fenOf(money: Money | null | undefined): Fen {
  if (money?.currency && money.currency !== 'CNY') {
    throw new MagentoMisconfigured(`Magento's prices come in ${money.currency}: set the store view's currency to CNY`)
  }
  return fenOfYuan(money?.value)
}

/** REST says amounts without their currency. @throws RangeError */
export function fenOfYuan(yuan: number | null | undefined): Fen {
  const fen = Math.round(Number(yuan ?? Number.NaN) * 100)
  if (!Number.isSafeInteger(fen)) throw new RangeError(`Not an amount of money: ${yuan}`)
  // -0.001 must not become -0.
  return fen === 0 ? 0 : fen
}
