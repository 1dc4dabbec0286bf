import { useQueryClient } from '@tanstack/react-query'
import { isApiError } from '@xiaopu/api-client'
import type { SavedAddress } from '@xiaopu/contract'
import { useRef, useState } from 'react'
import { api } from '../../api/client'
import { errorSentence } from '../../api/error-sentence'
import { useLocale } from '../../i18n'
import { toast } from '../../wechat'
import {
  type AddressField,
  type AddressForm,
  formOf,
  isSameForm,
  NO_ADDRESS,
  problemsOf,
  refusedFields,
  trimmed,
} from './address-form'
import { keepAddress } from './address-keys'

/**
 * One address being written.
 * @param address the one of the book that is changed; null for a new one
 */
export function useAddressForm(address: SavedAddress | null) {
  const { t } = useLocale()
  const client = useQueryClient()
  const [before] = useState(() => (address ? formOf(address) : NO_ADDRESS))
  const [form, setForm] = useState<AddressForm>(before)
  /** Problems are shown once the shopper thinks they are done, and go while they mend them. */
  const [tried, setTried] = useState(false)
  /** What the gateway did not take, until it is changed. */
  const [refused, setRefused] = useState<AddressField[]>([])
  /** Which field the keyboard is to open for. */
  const [focus, setFocus] = useState<AddressField | null>(null)
  const [saving, setSaving] = useState(false)
  const [saved, setSaved] = useState<SavedAddress | null>(null)
  const running = useRef(false)
  const missing = problemsOf(form)

  async function send() {
    const body = trimmed(form)
    try {
      const answer = address
        ? await api.addresses.change(address.id, body)
        : await api.addresses.save({ ...body, fromWechat: false })
      keepAddress(client, answer)
      setSaved(answer)
    } catch (error) {
      const code = isApiError(error) ? error.code : undefined
      const fields = code === 'validation_failed' && isApiError(error) ? refusedFields(error.fields) : []
      setRefused(fields)
      setFocus(fields[0] ?? null)
      if (fields.length === 0) toast(code === 'not_found' ? t('address.gone') : errorSentence(error, t))
    }
  }

  return {
    form,
    focus,
    leaveField: () => setFocus(null),
    /** Says what is still missing in `now`, and opens the keyboard for the first of it. */
    askForRest(now: AddressForm) {
      setTried(true)
      setFocus(problemsOf(now)[0] ?? null)
    },
    hasProblem: (field: AddressField) => refused.includes(field) || (tried && missing.includes(field)),
    change(changed: Partial<AddressForm>) {
      setForm((now) => ({ ...now, ...changed }))
      const names = refusedFields(Object.keys(changed).map((path) => ({ path })))
      setRefused((fields) => fields.filter((field) => !names.includes(field)))
    },
    /** Something is written that the book does not have. */
    unsaved: !saved && !isSameForm(form, before),
    saving,
    saved,
    async save() {
      if (running.current || saved) return
      setTried(true)
      if (missing.length > 0) return setFocus(missing[0] ?? null)
      running.current = true
      setSaving(true)
      await send()
      running.current = false
      setSaving(false)
    },
  }
}
