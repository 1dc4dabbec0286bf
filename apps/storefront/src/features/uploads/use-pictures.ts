import { type Aborter, createAborter } from '@xiaopu/api-client'
import type { Upload } from '@xiaopu/contract'
import { useEffect, useReducer, useRef } from 'react'
import { api } from '../../api/client'
import { errorSentence } from '../../api/error-sentence'
import { useLocale } from '../../i18n'
import { choosePictures, confirm, openSettings, previewPictures, toast } from '../../wechat'
import { type ChosenPicture, changePictures, keptPictures } from './chosen-pictures'

export type { ChosenPicture } from './chosen-pictures'
export type Pictures = ReturnType<typeof usePictures>

/** `stuck`: some are neither sent nor on their way, and the shopper has to decide. */
export type PicturesState = 'settled' | 'sending' | 'stuck'

export interface PicturesOptions {
  /** Sent before, such as those of a draft. */
  kept?: readonly Upload[]
  most?: number
  /** Hears of every change of what is with the shop, in the order shown, and of whether that is all. */
  onChange?: (uploads: Upload[], state: PicturesState) => void
}

let keys = 0

/**
 * Pictures to go with something: chosen, sent at once, sent again where that failed. What is still under way when the page goes is
 * given up; what was sent and not used the shop throws away by itself.
 */
export function usePictures({ kept = [], most = 9, onChange }: PicturesOptions = {}) {
  const { t } = useLocale()
  const [pictures, tell] = useReducer(changePictures, kept, keptPictures)
  const underway = useRef(new Map<string, Aborter>())
  const choosing = useRef(false)
  const uploads = pictures.flatMap(({ upload }) => upload ?? [])

  const is = (...states: ChosenPicture['state'][]) => pictures.some((each) => states.includes(each.state))
  const state: PicturesState = is('sending') ? 'sending' : is('failed', 'refused') ? 'stuck' : 'settled'

  const news = `${uploads.map(({ id }) => id)} ${state}`
  const told = useRef(news)
  useEffect(() => {
    if (told.current === news) return
    told.current = news
    onChange?.(uploads, state)
  })
  useEffect(() => {
    const aborters = underway.current
    return () => {
      for (const { abort } of aborters.values()) abort()
    }
  }, [])

  async function send(key: string, src: string) {
    const aborter = createAborter()
    underway.current.set(key, aborter)
    try {
      const onProgress = (percent: number) => tell({ kind: 'progress', key, percent })
      tell({ kind: 'sent', key, upload: await api.uploads.send(src, { onProgress, signal: aborter.signal }) })
    } catch (error) {
      if (aborter.signal.aborted) return
      tell({ kind: 'failed', key, error })
      toast(errorSentence(error, t))
    } finally {
      underway.current.delete(key)
    }
  }

  async function choose() {
    if (choosing.current) return
    choosing.current = true
    const answer = await choosePictures(most - pictures.length)
    choosing.current = false
    if (answer.status === 'failed') toast(t('uploads.failed'))
    if (answer.status === 'denied' && (await confirm(settingsQuestion()))) await openSettings()
    if (answer.status !== 'ok') return
    const added = answer.value.map((src) => ({ key: `chosen-${++keys}`, src }))
    tell({ kind: 'add', pictures: added })
    await Promise.all(added.map(({ key, src }) => send(key, src)))
  }

  const settingsQuestion = () => ({
    title: t('uploads.denied'),
    content: t('uploads.deniedHint'),
    confirm: t('common.openSettings'),
    cancel: t('common.cancel'),
  })

  return {
    pictures,
    most,
    /** With the shop, in the order shown. */
    uploads,
    sending: state === 'sending',
    /** Some are neither sent nor on their way: the shopper has to decide. */
    stuck: is('failed', 'refused'),
    choose,
    again(key: string) {
      const picture = pictures.find((each) => each.key === key)
      if (picture?.state !== 'failed') return
      tell({ kind: 'again', key })
      void send(key, picture.src)
    },
    remove(key: string) {
      underway.current.get(key)?.abort()
      tell({ kind: 'remove', key })
    },
    preview(key: string) {
      const shown = pictures.map(({ src, upload }) => upload?.picture.full ?? src)
      void previewPictures(
        shown,
        Math.max(
          0,
          pictures.findIndex((each) => each.key === key),
        ),
      )
    },
  }
}
