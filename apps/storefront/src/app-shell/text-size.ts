import { create } from 'zustand'
import { forget, remember, remembered } from '../wechat/storage'
import { typeScale } from '../wechat/system-info'

/** How large text is: as WeChat has it, or as the shopper wants it here. */
export type TextSize = 'wechat' | 'standard' | 'large' | 'largest'

const KEY = 'text-size'
const SCALES = { standard: 1, large: 1.3, largest: 1.6 } as const
export const TEXT_SIZES: readonly TextSize[] = ['wechat', 'standard', 'large', 'largest']

function firstSize(): TextSize {
  const kept = remembered(KEY)
  return TEXT_SIZES.find((size) => size === kept) ?? 'wechat'
}

export const useTextSize = create<{ size: TextSize }>(() => ({ size: firstSize() }))

/** Changes it everywhere at once, and for the next visit. */
export function setTextSize(size: TextSize) {
  useTextSize.setState({ size })
  if (size === 'wechat') forget(KEY)
  else remember(KEY, size)
}

export const scaleOf = (size: TextSize): number => (size === 'wechat' ? typeScale() : SCALES[size])
