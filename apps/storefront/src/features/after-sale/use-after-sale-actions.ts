import { useQueryClient } from '@tanstack/react-query'
import type { AfterSale, AfterSaleAction, Waybill } from '@xiaopu/contract'
import { useRef, useState } from 'react'
import { api } from '../../api/client'
import { errorSentence } from '../../api/error-sentence'
import { useLocale } from '../../i18n'
import { confirm, toast } from '../../wechat'
import { rereadOrders } from '../orders'
import { afterSaleKeys, rereadAfterSales } from './after-sale-keys'
import { useStillHere } from './use-still-here'

type Act = AfterSaleAction

/**
 * What can be done with an after-sale; which of it is offered is the server's `actions`. One thing at a time. After each, whatever
 * came of it, all that shows it is read again: the merchant may have been faster.
 */
export function useAfterSaleActions(id: string) {
  const { t } = useLocale()
  const client = useQueryClient()
  const stillHere = useStillHere()
  const running = useRef(false)
  const [busy, setBusy] = useState<Act | null>(null)

  /** @returns whether it was done */
  async function run(act: Act, call: () => Promise<AfterSale>, done: string): Promise<boolean> {
    setBusy(act)
    try {
      client.setQueryData(afterSaleKeys.one(id), await call())
      if (stillHere()) toast(done)
      return true
    } catch (error) {
      if (stillHere()) toast(errorSentence(error, t))
      return false
    } finally {
      if (stillHere()) setBusy(null)
      void rereadAfterSales(client)
      void rereadOrders(client)
    }
  }

  /** A second tap while one is under way does nothing. */
  async function once(deed: () => Promise<boolean>): Promise<boolean> {
    if (running.current) return false
    running.current = true
    try {
      return await deed()
    } finally {
      running.current = false
    }
  }

  return {
    busy,
    withdraw: () =>
      once(async () => {
        const question = {
          title: t('afterSale.withdrawAsk'),
          content: t('afterSale.withdrawHint'),
          confirm: t('afterSale.withdrawYes'),
          cancel: t('afterSale.withdrawNo'),
        }
        if (!(await confirm(question))) return false
        return run('withdraw', () => api.afterSales.withdraw(id), t('afterSale.withdrawn'))
      }),
    confirmReplacement: () =>
      once(async () => {
        const question = {
          title: t('afterSale.replacementAsk'),
          content: t('afterSale.replacementHint'),
          confirm: t('afterSale.replacementYes'),
          cancel: t('afterSale.replacementNo'),
        }
        if (!(await confirm(question))) return false
        return run('confirm_replacement', () => api.afterSales.confirmReplacement(id), t('afterSale.replacementDone'))
      }),
    sendBack: (waybill: Waybill) =>
      once(() => run('send_back', () => api.afterSales.sendBack(id, waybill), t('afterSale.waybillSent'))),
  }
}
