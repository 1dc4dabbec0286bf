import { useQueryClient } from '@tanstack/react-query'
import type { FapiaoTitle } from '@xiaopu/contract'
import { api } from '../../api/client'
import { isGone, useOneAtATime } from '../../api/use-one-at-a-time'
import { useLocale } from '../../i18n'
import { confirm, toast } from '../../wechat'
import type { FapiaoForm } from './fapiao-form'
import { readFapiao } from './fapiao-form'
import { FAPIAO_TITLES, keepTitle, plainTitle, rereadTitles } from './titles'

/** What can be done with the kept titles, one thing at a time; `busy` is the one concerned. */
export function useTitleActions() {
  const { t } = useLocale()
  const client = useQueryClient()
  const { busy, alone } = useOneAtATime({ gone: t('fapiao.gone'), reread: () => rereadTitles(client) })

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
