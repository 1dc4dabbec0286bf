import type { Order as CommerceOrder } from '@xiaopu/commerce'
import type { FapiaoState } from '@xiaopu/contract'
import type { orderFapiao } from './tables'

/** With the whole address of a document that is kept here. */
export type FapiaoRow = typeof orderFapiao.$inferSelect

/** Where a document is read; `publicUrl` has no slash at the end. */
export const documentUrl = (publicUrl: string, key: string) => `${publicUrl}/fapiao/${key}.pdf`

/** What has become of an order's fapiao. One that was asked for with the order waits from the payment on. */
export function fapiaoState(
  { fapiao, paidAt, status, amounts }: Pick<CommerceOrder, 'fapiao' | 'paidAt' | 'status' | 'amounts'>,
  row: FapiaoRow | undefined,
): FapiaoState | null {
  if (row) {
    const { requestedAt, issuedAt, refusal, number, link, documentKey, mailedAt } = row
    return {
      status: issuedAt ? 'issued' : 'requested',
      requestedAt: requestedAt.toISOString(),
      issuedAt: issuedAt?.toISOString() ?? null,
      number,
      link,
      document: documentKey !== null,
      refusal,
      mailedAt: mailedAt?.toISOString() ?? null,
    }
  }
  if (!fapiao || !paidAt || status === 'cancelled' || amounts.total === 0) return null
  const nothing = { issuedAt: null, number: null, link: null, document: false, refusal: null }
  return { status: 'requested', requestedAt: paidAt.toISOString(), ...nothing }
}
