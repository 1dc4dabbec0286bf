import { useQueryClient } from '@tanstack/react-query'
import { isApiError } from '@xiaopu/api-client'
import type { FapiaoRequest, FapiaoTitle } from '@xiaopu/contract'
import { useRef, useState } from 'react'
import { api } from '../../api/client'
import { errorSentence } from '../../api/error-sentence'
import { useLocale } from '../../i18n'
import { toast } from '../../wechat'
import {
  EMPTY_FAPIAO,
  type FapiaoForm,
  type FapiaoProblem,
  formOf,
  isSameForm,
  readFapiao,
  refusedFields,
} from './fapiao-form'
import { takeImported } from './imported-title'
import { keepTitle, plainTitle } from './titles'
import { useWechatTitle } from './use-wechat-title'

const NEW: FapiaoForm = { ...EMPTY_FAPIAO, kind: 'company' }

/**
 * One title being written.
 * @param title the kept one that is changed; null for a new one
 */
export function useTitleForm(title: FapiaoTitle | null) {
  const { t } = useLocale()
  const client = useQueryClient()
  const choose = useWechatTitle()
  const [before] = useState(() => (title ? formOf(plainTitle(title)) : NEW))
  const [imported] = useState(() => (title ? null : takeImported()))
  const [form, setForm] = useState(imported ?? before)
  const [isDefault, setDefault] = useState(title?.isDefault ?? false)
  /** Problems are shown once the shopper thinks they are done, and go while they mend them; of what came from WeChat at once. */
  const [tried, setTried] = useState(imported !== null)
  /** What the gateway did not take, until it is changed. */
  const [refused, setRefused] = useState<FapiaoProblem[]>([])
  const [saving, setSaving] = useState(false)
  const [saved, setSaved] = useState<FapiaoTitle | null>(null)
  const running = useRef(false)
  const read = readFapiao(form)

  async function send(fapiao: FapiaoRequest) {
    const body = { ...fapiao, isDefault }
    try {
      const answer = title ? await api.fapiao.change(title.id, body) : await api.fapiao.save(body)
      keepTitle(client, answer)
      setSaved(answer)
    } catch (error) {
      const code = isApiError(error) ? error.code : undefined
      const fields = code === 'validation_failed' && isApiError(error) ? refusedFields(error.fields) : []
      setRefused(fields)
      if (fields.length === 0) toast(code === 'not_found' ? t('fapiao.gone') : errorSentence(error, t))
    }
  }

  return {
    form,
    isDefault,
    setDefault,
    problems: [...(tried ? read.problems : []), ...refused],
    change(changed: Partial<FapiaoForm>) {
      setForm((now) => ({ ...now, ...changed }))
      setRefused((fields) => fields.filter((field) => !(field in changed)))
    },
    async importFromWechat() {
      const chosen = await choose()
      if (chosen) setForm(chosen)
      if (chosen) setTried(true)
    },
    /** Something is written that is not kept. */
    unsaved: !saved && (!isSameForm(form, before) || isDefault !== (title?.isDefault ?? false)),
    saving,
    saved,
    async save() {
      if (running.current || saved) return
      setTried(true)
      if (!read.fapiao) return
      running.current = true
      setSaving(true)
      await send(read.fapiao)
      running.current = false
      setSaving(false)
    },
  }
}
