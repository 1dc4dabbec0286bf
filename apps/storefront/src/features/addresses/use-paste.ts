import { useRef, useState } from 'react'
import { api } from '../../api/client'
import { errorSentence } from '../../api/error-sentence'
import { useLocale } from '../../i18n'
import { confirm, toast } from '../../wechat'
import { type AddressField, conflicts, FIELDS, saysOf, withParsed } from './address-form'
import type { useAddressForm } from './use-address-form'

type Form = Pick<ReturnType<typeof useAddressForm>, 'form' | 'change' | 'askForRest'>

/** A pasted text is read into the form. What says otherwise than the form does is shown and asked for before it takes its place. */
export function usePaste({ form, change, askForRest }: Form) {
  const { t } = useLocale()
  const [text, setText] = useState('')
  const [reading, setReading] = useState(false)
  const running = useRef(false)
  /** While a text is read the shopper may write on. */
  const latest = useRef(form)
  latest.current = form

  async function read() {
    const parsed = await api.addresses.parse(text.trim())
    if (FIELDS.every((field) => saysOf(field, parsed) === '')) return toast(t('address.pasteUnread'))
    const otherwise = conflicts(latest.current, parsed)
    const line = (field: AddressField) => `${saysOf(field, latest.current)} → ${saysOf(field, parsed)}`
    const question = {
      title: t('address.pasteAsk'),
      content: otherwise.map(line).join('\n'),
      confirm: t('address.pasteReplace'),
      cancel: t('address.pasteKeep'),
    }
    const over = otherwise.length > 0 && (await confirm(question))
    const next = withParsed(latest.current, parsed, over)
    change(next)
    setText('')
    askForRest(next)
  }

  return {
    text,
    setText,
    reading,
    async readIn() {
      if (running.current || text.trim() === '') return
      running.current = true
      setReading(true)
      await read().catch((error: unknown) => toast(errorSentence(error, t)))
      running.current = false
      setReading(false)
    },
  }
}
