import { useQueryClient } from '@tanstack/react-query'
import type { SavedAddress } from '@xiaopu/contract'
import { api } from '../../api/client'
import { isGone, useOneAtATime } from '../../api/use-one-at-a-time'
import { useLocale } from '../../i18n'
import { confirm } from '../../wechat'
import { addressLine } from '../orders/address-lines'
import { plainAddress } from './address-from'
import { ADDRESS_BOOK, keepAddress, rereadAddresses } from './address-keys'
import { forgetAddress } from './chosen-address'

/** What can be done with an entry of the book, one thing at a time; `busy` is the entry concerned. */
export function useAddressActions() {
  const { t } = useLocale()
  const client = useQueryClient()
  const { busy, alone } = useOneAtATime({ gone: t('address.gone'), reread: () => rereadAddresses(client) })

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
