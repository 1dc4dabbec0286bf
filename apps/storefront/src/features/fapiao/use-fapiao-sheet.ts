import { useQueryClient } from '@tanstack/react-query'
import type { FapiaoRequest, FapiaoTitle } from '@xiaopu/contract'
import { useState } from 'react'
import { api } from '../../api/client'
import { errorSentence } from '../../api/error-sentence'
import { useLocale } from '../../i18n'
import { toast } from '../../wechat'
import { EMPTY_FAPIAO, type FapiaoForm, type FapiaoKind, formOf, isSameForm, readFapiao } from './fapiao-form'
import { keepTitle, plainTitle } from './titles'
import { useTitles } from './use-titles'
import { useWechatTitle } from './use-wechat-title'

export interface FapiaoWish {
  open: boolean
  /** As it was asked for before. */
  fapiao: FapiaoRequest | null
  onDone: (fapiao: FapiaoRequest | null) => void
  /** What the sheet is for: at checkout none is a choice; later one is asked for, or put right. */
  purpose: 'checkout' | 'ask' | 'amend'
}

const formOfTitle = (title: FapiaoTitle) => formOf(plainTitle(title))

/**
 * The fapiao sheet: it opens with what was asked for before, else with the shopper's default title, which is seen there and counts
 * only once it is done. Kept titles are a convenience: without them, it is filled in by hand.
 */
export function useFapiaoSheet({ open, fapiao, onDone, purpose }: FapiaoWish) {
  const { t } = useLocale()
  const client = useQueryClient()
  const choose = useWechatTitle()
  const { titles = [], error, retry } = useTitles(open)
  /** null: as it opened. */
  const [typed, setTyped] = useState<FapiaoForm | null>(null)
  /** By hand, whatever is kept. */
  const [writing, setWriting] = useState(false)
  /** Once it was said that none is wanted, none is suggested. */
  const [declined, setDeclined] = useState(false)
  const [keeps, setKeeps] = useState(false)
  /** Problems are shown once the shopper thinks they are done, and go while they mend them. */
  const [tried, setTried] = useState(false)

  const [wasOpen, setWasOpen] = useState(open)
  // While rendering, not in an effect: a tap may come before an effect runs, and would be overwritten by it.
  if (open !== wasOpen) {
    setWasOpen(open)
    if (open) {
      setTyped(null)
      setWriting(purpose === 'amend')
      setKeeps(false)
      setTried(false)
    }
  }

  const empty: FapiaoForm = purpose === 'checkout' ? EMPTY_FAPIAO : { ...EMPTY_FAPIAO, kind: 'personal' }
  const [first] = titles
  const suggested = first && !declined ? formOfTitle(first) : empty
  const form = typed ?? (fapiao ? formOf(fapiao) : suggested)
  const ofKind = titles.filter(({ kind }) => kind === form.kind)
  // Found by what it says: one that was deleted meanwhile leaves its words in the fields.
  const chosen = writing ? undefined : ofKind.find((title) => isSameForm(formOfTitle(title), form))
  const read = readFapiao(form)

  async function keep(request: FapiaoRequest) {
    try {
      keepTitle(client, await api.fapiao.save({ ...request, isDefault: false }))
    } catch (failure) {
      toast(`${t('fapiao.notKept')} ${errorSentence(failure, t)}`)
    }
  }

  return {
    form,
    /** Kept ones of the kind that is chosen. */
    titles: ofKind,
    chosen: chosen?.id ?? null,
    /** Whether the fields are shown. */
    byHand: form.kind !== 'none' && !chosen,
    failed: error !== null,
    retry,
    problems: tried ? read.problems : [],
    keeps,
    setKeeps,
    change: (changed: Partial<FapiaoForm>) => setTyped({ ...form, ...changed }),
    pickKind(kind: FapiaoKind) {
      const kept = writing ? undefined : titles.find((title) => title.kind === kind)
      // What was typed goes along to the other kind; what is kept belongs to its own.
      setTyped(kept ? formOfTitle(kept) : { ...(chosen ? EMPTY_FAPIAO : form), kind })
    },
    pick(title: FapiaoTitle) {
      setWriting(false)
      setTyped(formOfTitle(title))
    },
    writeNew() {
      if (!chosen) return
      setWriting(true)
      setTyped({ ...EMPTY_FAPIAO, kind: form.kind })
      setTried(false)
    },
    async importFromWechat() {
      const imported = await choose()
      if (imported) setTyped(imported)
      if (imported) setWriting(true)
    },
    done() {
      setTried(true)
      if (read.problems.length > 0) return
      setDeclined(read.fapiao === null)
      if (keeps && !chosen && read.fapiao) void keep(read.fapiao)
      onDone(read.fapiao)
    },
    clear() {
      setDeclined(true)
      onDone(null)
    },
  }
}
