import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useLocale } from '../../i18n'
import { type Answer, confirm, copy, download, openPdf } from '../../wechat'
import { rereadOrders } from '../orders'

/** The PDF of a fapiao, fetched and opened; a second tap meanwhile does nothing. */
export function useFapiaoDocument() {
  const { t } = useLocale()
  const client = useQueryClient()
  const [opening, setOpening] = useState(false)
  const running = useRef(false)
  const here = useRef(true)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])

  /** Who has left the page meanwhile does not want it over the next one. */
  async function fetched(url: string): Promise<Answer<void>> {
    const file = await download(url)
    if (!here.current) return { status: 'cancelled' }
    return file.status === 'ok' ? openPdf(file.value) : file
  }

  async function read(url: string) {
    if (running.current) return
    running.current = true
    setOpening(true)
    const { status } = await fetched(url)
    running.current = false
    setOpening(false)
    if (status === 'ok' || status === 'cancelled' || !here.current) return
    // The shop may have put another one in its place: the next tap then finds that.
    void rereadOrders(client)
    const question = {
      title: t('fapiao.notOpened'),
      content: t('fapiao.notOpenedHint'),
      confirm: t('fapiao.copyLink'),
      cancel: t('common.cancel'),
    }
    if (await confirm(question)) await copy(url)
  }

  return { opening, read: (url: string) => void read(url) }
}
