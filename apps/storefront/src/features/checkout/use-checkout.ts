import { isApiError } from '@xiaopu/api-client'
import type { FapiaoRequest, Order, PurchaseSource } from '@xiaopu/contract'
import { useRef, useState } from 'react'
import { errorSentence } from '../../api/error-sentence'
import { type MessageKey, useLocale } from '../../i18n'
import { type Answer, confirm, replace, toast } from '../../wechat'
import { usePayment } from '../payment'
import type { RefusedLines } from './line-problem'
import { orderKeysMeant } from './order-key'
import { useAddress } from './use-address'
import { useCoupon } from './use-coupon'
import { useFitting } from './use-fitting'
import { usePlaceOrder } from './use-place-order'
import { useQuote } from './use-quote'
import { useUnsent } from './use-unsent'

/** What the page says above the goods until the next try. */
export type Notice = Extract<
  MessageKey,
  | 'checkout.quoteChanged'
  | 'checkout.couponGone'
  | 'checkout.linesGone'
  | 'checkout.noAnswer'
  | 'delivery.takenOut'
  | 'delivery.unsentSince'
>

/** The whole of checkout: what is bought, where it goes, and the way from 提交订单 to the result. */
export function useCheckout(source: PurchaseSource) {
  const { t } = useLocale()
  const [fapiao, setFapiao] = useState<FapiaoRequest | null>(null)
  const [remark, setRemark] = useState('')
  const [notice, setNotice] = useState<Notice | null>(null)
  const [refused, setRefused] = useState<RefusedLines>([])
  const [submitting, setSubmitting] = useState(false)
  const locked = useRef(false)

  const { address, settling, choose, write } = useAddress()
  const { place } = usePlaceOrder()
  const { pay } = usePayment()
  const coupon = useCoupon(source, address)
  const { quote, error, old: asked, refresh } = useQuote({ source, address, coupon: coupon.coupon })
  const old = asked || coupon.trying
  // Deferred: nothing of checkout waits for it.
  const fitting = useFitting({ source, address, quote, coupon, enabled: !old && !settling && !submitting })
  const unsent = useUnsent(quote)
  const undeliverable = Boolean(address && quote?.problems.includes('address_undeliverable'))
  const blocked = refused.length > 0 || Boolean(quote?.problems.includes('lines_unavailable'))

  async function toThePayment({ id }: Order) {
    return (await pay(id)) === 'waiting' ? replace('order', { id }) : replace('result', { order: id })
  }

  /** It may have been ordered before: whoever does not look first has been told. */
  async function lookFirst(title: 'checkout.maybePlaced' | 'checkout.perhapsPlaced') {
    const question = {
      title: t(title),
      content: t('checkout.maybePlacedHint'),
      confirm: t('checkout.seeOrders'),
      cancel: t('common.cancel'),
    }
    return (await confirm(question)) ? replace('orders', {}) : undefined
  }

  /** The order was not placed, or nobody knows: say what helps. */
  async function explain(failure: unknown): Promise<Answer<void> | undefined> {
    const code = isApiError(failure) ? failure.code : 'unexpected'
    if (code === 'quote_changed') {
      const counted = Boolean(quote?.coupon)
      const { data: now } = await refresh()
      fitting.refit()
      setNotice(counted && now?.couponRefused ? 'checkout.couponGone' : 'checkout.quoteChanged')
    } else if (code === 'lines_unavailable') {
      const lines = (isApiError(failure) && failure.lines) || []
      const onlyUnsent = lines.length > 0 && lines.every(({ status }) => status === 'undeliverable')
      if (onlyUnsent) await refresh()
      else setRefused(lines)
      setNotice(onlyUnsent ? 'delivery.unsentSince' : 'checkout.linesGone')
    } else if (code === 'idempotency_key_reused') {
      return lookFirst('checkout.maybePlaced')
    } else if (code === 'network' || code === 'timeout' || code === 'bad_answer') setNotice('checkout.noAnswer')
    else {
      toast(errorSentence(failure, t))
      if (code === 'address_undeliverable' || code === 'nothing_to_buy') await refresh()
    }
    return undefined
  }

  async function submit() {
    if (locked.current || !quote || old || settling) return
    if (!address) return choose()
    if (undeliverable) return toast(t('errors.address_undeliverable'))
    if (blocked) return toast(t('errors.lines_unavailable'))
    if (unsent.lines.length > 0) return toast(t('delivery.unsentFirst'))
    locked.current = true
    coupon.decide()
    setSubmitting(true)
    setNotice(null)
    const counting = quote.coupon?.code ?? null
    const order = { quoteId: quote.id, source, address, fapiao, remark: remark.trim() }
    const left = orderKeysMeant.mayBePlacedOtherwise({ source, coupon: counting })
      ? await lookFirst('checkout.perhapsPlaced')
      : await place(order, counting).then(toThePayment, explain)
    // The page is on its way out: what it shows must not take another tap.
    if (left?.status === 'ok') return
    locked.current = false
    setSubmitting(false)
  }

  /** They stay in the cart, for another address; the shopper sees the new sums before ordering. */
  async function takeOut() {
    if (locked.current) return
    locked.current = true
    if (await unsent.takeOut()) {
      await refresh()
      fitting.refit()
      setNotice('delivery.takenOut')
    }
    locked.current = false
  }

  return {
    /** Not before it is known where it goes: the page then opens with the sums that hold. */
    quote: settling ? undefined : quote,
    error,
    retry: () => void refresh(),
    old,
    address,
    /** Which address it is, is still being asked. */
    settling,
    chooseAddress: () => void (locked.current || choose()),
    writeAddress: () => void (locked.current || write()),
    undeliverable,
    unsent,
    takeOut: () => void takeOut(),
    refused,
    blocked,
    notice,
    coupon,
    fitting,
    fapiao,
    setFapiao,
    remark,
    setRemark,
    submitting,
    submit: () => void submit(),
  }
}
