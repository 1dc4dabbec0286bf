import { useQueryClient } from '@tanstack/react-query'
import type { Address } from '@xiaopu/contract'
import { useRef } from 'react'
import { api } from '../../api/client'
import { errorSentence } from '../../api/error-sentence'
import { useLocale } from '../../i18n'
import { chooseAddress, confirm, openSettings, toast } from '../../wechat'
import { addressFrom } from './address-from'
import { keepAddress } from './address-keys'
import { chosenFrom, sendTo, useChosenAddress } from './chosen-address'

/** WeChat's address book: one is taken from it into the shop's own. */
export function useWechatAddress() {
  const { t } = useLocale()
  const client = useQueryClient()
  const choosing = useRef(false)

  /** null when none was chosen; what there is to say about that has been said. */
  async function choose(): Promise<Address | null> {
    if (choosing.current) return null
    choosing.current = true
    const answer = await chooseAddress()
    choosing.current = false
    if (answer.status === 'ok') return addressFrom(answer.value)
    if (answer.status === 'failed') toast(t('address.wechatFailed'))
    if (answer.status === 'denied') {
      const question = {
        title: t('address.wechatDenied'),
        content: t('address.wechatDeniedHint'),
        confirm: t('common.openSettings'),
        cancel: t('common.cancel'),
      }
      if (await confirm(question)) await openSettings()
    }
    return null
  }

  async function put(address: Address) {
    const saved = await api.addresses.save({ ...address, isDefault: false, fromWechat: true })
    keepAddress(client, saved)
    return saved
  }

  return {
    async importToBook() {
      const address = await choose()
      if (!address) return
      try {
        await put(address)
        toast(t('address.imported'))
      } catch (error) {
        toast(errorSentence(error, t))
      }
    },

    /** The purchase goes there at once. That the book would not take it is no reason to stop. @returns whether one was chosen */
    async importToCheckout(): Promise<boolean> {
      const address = await choose()
      if (!address) return false
      const chosen = { id: null, address }
      sendTo(chosen)
      void put(address).then(
        (saved) => {
          if (useChosenAddress.getState().chosen === chosen) sendTo(chosenFrom(saved))
        },
        () => toast(t('address.notKept')),
      )
      return true
    },
  }
}
