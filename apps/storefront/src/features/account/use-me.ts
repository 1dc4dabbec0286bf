import { useQuery } from '@tanstack/react-query'
import type { Shopper } from '@xiaopu/contract'
import { useState } from 'react'
import { api } from '../../api/client'
import { errorSentence } from '../../api/error-sentence'
import { queryClient } from '../../api/query-client'
import { useLocale } from '../../i18n'
import { confirm, type PhoneNumberEvent, phoneCodeOf, toast } from '../../wechat'
import { ME, readMe } from '../profile/read-me'

const keep = (shopper: Shopper) => void queryClient.setQueryData(ME, shopper)

/** Who the shopper is, for the page where they change it: it signs in, whoever comes here wants to be known. */
export function useMe() {
  const { data, error, refetch } = useQuery({ queryKey: ME, queryFn: readMe })
  return { me: data, error: data ? null : error, retry: () => void refetch() }
}

/** Picture and name. A chosen picture is sent at once; the name goes with the form, when WeChat has checked it. */
export function useMyDetails() {
  const { t } = useLocale()
  const [sending, setSending] = useState(false)
  const [saving, setSaving] = useState(false)

  async function work(say: (busy: boolean) => void, change: () => Promise<Shopper>) {
    say(true)
    try {
      keep(await change())
      toast(t('account.saved'))
    } catch (error) {
      toast(errorSentence(error, t))
    } finally {
      say(false)
    }
  }

  return {
    sending,
    saving,
    changeAvatar: (filePath: string) =>
      work(setSending, async () => {
        const { id } = await api.uploads.send(filePath)
        return api.me.change({ avatarUploadId: id })
      }),
    saveNickname: (typed: string) => work(setSaving, () => api.me.change({ nickname: typed.trim() || null })),
  }
}

/** The number of WeChat. Who does not give it goes on as before, and is told so. */
export function useMyPhone() {
  const { t } = useLocale()
  const [busy, setBusy] = useState(false)
  const [notice, setNotice] = useState<string | null>(null)

  async function bind(detail: PhoneNumberEvent) {
    const answer = phoneCodeOf(detail)
    setNotice(null)
    if (answer.status === 'failed') return setNotice(t('account.phoneFailed'))
    if (answer.status !== 'ok') return setNotice(t('account.phoneRefused'))
    setBusy(true)
    try {
      keep(await api.me.bindPhone(answer.value))
      toast(t('account.phoneSaved'))
    } catch (error) {
      setNotice(errorSentence(error, t))
    } finally {
      setBusy(false)
    }
  }

  async function unbind() {
    const yes = { confirm: t('account.unbindPhone'), cancel: t('common.cancel') }
    if (!(await confirm({ title: t('account.unbindAsk'), ...yes }))) return
    try {
      keep(await api.me.unbindPhone())
    } catch (error) {
      toast(errorSentence(error, t))
    }
  }

  return { busy, notice, bind, unbind }
}
