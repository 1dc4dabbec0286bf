import { Text, View } from '@tarojs/components'
import { page, usePageTitle } from '../../app-shell'
import { handOver } from '../../features/fapiao/imported-title'
import { TitleItem } from '../../features/fapiao/title-item/TitleItem'
import { MOST_TITLES } from '../../features/fapiao/titles'
import { useTitleActions } from '../../features/fapiao/use-title-actions'
import { useTitles } from '../../features/fapiao/use-titles'
import { useWechatTitle } from '../../features/fapiao/use-wechat-title'
import { useLocale } from '../../i18n'
import { Button, ButtonRow, CardsSkeleton, EmptyState, FixedBar, PageState } from '../../ui'
import { open, toast } from '../../wechat'
import '../sentences'
import './index.scss'

function FapiaoTitlesPage() {
  const { t } = useLocale()
  usePageTitle(t('fapiao.titles'))

  const { titles, error, retry } = useTitles()
  const { busy, makeDefault, remove, keepImported } = useTitleActions()
  const choose = useWechatTitle()
  const full = titles !== undefined && titles.length >= MOST_TITLES

  const write = () => void (full ? toast(t('errors.fapiao_titles_full')) : open('fapiaoTitle', {}))
  async function importOne() {
    if (full) return toast(t('errors.fapiao_titles_full'))
    const chosen = await choose()
    if (!chosen || (await keepImported(chosen))) return
    handOver(chosen)
    await open('fapiaoTitle', {})
  }

  if (!titles) return <PageState error={error} onRetry={retry} skeleton={<CardsSkeleton />} />
  if (titles.length === 0)
    return (
      <View className="x-page">
        <EmptyState
          icon="receipt-text"
          title={t('fapiao.empty')}
          hint={t('fapiao.emptyHint')}
          action={{ label: t('fapiao.fromWechat'), onClick: () => void importOne() }}
          second={{ label: t('fapiao.fresh'), onClick: write }}
        />
      </View>
    )
  return (
    <View className="x-page">
      {titles.map((title) => (
        <TitleItem
          key={title.id}
          title={title}
          onEdit={() => void open('fapiaoTitle', { id: title.id })}
          onRemove={() => void remove(title)}
          onDefault={() => void makeDefault(title)}
          busy={busy === title.id}
        />
      ))}
      {full && <Text className="fapiao-titles__full">{t('errors.fapiao_titles_full')}</Text>}
      <FixedBar>
        <ButtonRow>
          <Button kind="outline" onClick={() => void importOne()}>
            {t('fapiao.fromWechat')}
          </Button>
          <Button onClick={write}>{t('fapiao.fresh')}</Button>
        </ButtonRow>
      </FixedBar>
    </View>
  )
}

export default page(FapiaoTitlesPage)
