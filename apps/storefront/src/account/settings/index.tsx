import { View } from '@tarojs/components'
import { page, usePageTitle } from '../../app-shell'
import { setTextSize, TEXT_SIZES, useTextSize } from '../../app-shell/text-size'
import { useLanguage, usePrivacyContract, useSignOut } from '../../features/settings/use-settings'
import { VERSION } from '../../features/settings/version'
import { useLocale } from '../../i18n'
import { Button, Cell, CellGroup, ChoiceRow } from '../../ui'
import { open } from '../../wechat'
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
  const size = useTextSize((state) => state.size)
  const { signedIn, signOut } = useSignOut()
  const openPrivacy = usePrivacyContract()

  return (
    <View className="x-page settings-page">
      <CellGroup title={t('settings.language')}>
        <View ariaRole="radiogroup" ariaLabel={t('settings.language')}>
          {LANGUAGES.map(([language, name]) => (
            <ChoiceRow key={language} name={t(name)} chosen={language === locale} onChoose={() => choose(language)} />
          ))}
        </View>
      </CellGroup>
      <CellGroup title={t('account.largeText')}>
        <View ariaRole="radiogroup" ariaLabel={t('account.largeText')}>
          {TEXT_SIZES.map((choice) => (
            <ChoiceRow
              key={choice}
              name={t(`account.size_${choice}`)}
              chosen={choice === size}
              onChoose={() => setTextSize(choice)}
            />
          ))}
        </View>
      </CellGroup>
      <CellGroup title={t('settings.about')}>
        <Cell title={t('account.privacy')} onClick={() => void open('privacy')} />
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
