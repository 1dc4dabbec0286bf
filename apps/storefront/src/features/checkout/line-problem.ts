import type { Problem, QuoteLine } from '@xiaopu/contract'
import type { Translate } from '../../i18n'

export type RefusedLines = NonNullable<Problem['lines']>

/** What stands in the way of a line. */
export function lineProblem(
  { status, available }: Pick<QuoteLine, 'status' | 'available'>,
  t: Translate,
  atStore = false,
): string | undefined {
  if (status === 'undeliverable') return t('delivery.lineUnsent')
  if (status === 'off_sale') return t('checkout.lineOffSale')
  if (status === 'sold_out' || (status === 'insufficient' && available === 0))
    return t(atStore ? 'pickup.lineShort' : 'checkout.lineSoldOut')
  if (status !== 'insufficient') return undefined
  return available === null ? t('checkout.lineShort') : t('checkout.lineShortOf', { count: available })
}
