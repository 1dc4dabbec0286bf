import { View } from '@tarojs/components'
import type { FapiaoTitle } from '@xiaopu/contract'
import { useState } from 'react'
import { page, usePageTitle } from '../../app-shell'
import { TitleForm } from '../../features/fapiao/title-form/TitleForm'
import { useTitles } from '../../features/fapiao/use-titles'
import { useLocale } from '../../i18n'
import { CardsSkeleton, LoadState } from '../../ui'
import { back, replace, useRouteParameters } from '../../wechat'
import '../sentences'

function FapiaoTitlePage() {
  const { id } = useRouteParameters('fapiaoTitle')
  const { t } = useLocale()
  usePageTitle(t(id ? 'fapiao.titles' : 'fapiao.fresh'))
  return (
    <View className="x-page">
      {id ? <ChangedTitle id={id} /> : <TitleForm title={null} onSaved={() => void back()} />}
    </View>
  )
}

/** As it was when the page opened: what is typed must not give way to what is read again. */
function ChangedTitle({ id }: { id: string }) {
  const { t } = useLocale()
  const { titles, error, retry } = useTitles()
  const [opened, setOpened] = useState<FapiaoTitle>()
  const found = opened ?? titles?.find((title) => title.id === id)
  if (found && !opened) setOpened(found)

  if (found) return <TitleForm title={found} onSaved={() => void back()} />
  return (
    <LoadState
      gone={
        titles && {
          icon: 'receipt-text',
          title: t('fapiao.gone'),
          action: { label: t('fapiao.titles'), onClick: () => void replace('fapiaoTitles') },
        }
      }
      error={error}
      onRetry={retry}
      skeleton={<CardsSkeleton />}
    />
  )
}

export default page(FapiaoTitlePage)
