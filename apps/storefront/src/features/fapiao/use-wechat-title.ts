import { useRef } from 'react'
import { useLocale } from '../../i18n'
import { chooseInvoiceTitle, confirm, openSettings, toast } from '../../wechat'
import { type FapiaoForm, formFrom } from './fapiao-form'

/** WeChat's invoice titles. @returns null when none was chosen; what there is to say about that has been said */
export function useWechatTitle(): () => Promise<FapiaoForm | null> {
  const { t } = useLocale()
  const choosing = useRef(false)
  return async () => {
    if (choosing.current) return null
    choosing.current = true
    const answer = await chooseInvoiceTitle()
    choosing.current = false
    if (answer.status === 'ok') return formFrom(answer.value)
    if (answer.status === 'failed') toast(t('checkout.fapiaoFailed'))
    if (answer.status === 'denied') {
      const question = {
        title: t('checkout.fapiaoDenied'),
        content: t('fapiao.deniedHint'),
        confirm: t('common.openSettings'),
        cancel: t('common.cancel'),
      }
      if (await confirm(question)) await openSettings()
    }
    return null
  }
}
