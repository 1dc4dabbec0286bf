import { Text, View } from '@tarojs/components'
import { page, usePageTitle } from '../../app-shell'
import { useHistorySwitch } from '../../features/account/use-history-switch'
import { useMyData } from '../../features/account/use-my-data'
import { usePrivacyContract } from '../../features/settings/use-settings'
import { useLocale } from '../../i18n'
import { Button, Cell, CellGroup, Switch } from '../../ui'
import { open } from '../../wechat'
import '../sentences'
import './index.scss'

/** What is kept of the shopper: choices, the download, the way out. */
function PrivacyPage() {
  const { t } = useLocale()
  usePageTitle(t('account.privacy'))
  const history = useHistorySwitch()
  const mine = useMyData()
  const openContract = usePrivacyContract()

  return (
    <View className="x-page">
      <View className="x-card privacy-page__card">
        <Switch checked={history.keeps} onChange={history.choose} label={t('account.keepHistory')} />
        <Text className="privacy-page__hint">{t('account.keepHistoryHint')}</Text>
      </View>
      <CellGroup className="privacy-page__group" title={t('account.myData')}>
        <Cell title={t('settings.privacy')} onClick={() => void openContract()} />
        <Cell
          title={t('account.download')}
          note={t('account.downloadHint')}
          value={mine.fetching ? t('ui.loading') : undefined}
          onClick={mine.fetching ? undefined : mine.download}
        />
        <Cell title={t('account.leave')} onClick={() => void open('leave')} />
      </CellGroup>
      {mine.notice && (
        <Text className="privacy-page__notice" ariaLive="polite">
          {mine.notice}
        </Text>
      )}
      {mine.canSend && (
        <Button block className="privacy-page__button" onClick={mine.send}>
          {t('account.send')}
        </Button>
      )}
      {mine.ready && (
        <Button block kind="outline" className="privacy-page__button" onClick={mine.copyText}>
          {t('account.copy')}
        </Button>
      )}
    </View>
  )
}

export default page(PrivacyPage)
