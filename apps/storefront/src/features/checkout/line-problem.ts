import type { Problem, QuoteLine } from '@xiaopu/contract'
import type { Translate } from '../../i18n'

type Stock = Pick<QuoteLine, 'status' | 'available'>
export type RefusedLines = NonNullable<Problem['lines']>

/** What stands in the way of a line: as quoted, or as the gateway said when it refused the order, which is the later word. */
export function lineProblem(line: QuoteLine, refused: RefusedLines, t: Translate, atStore = false): string | undefined {
  const { status, available }: Stock = refused.find(({ skuId }) => skuId === line.skuId) ?? line
  if (status === 'undeliverable') return t('delivery.lineUnsent')
  if (status === 'off_sale') return t('checkout.lineOffSale')
  if (status === 'sold_out' || (status === 'insufficient' && available === 0))
    return t(atStore ? 'pickup.lineShort' : 'checkout.lineSoldOut')
  if (status !== 'insufficient') return undefined
  return available === null ? t('checkout.lineShort') : t('checkout.lineShortOf', { count: available })
}
