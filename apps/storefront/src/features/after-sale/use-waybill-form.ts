import type { Waybill } from '@xiaopu/contract'
import { useState } from 'react'
import { useLocale } from '../../i18n'
import { scan, toast } from '../../wechat'
import { carrierOf, scannedWaybill, type TypedWaybill, waybillOf, waybillProblems } from './waybill'

const NOTHING: TypedWaybill = { carrier: '', trackingNumber: '' }

/** How goods were sent back, being written or scanned. @param before what was said earlier and is corrected */
export function useWaybillForm(before: Waybill | null) {
  const { t } = useLocale()
  const [typed, setTyped] = useState<TypedWaybill>(before ?? NOTHING)
  const [tried, setTried] = useState(false)
  const problems = waybillProblems(typed)

  /** A carrier that was typed stays; one that the number gave away goes with it. */
  function setNumber(trackingNumber: string) {
    setTyped(({ carrier, trackingNumber: old }) => {
      const guessed = carrier === '' || carrier === carrierOf(waybillOf(old))
      return { trackingNumber, carrier: (guessed && carrierOf(waybillOf(trackingNumber))) || carrier }
    })
  }
  return {
    typed,
    problems: tried ? problems : { carrier: null, trackingNumber: null },
    setCarrier: (carrier: string) => setTyped((now) => ({ ...now, carrier })),
    setNumber,
    /** The label's code in place of typing. What it says wins over what stands there. */
    async scanNumber() {
      const answer = await scan()
      if (answer.status === 'cancelled') return
      if (answer.status !== 'ok')
        return toast(t(answer.status === 'denied' ? 'afterSale.scanDenied' : 'afterSale.scanFailed'))
      const number = scannedWaybill(answer.value.text)
      if (number === null) return toast(t('afterSale.scanUnknown'))
      setTyped(({ carrier }) => ({ trackingNumber: number, carrier: carrierOf(number) ?? carrier }))
    },
    /** Something is written that the shop does not have. */
    unsent: typed.carrier !== (before?.carrier ?? '') || typed.trackingNumber !== (before?.trackingNumber ?? ''),
    /** The waybill, when it can be sent; otherwise says what is missing. */
    check(): Waybill | null {
      setTried(true)
      if (problems.carrier || problems.trackingNumber) return null
      return { carrier: typed.carrier.trim(), trackingNumber: waybillOf(typed.trackingNumber) }
    },
  }
}
