import { useDidHide } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { forget, remember, remembered } from '../../wechat'
import { type Drafts, isBegun, keptDrafts } from './review-draft'

const KEY = 'review-draft'

/** What is written, kept on the phone when the page is left by whatever way. Of one order at a time: the last one written for. */
export function useKeptDrafts(orderId: string) {
  const [drafts, setDrafts] = useState<Drafts>(() => keptDrafts(remembered(KEY), orderId))
  const latest = useRef(drafts)
  latest.current = drafts

  const keep = useCallback(() => {
    const { products } = latest.current
    if (Object.values(products).some(isBegun)) remember(KEY, { orderId, at: Date.now(), ...latest.current })
    else forgetOf(orderId)
  }, [orderId])
  useDidHide(keep)
  useEffect(() => keep, [keep])

  return [drafts, setDrafts] as const
}

/** Another order's drafts stay. */
function forgetOf(orderId: string) {
  const kept = remembered(KEY) as { orderId?: unknown } | undefined
  if (kept?.orderId === orderId) forget(KEY)
}
