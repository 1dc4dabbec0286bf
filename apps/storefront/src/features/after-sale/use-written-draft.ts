import { useDidHide } from '@tarojs/taro'
import type { AfterSaleOptions } from '@xiaopu/contract'
import { useCallback, useEffect, useRef, useState } from 'react'
import { forget, remember, remembered } from '../../wechat'
import { fitted, isBegun, keptDraft, type RequestDraft } from './request-draft'

const KEY = 'after-sale-draft'

/**
 * What is written, kept on the phone when the page is left by whatever way: looking for the label of a parcel may take longer than
 * WeChat keeps the app. Of one order at a time. Photographs are not kept; the shop throws them away after a day.
 */
export function useWrittenDraft(options: AfterSaleOptions, fresh: RequestDraft) {
  const { orderId } = options
  const [written, setWritten] = useState(() => keptDraft(remembered(KEY), orderId) ?? fresh)
  const latest = useRef(written)
  latest.current = written
  const sent = useRef(false)

  const keep = useCallback(() => {
    if (!sent.current && isBegun(latest.current)) remember(KEY, { orderId, draft: latest.current })
    else if (keptDraft(remembered(KEY), orderId)) forget(KEY)
  }, [orderId])
  useDidHide(keep)
  useEffect(() => keep, [keep])

  return {
    /** As far as it can be asked for now. */
    draft: fitted(options, written),
    setDraft: setWritten,
    /** It is with the shop: there is nothing to keep any more. */
    done() {
      sent.current = true
    },
  }
}
