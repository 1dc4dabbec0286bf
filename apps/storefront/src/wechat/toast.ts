import Taro from '@tarojs/taro'

/** A sentence that goes by itself. Keep what must be read on the page instead. */
export function toast(sentence: string, kind: 'plain' | 'success' = 'plain') {
  // A success mark leaves room for seven Chinese characters; longer ones go without.
  const icon = kind === 'success' && sentence.length <= 7 ? 'success' : 'none'
  void Taro.showToast({ title: sentence, icon, duration: 2000 })
}
