import type { Store } from '@xiaopu/contract'
import { useLocale } from '../../i18n'
import { call, openMap, toast } from '../../wechat'

type Place = Pick<Store, 'name' | 'address' | 'location' | 'phone'>

/** What one does with a store: go there, or call. A failure says what to do instead. */
export function useStoreActions() {
  const { t } = useLocale()
  return {
    async go({ name, address, location }: Place) {
      const answer = await openMap({ ...location, name, address })
      if (answer.status === 'failed') toast(t('stores.mapFailed'))
    },
    async call({ phone }: Place) {
      const answer = await call(phone)
      if (answer.status === 'failed') toast(t('stores.callFailed', { phone }))
    },
  }
}
