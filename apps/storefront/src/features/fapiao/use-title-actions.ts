import { useQueryClient } from '@tanstack/react-query'
import { isApiError } from '@xiaopu/api-client'
import type { FapiaoTitle } from '@xiaopu/contract'
import { useRef, useState } from 'react'
import { api } from '../../api/client'
import { errorSentence } from '../../api/error-sentence'
import { useLocale } from '../../i18n'
import { confirm, toast } from '../../wechat'
import type { FapiaoForm } from './fapiao-form'
import { readFapiao } from './fapiao-form'
import { FAPIAO_TITLES, keepTitle, plainTitle, rereadTitles } from './titles'

const isGone = (error: unknown) => isApiError(error) && error.code === 'not_found'

/** What can be done with the kept titles, one thing at a time; `busy` is the one concerned. */
export function useTitleActions() {
  const { t } = useLocale()
  const client = useQueryClient()
  const running = useRef(false)
  const [busy, setBusy] = useState<string | null>(null)

  async function alone(id: string, act: () => Promise<void>) {
    if (running.current) return
    running.current = true
    setBusy(id)
    try {
      await act()
    } catch (error) {
      toast(isGone(error) ? t('fapiao.gone') : errorSentence(error, t))
      await rereadTitles(client)
    } finally {
      running.current = false
      setBusy(null)
    }
  }

  return {
    busy,
    makeDefault: (title: FapiaoTitle) =>
      alone(title.id, async () =>
        keepTitle(client, await api.fapiao.change(title.id, { ...plainTitle(title), isDefault: true })),
      ),

    /** Asks first. One that is gone already is gone. */
    remove: (title: FapiaoTitle) =>
      alone(title.id, async () => {
        const question = {
          title: t('fapiao.removeAsk'),
          content: title.title,
          confirm: t('fapiao.remove'),
          cancel: t('common.cancel'),
        }
        if (!(await confirm(question))) return
        await api.fapiao.remove(title.id).catch((error: unknown) => {
          if (!isGone(error)) throw error
        })
        client.setQueryData<FapiaoTitle[]>(FAPIAO_TITLES, (titles) => titles?.filter(({ id }) => id !== title.id))
        await rereadTitles(client)
      }),

    /** Keeps one of WeChat's. @returns false: something of it has to be put right first */
    async keepImported(form: FapiaoForm): Promise<boolean> {
      const { fapiao } = readFapiao(form)
      if (!fapiao) return false
      await alone('', async () => {
        keepTitle(client, await api.fapiao.save({ ...fapiao, isDefault: false }))
        toast(t('fapiao.imported'))
      })
      return true
    },
  }
}
