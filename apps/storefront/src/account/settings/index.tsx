import { View } from '@tarojs/components'
import { page, usePageTitle } from '../../app-shell'
import { setTextSize, TEXT_SIZES, useTextSize } from '../../app-shell/text-size'
import { useLanguage, usePrivacyContract, useSignOut } from '../../features/settings/use-settings'
import { VERSION } from '../../features/settings/version'
import { useLocale } from '../../i18n'
import { Button, Cell, CellGroup, Icon } from '../../ui'
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
    <View className="x-page">
      <CellGroup title={t('settings.language')}>
        {LANGUAGES.map(([language, name]) => (
          <Choice key={language} name={t(name)} chosen={language === locale} onChoose={() => choose(language)} />
        ))}
      </CellGroup>
      <CellGroup title={t('account.largeText')}>
        {TEXT_SIZES.map((choice) => (
          <Choice
            key={choice}
            name={t(`account.size_${choice}`)}
            chosen={choice === size}
            onChoose={() => setTextSize(choice)}
          />
        ))}
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

function Choice({ name, chosen, onChoose }: { name: string; chosen: boolean; onChoose: () => void }) {
  const { t } = useLocale()
  return (
    <Cell
      title={name}
      label={chosen ? `${name} ${t('settings.chosen')}` : name}
      value={chosen ? <Icon name="check" className="settings-page__check" /> : ''}
      arrow={false}
      onClick={onChoose}
    />
  )
}

export default page(SettingsPage)
