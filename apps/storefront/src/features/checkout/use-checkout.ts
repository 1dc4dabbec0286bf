import { isApiError } from '@xiaopu/api-client'
import type { FapiaoRequest, Order, PurchaseSource, Quote } from '@xiaopu/contract'
import { useRef, useState } from 'react'
import { errorSentence } from '../../api/error-sentence'
import { type MessageKey, useLocale } from '../../i18n'
import { type Answer, confirm, replace, toast } from '../../wechat'
import { usePayment } from '../payment'
import type { Apart } from './apart'
import { sameCode } from './coupon-joining'
import type { RefusedLines } from './line-problem'
import { orderKeysMeant } from './order-key'
import { useAddress } from './use-address'
import { useApart } from './use-apart'
import { useCoupons } from './use-coupons'
import { useFitting } from './use-fitting'
import { usePickup, usePickupStores } from './use-pickup'
import { usePlaceOrder } from './use-place-order'
import { useQuote } from './use-quote'

/** What the page says above the goods until the next try. */
export type Notice = Extract<
  MessageKey,
  | 'checkout.quoteChanged'
  | 'checkout.couponGone'
  | 'checkout.linesGone'
  | 'checkout.noAnswer'
  | 'delivery.takenOut'
  | 'delivery.unsentSince'
  | 'pickup.takenOut'
  | 'pickup.onlySince'
>

/**
 * The whole of checkout: what is bought, where it goes, and the way from 提交订单 to the result.
 * @param toPickUp it begins with a store
 */
export function useCheckout(source: PurchaseSource, toPickUp = false) {
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
  const pickup = usePickup(address, toPickUp)
  const wish = { source, address, delivery: pickup.delivery }
  const coupons = useCoupons(wish)
  const { quote, error, old: asked, refresh } = useQuote({ ...wish, coupons: coupons.codes })
  const pickupStores = usePickupStores(pickup, quote?.lines)
  const old = asked || coupons.trying || (pickup.wanted && pickup.delivery === null)
  // Deferred: nothing of checkout waits for it.
  const fitting = useFitting({ ...wish, quote, coupons, enabled: !old && !settling && !submitting })
  /** Of the quote on the screen, which may still be that of the other way. */
  const [atStore, setAtStore] = useState(false)
  if (!asked && atStore !== (pickup.delivery !== null)) setAtStore(pickup.delivery !== null)
  const { apart, together, gone, ...parting } = useApart(quote, refused, atStore)
  /** Opened for a store, the page waits for the first one instead of showing what sending would cost. */
  const [opened, setOpened] = useState(!toPickUp)
  const storeless = pickupStores.error !== null || pickupStores.stores?.length === 0
  if (!opened && (atStore || storeless || !pickup.wanted)) setOpened(true)
  const undeliverable = Boolean(address && !pickup.wanted && quote?.problems.includes('address_undeliverable'))
  const blocked = gone.length > 0

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
      const counted = quote?.coupons.map(({ code }) => code) ?? []
      const { data: now } = await refresh()
      fitting.refit()
      const gone = now?.couponsRefused.some(({ code }) => counted.some((one) => sameCode(one, code)))
      setNotice(gone ? 'checkout.couponGone' : 'checkout.quoteChanged')
    } else if (code === 'lines_unavailable') {
      const lines = (isApiError(failure) && failure.lines) || []
      const onlyUnsent = lines.length > 0 && lines.every(({ status }) => status === 'undeliverable')
      const onlyPickup = lines.length > 0 && lines.every(({ status, pickup }) => status === 'sold_out' && pickup)
      if (onlyUnsent) await refresh()
      else setRefused(lines)
      setNotice(onlyUnsent ? 'delivery.unsentSince' : onlyPickup ? 'pickup.onlySince' : 'checkout.linesGone')
    } else if (code === 'store_out_of_stock' || code === 'store_unavailable') {
      toast(errorSentence(failure, t))
      pickupStores.retry()
      await refresh()
    } else if (code === 'idempotency_key_reused') {
      return lookFirst('checkout.maybePlaced')
    } else if (code === 'network' || code === 'timeout' || code === 'bad_answer') setNotice('checkout.noAnswer')
    else {
      toast(errorSentence(failure, t))
      if (code === 'address_undeliverable' || code === 'nothing_to_buy') await refresh()
    }
    return undefined
  }

  /** Says what is missing, where something is. */
  function canPickUp({ problems }: Quote): boolean {
    const problem = problems.find((one) => one === 'store_unavailable' || one === 'store_out_of_stock')
    if (problem) toast(t(`errors.${problem}`))
    else if (!pickup.choice) pickup.ask()
    return !problem && pickup.choice !== null
  }

  async function submit() {
    if (locked.current || !quote || old || (settling && !pickup.wanted)) return
    if (pickup.wanted ? !canPickUp(quote) : !address) return pickup.wanted ? undefined : choose()
    if (undeliverable) return toast(t('errors.address_undeliverable'))
    if (blocked) return toast(t('errors.lines_unavailable'))
    if (parting.has('pickup_only')) return toast(t('pickup.onlyFirst'))
    if (parting.has('unsent')) return toast(t('delivery.unsentFirst'))
    locked.current = true
    coupons.decide()
    setSubmitting(true)
    setNotice(null)
    const counting = quote.coupons.map(({ code }) => code)
    const delivery = pickup.choice ?? undefined
    const order = {
      quoteId: quote.id,
      source,
      address: delivery ? null : address,
      delivery,
      fapiao,
      remark: remark.trim(),
    }
    const left = orderKeysMeant.mayBePlacedOtherwise({ source, coupons: counting })
      ? await lookFirst('checkout.perhapsPlaced')
      : await place(order, counting).then(toThePayment, explain)
    // The page is on its way out: what it shows must not take another tap.
    if (left?.status === 'ok') return
    locked.current = false
    setSubmitting(false)
  }

  /** They stay in the cart, for another address or a store; the shopper sees the new sums before ordering. */
  async function takeOut(some: Apart) {
    if (locked.current) return
    locked.current = true
    if (await parting.takeOut(some)) {
      await refresh()
      fitting.refit()
      setRefused([])
      setNotice(some.because === 'unsent' ? 'delivery.takenOut' : 'pickup.takenOut')
    }
    locked.current = false
  }

  /** All of it, as no parcel can have what only stores have. */
  async function toStore(some: Apart) {
    if (locked.current) return
    locked.current = true
    if (await parting.keepToPickUp(some)) {
      setRefused([])
      setNotice(null)
      pickup.want(true)
    }
    locked.current = false
  }

  return {
    /** Not before it is known where it goes: the page then opens with the sums that hold. */
    quote: settling || !opened ? undefined : quote,
    error,
    retry: () => void refresh(),
    old,
    address,
    /** Which address it is, is still being asked. */
    settling,
    chooseAddress: () => void (locked.current || choose()),
    writeAddress: () => void (locked.current || write()),
    pickup,
    pickupStores,
    undeliverable,
    apart,
    together,
    canTakeOut: parting.canTakeOut,
    takingOut: parting.takingOut,
    takeOut: (some: Apart) => void takeOut(some),
    toStore: (some: Apart) => void toStore(some),
    blocked,
    notice,
    coupons,
    fitting,
    fapiao,
    setFapiao,
    remark,
    setRemark,
    submitting,
    submit: () => void submit(),
  }
}
