import type { Address } from '@xiaopu/contract'
import { useRef, useState } from 'react'
import { useLocale } from '../../i18n'
import { chooseAddress, confirm, openSettings, remember, remembered, toast } from '../../wechat'
import { addressFrom, rememberedAddress } from './address-book'

const KEY = 'address'

/** Where it goes: the address of last time until the shopper chooses another. A cancelled choice leaves it as it was. */
export function useAddress() {
  const { t } = useLocale()
  const [address, setAddress] = useState<Address | null>(() => rememberedAddress(remembered(KEY)))
  const choosing = useRef(false)

  async function choose(): Promise<void> {
    if (choosing.current) return
    choosing.current = true
    const answer = await chooseAddress()
    choosing.current = false
    if (answer.status === 'ok') {
      const chosen = addressFrom(answer.value)
      remember(KEY, chosen)
      setAddress(chosen)
    }
    if (answer.status === 'failed') toast(t('checkout.addressFailed'))
    if (answer.status === 'denied') {
      const question = {
        title: t('checkout.addressDenied'),
        content: t('checkout.addressDeniedHint'),
        confirm: t('common.openSettings'),
        cancel: t('common.cancel'),
      }
      if (await confirm(question)) await openSettings()
    }
  }
  return { address, choose }
}
