import type { FapiaoRequest } from '@xiaopu/contract'
import { useState } from 'react'
import { useLocale } from '../../i18n'
import { chooseInvoiceTitle, confirm, openSettings, toast } from '../../wechat'
import { EMPTY_FAPIAO, type FapiaoForm, formFrom, formOf, readFapiao } from './fapiao-form'

/** The fapiao sheet's fields. It opens with what was asked for before; nothing counts until it is done. */
export function useFapiaoForm(
  open: boolean,
  fapiao: FapiaoRequest | null,
  onDone: (fapiao: FapiaoRequest | null) => void,
) {
  const { t } = useLocale()
  const [form, setForm] = useState<FapiaoForm>(() => formOf(fapiao))
  /** Problems are shown once the shopper thinks they are done, and go while they mend them. */
  const [tried, setTried] = useState(false)

  const [wasOpen, setWasOpen] = useState(open)
  // While rendering, not in an effect: a tap may come before an effect runs, and would be overwritten by it.
  if (open !== wasOpen) {
    setWasOpen(open)
    if (open) {
      setForm(formOf(fapiao))
      setTried(false)
    }
  }

  const read = readFapiao(form)
  return {
    form,
    problems: tried ? read.problems : [],
    change: (changed: Partial<FapiaoForm>) => setForm((before) => ({ ...before, ...changed })),
    async importFromWechat() {
      const answer = await chooseInvoiceTitle()
      if (answer.status === 'ok') setForm(formFrom(answer.value))
      if (answer.status === 'failed') toast(t('checkout.fapiaoFailed'))
      if (answer.status === 'denied') {
        const question = {
          title: t('checkout.fapiaoDenied'),
          confirm: t('common.openSettings'),
          cancel: t('common.cancel'),
        }
        if (await confirm(question)) await openSettings()
      }
    },
    done() {
      setTried(true)
      if (read.problems.length === 0) onDone(read.fapiao)
    },
    clear() {
      setForm(EMPTY_FAPIAO)
      onDone(null)
    },
  }
}
