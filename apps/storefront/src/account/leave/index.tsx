import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import type { PersonalPartName } from '@xiaopu/contract'
import { page, usePageTitle } from '../../app-shell'
import { useLeaving } from '../../features/account/use-leaving'
import { useLocale } from '../../i18n'
import { Button, Cell, CellGroup, PageState, Skeleton, SkeletonGroup, TextField } from '../../ui'
import { open } from '../../wechat'
import '../sentences'
import './index.scss'

/** The end of the account, said plainly before it is done. */
function LeavePage() {
  const { t } = useLocale()
  usePageTitle(t('account.leave'))
  const { outlook, error, retry, word, typed, setTyped, busy, mayLeave, leave } = useLeaving()
  // One comes back from the order that stood in the way.
  useDidShow(retry)

  if (!outlook)
    return (
      <PageState
        error={error}
        onRetry={retry}
        skeleton={
          <SkeletonGroup>
            <Skeleton height={240} />
          </SkeletonGroup>
        }
      />
    )
  return (
    <View className="x-page">
      <Text className="leave-page__title">{t('account.leaveTitle')}</Text>
      <Parts title={t('account.goes')} parts={outlook.goes} />
      <Parts title={t('account.stays')} parts={outlook.stays} hint={t('account.staysHint')} />
      <Text className="leave-page__hint">{t('account.afterLeaving')}</Text>
      {outlook.blockers.length > 0 ? (
        <>
          <Text className="leave-page__blocked">{t('account.blocked')}</Text>
          <CellGroup>
            {outlook.blockers.map(({ kind, orderId }) => (
              <Cell
                key={`${kind} ${orderId}`}
                title={t(`account.blocker_${kind}`)}
                value={t('account.seeOrder')}
                onClick={() => void open('order', { id: orderId })}
              />
            ))}
          </CellGroup>
        </>
      ) : (
        <>
          <View className="x-card leave-page__card leave-page__word">
            <TextField label={t('account.typeWord', { word })} value={typed} onChange={setTyped} maxLength={20} />
          </View>
          <Button block className="leave-page__button" disabled={!mayLeave} loading={busy} onClick={leave}>
            {t('account.leaveNow')}
          </Button>
        </>
      )}
    </View>
  )
}

interface PartsProps {
  title: string
  parts: PersonalPartName[]
  hint?: string
}

function Parts({ title, parts, hint }: PartsProps) {
  const { t } = useLocale()
  return (
    <View className="x-card leave-page__card">
      <Text className="leave-page__head">{title}</Text>
      {parts.map((part) => (
        <Text key={part} className="leave-page__part">
          {t(`account.part_${part}`)}
        </Text>
      ))}
      {hint && <Text className="leave-page__hint">{hint}</Text>}
    </View>
  )
}

export default page(LeavePage)
