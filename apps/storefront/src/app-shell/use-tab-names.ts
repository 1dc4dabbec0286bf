import { useEffect } from 'react'
import { useLocale } from '../i18n'
import { setTabNames } from '../wechat'

/** Keeps the tab bar in the shopper's language; app.config.ts only has the Chinese names. Call it in each tab page. */
export function useTabNames() {
  const { t } = useLocale()
  useEffect(
    () => setTabNames([t('common.tabHome'), t('common.tabCategory'), t('common.tabCart'), t('common.tabProfile')]),
    [t],
  )
}
