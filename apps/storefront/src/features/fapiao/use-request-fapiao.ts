import { useQueryClient } from '@tanstack/react-query'
import type { FapiaoRequest } from '@xiaopu/contract'
import { useRef, useState } from 'react'
import { api } from '../../api/client'
import { errorSentence } from '../../api/error-sentence'
import { useLocale } from '../../i18n'
import { toast } from '../../wechat'
import { orderKeys, rereadOrders } from '../orders'

/** Asks for the fapiao of an order that has none; a second tap meanwhile does nothing. */
export function useRequestFapiao() {
  const { t } = useLocale()
  const client = useQueryClient()
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  return {
    busy,
    /** @returns whether it is asked for now */
    async request(orderId: string, fapiao: FapiaoRequest): Promise<boolean> {
      if (running.current) return false
      let asked = false
      running.current = true
      setBusy(true)
      try {
        client.setQueryData(orderKeys.order(orderId), await api.orders.requestFapiao(orderId, fapiao))
        asked = true
        toast(t('care.fapiaoRequested'))
      } catch (error) {
        toast(errorSentence(error, t))
      }
      await rereadOrders(client, orderId)
      running.current = false
      setBusy(false)
      return asked
    },
  }
}
