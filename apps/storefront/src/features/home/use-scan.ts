import { isApiError } from '@xiaopu/api-client'
import { api } from '../../api/client'
import { errorSentence } from '../../api/error-sentence'
import { queryClient } from '../../api/query-client'
import { useLocale } from '../../i18n'
import { open, scan, toast } from '../../wechat'
import { catalogKeys } from '../catalog'
import { scannedProduct } from './scanned-product'

/** Scans a code and opens its product. A code that means none of ours is told so, on the page one came from. */
export function useScan() {
  const { locale, t } = useLocale()
  return async function scanAndOpen() {
    const answer = await scan()
    if (answer.status === 'cancelled') return
    if (answer.status !== 'ok') {
      toast(t(answer.status === 'denied' ? 'home.scanDenied' : 'home.scanFailed'))
      return
    }
    const id = scannedProduct(answer.value)
    if (id === null) {
      toast(t('home.scanUnknown'))
      return
    }
    try {
      await queryClient.fetchQuery({
        queryKey: catalogKeys.product(id, locale),
        queryFn: ({ signal }) => api.catalog.product(id, { signal }),
      })
    } catch (error) {
      const unknown = isApiError(error) && (error.code === 'not_found' || error.code === 'validation_failed')
      toast(unknown ? t('home.scanUnknown') : errorSentence(error, t))
      return
    }
    await open('product', { id })
  }
}
