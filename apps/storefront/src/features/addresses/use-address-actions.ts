import { useQueryClient } from '@tanstack/react-query'
import { isApiError } from '@xiaopu/api-client'
import type { SavedAddress } from '@xiaopu/contract'
import { useRef, useState } from 'react'
import { api } from '../../api/client'
import { errorSentence } from '../../api/error-sentence'
import { useLocale } from '../../i18n'
import { confirm, toast } from '../../wechat'
import { addressLine } from '../orders/address-lines'
import { plainAddress } from './address-from'
import { ADDRESS_BOOK, keepAddress, rereadAddresses } from './address-keys'
import { forgetAddress } from './chosen-address'

const isGone = (error: unknown) => isApiError(error) && error.code === 'not_found'

/** What can be done with an entry of the book, one thing at a time; `busy` is the entry concerned. */
export function useAddressActions() {
  const { t } = useLocale()
  const client = useQueryClient()
  const running = useRef(false)
  const [busy, setBusy] = useState<string | null>(null)

  async function alone(id: string, act: () => Promise<void>) {
    if (running.current) return
    running.current = true
    setBusy(id)
    try {
      await act()
    } catch (error) {
      toast(isGone(error) ? t('address.gone') : errorSentence(error, t))
      await rereadAddresses(client)
    } finally {
      running.current = false
      setBusy(null)
    }
  }

  return {
    busy,
    makeDefault: (saved: SavedAddress) =>
      alone(saved.id, async () =>
        keepAddress(client, await api.addresses.change(saved.id, { ...plainAddress(saved), isDefault: true })),
      ),

    /** Asks first. One that is gone already is gone. */
    remove: (saved: SavedAddress) =>
      alone(saved.id, async () => {
        const question = {
          title: t('address.removeAsk'),
          content: `${saved.name} ${addressLine(saved)}`,
          confirm: t('address.remove'),
          cancel: t('common.cancel'),
        }
        if (!(await confirm(question))) return
        await api.addresses.remove(saved.id).catch((error: unknown) => {
          if (!isGone(error)) throw error
        })
        forgetAddress(saved)
        client.setQueryData<SavedAddress[]>(ADDRESS_BOOK, (book) => book?.filter(({ id }) => id !== saved.id))
        await rereadAddresses(client)
      }),
  }
}
