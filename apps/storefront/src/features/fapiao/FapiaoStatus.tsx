import type { Order } from '@xiaopu/contract'
import { useLocale } from '../../i18n'
import { Cell, CellGroup } from '../../ui'
import { copy, openPdf, toast } from '../../wechat'
import { shopTime } from '../orders/date-words'
import { fapiaoWords } from '../orders/order-words'

/** Whom it is made out to, and what has become of it: read here, or passed on as a link. */
export function FapiaoStatus({ order: { fapiao, fapiaoState: state, actions } }: { order: Order }) {
  const { t } = useLocale()
  const link = state?.link
  const refused = state?.status === 'refused'

  async function read(url: string) {
    if ((await openPdf(url)).status === 'failed') toast(t('care.fapiaoNotOpened'))
  }

  return (
    <CellGroup>
      <Cell
        title={t('care.fapiaoStatus')}
        value={state ? t(`care.fapiao_${state.status}`) : t('order.fapiaoNone')}
        note={refused && actions.includes('request_fapiao') ? t('care.fapiaoRefusedHint') : undefined}
      />
      {refused && state.refusal && <Cell title={t('care.fapiaoRefusal')} note={state.refusal} />}
      {fapiao && <Cell title={t('order.fapiao')} value={fapiaoWords(fapiao, t)} />}
      {fapiao?.kind === 'company' && <Cell title={t('checkout.taxNumber')} value={fapiao.taxNumber} />}
      {fapiao?.email && <Cell title={t('checkout.email')} value={fapiao.email} />}
      {state && <Cell title={t('care.fapiaoRequestedAt')} value={shopTime(state.requestedAt)} />}
      {state?.number && <Cell title={t('care.fapiaoNumber')} value={state.number} />}
      {link && state.document && <Cell title={t('care.fapiaoOpen')} onClick={() => void read(link)} />}
      {link && (
        <Cell title={t('care.fapiaoLink')} value={t('order.copy')} onClick={() => void copy(link)} arrow={false} />
      )}
    </CellGroup>
  )
}
