import type { Order } from '@xiaopu/contract'
import { useLocale } from '../../i18n'
import { Cell, CellGroup } from '../../ui'
import { copy } from '../../wechat'
import { shopTime } from '../orders/date-words'
import { fapiaoStateWords, fapiaoWords } from '../orders/order-words'
import { useFapiaoDocument } from './use-fapiao-document'
import './FapiaoStatus.scss'

/** Whom it is made out to, and what has become of it: read here, or passed on as a link. */
export function FapiaoStatus({ order: { fapiao, fapiaoState: state, actions } }: { order: Order }) {
  const { t } = useLocale()
  const link = state?.link
  const refusal = state?.refusal
  const { opening, read } = useFapiaoDocument()

  return (
    <CellGroup className="fapiao-status">
      <Cell
        title={t('care.fapiaoStatus')}
        value={state ? fapiaoStateWords(state, t) : t('order.fapiaoNone')}
        note={refusal && actions.includes('request_fapiao') ? t('care.fapiaoRefusedHint') : undefined}
      />
      {refusal && <Cell title={t('care.fapiaoRefusal')} note={refusal} />}
      {fapiao && <Cell title={t('order.fapiao')} value={fapiaoWords(fapiao, t)} />}
      {fapiao?.kind === 'company' && <Cell title={t('checkout.taxNumber')} value={fapiao.taxNumber} />}
      {fapiao?.email && (
        <Cell
          title={t('care.fapiaoEmail')}
          value={fapiao.email}
          note={state?.mailedAt ? t('care.fapiaoMailed', { time: shopTime(state.mailedAt) }) : undefined}
        />
      )}
      {state && <Cell title={t('care.fapiaoRequestedAt')} value={shopTime(state.requestedAt)} />}
      {state?.number && <Cell title={t('care.fapiaoNumber')} value={state.number} />}
      {link && state.document && (
        <Cell
          title={t('care.fapiaoOpen')}
          value={opening ? t('fapiao.opening') : undefined}
          onClick={() => read(link)}
        />
      )}
      {link && (
        <Cell title={t('care.fapiaoLink')} value={t('order.copy')} onClick={() => void copy(link)} arrow={false} />
      )}
    </CellGroup>
  )
}
