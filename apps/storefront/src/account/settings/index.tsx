import { View } from '@tarojs/components'
import { page, usePageTitle } from '../../app-shell'
import { useLanguage, usePrivacyContract, useSignOut } from '../../features/settings/use-settings'
import { VERSION } from '../../features/settings/version'
import { useLocale } from '../../i18n'
import { Button, Cell, CellGroup, Icon } from '../../ui'
import '../sentences'
import './index.scss'

const LANGUAGES = [
  ['zh-CN', 'settings.zhCN'],
  ['en', 'settings.en'],
] as const

function SettingsPage() {
  const { t } = useLocale()
  usePageTitle(t('settings.title'))

  const { locale, choose } = useLanguage()
  const { signedIn, signOut } = useSignOut()
  const openPrivacy = usePrivacyContract()

  return (
    <View className="x-page">
      <CellGroup title={t('settings.language')}>
        {LANGUAGES.map(([language, name]) => (
          <Cell
            key={language}
            title={t(name)}
            label={language === locale ? `${t(name)} ${t('settings.chosen')}` : t(name)}
            value={language === locale ? <Icon name="check" className="settings-page__check" /> : ''}
            arrow={false}
            onClick={() => choose(language)}
          />
        ))}
      </CellGroup>
      <CellGroup title={t('settings.about')}>
        <Cell title={t('settings.privacy')} onClick={() => void openPrivacy()} />
        <Cell title={t('settings.version')} value={VERSION} />
      </CellGroup>
      {signedIn && (
        <Button block kind="outline" className="settings-page__leave" onClick={() => void signOut()}>
          {t('settings.signOut')}
        </Button>
      )}
    </View>
  )
}

export default page(SettingsPage)
