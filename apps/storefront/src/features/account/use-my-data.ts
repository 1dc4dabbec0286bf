import { useState } from 'react'
import { api } from '../../api/client'
import { errorSentence } from '../../api/error-sentence'
import { useLocale } from '../../i18n'
import { copy, saveTextFile, shareFile, toast } from '../../wechat'

interface Ready {
  text: string
  /** null: the phone had no room for it. */
  path: string | null
}

/** In the chat it is sent to, one knows it by this name. */
const FILE = 'my-data.json'

/** Everything that is kept of the shopper, as a file to send on; as text where the phone is full. */
export function useMyData() {
  const { t } = useLocale()
  const [ready, setReady] = useState<Ready | null>(null)
  const [fetching, setFetching] = useState(false)
  const [notice, setNotice] = useState<string | null>(null)

  async function download() {
    setFetching(true)
    setNotice(null)
    try {
      const text = JSON.stringify(await api.me.data(), null, 2)
      const saved = await saveTextFile(FILE, text)
      setReady({ text, path: saved.status === 'ok' ? saved.value : null })
      setNotice(t(saved.status === 'ok' ? 'account.downloadReady' : 'account.phoneFull'))
    } catch (error) {
      toast(errorSentence(error, t))
    } finally {
      setFetching(false)
    }
  }

  async function send() {
    if (!ready?.path) return
    const answer = await shareFile(ready.path, FILE)
    if (answer.status !== 'ok' && answer.status !== 'cancelled') setNotice(t('account.sendFailed'))
  }

  async function copyText() {
    if (!ready) return
    const answer = await copy(ready.text)
    if (answer.status === 'ok') setNotice(t('account.copied'))
  }

  return {
    fetching,
    notice,
    ready: ready !== null,
    canSend: ready?.path != null,
    download: () => void download(),
    send: () => void send(),
    copyText: () => void copyText(),
  }
}
