import { create } from 'zustand'
import { remember, remembered } from '../wechat/storage'
import { deviceLanguage } from '../wechat/system-info'

export type Locale = 'zh-CN' | 'en'

const KEY = 'locale'
const isLocale = (value: unknown): value is Locale => value === 'zh-CN' || value === 'en'

/** What was chosen here before, else the phone's language: Chinese for any Chinese, English for the rest. */
function firstLocale(): Locale {
  const chosen = remembered(KEY)
  if (isLocale(chosen)) return chosen
  return deviceLanguage().toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

export const useLocaleStore = create<{ locale: Locale }>(() => ({ locale: firstLocale() }))

/** Changes the language everywhere at once, and for the next visit. */
export function setLocale(locale: Locale) {
  useLocaleStore.setState({ locale })
  remember(KEY, locale)
}
