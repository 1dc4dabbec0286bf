import { errorSentence } from '../../api/error-sentence'
import { useLocale } from '../../i18n'
import { confirm, open, scan, toast } from '../../wechat'
import { productOfCode } from './product-of-code'
import { scannedProduct } from './scanned-product'

/** Scans a code and opens its product. A code that means none of ours is told so, and the next one can be tried at once. */
export function useScan() {
  const { locale, t } = useLocale()
  return async function scanAndOpen(): Promise<void> {
    const answer = await scan()
    if (answer.status === 'cancelled') return
    if (answer.status !== 'ok') {
      toast(t(answer.status === 'denied' ? 'home.scanDenied' : 'home.scanFailed'))
      return
    }
    const code = scannedProduct(answer.value)
    let id: string | null = null
    try {
      id = code && (await productOfCode(code, locale))
    } catch (error) {
      toast(errorSentence(error, t))
      return
    }
    if (id !== null) {
      await open('product', { id })
      return
    }
    const again = { title: t('home.scanUnknown'), confirm: t('home.scanAgain'), cancel: t('common.cancel') }
    if (await confirm(again)) await scanAndOpen()
  }
}
