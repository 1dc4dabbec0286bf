import { View } from '@tarojs/components'
import { page, usePageTitle } from '../../app-shell'
import { MeForm } from '../../features/account/me-form/MeForm'
import { PhoneSection } from '../../features/account/phone-section/PhoneSection'
import { useMe, useMyDetails } from '../../features/account/use-me'
import { useLocale } from '../../i18n'
import { PageState, Skeleton, SkeletonGroup } from '../../ui'
import '../sentences'

/** Who the shopper is to the shop. */
function MePage() {
  const { t } = useLocale()
  usePageTitle(t('account.me'))
  const { me, error, retry } = useMe()
  const details = useMyDetails()

  if (!me)
    return (
      <PageState
        error={error}
        onRetry={retry}
        skeleton={
          <SkeletonGroup>
            <Skeleton height={300} />
          </SkeletonGroup>
        }
      />
    )
  return (
    <View className="x-page">
      <MeForm me={me} {...details} />
      <PhoneSection phone={me.phone} />
    </View>
  )
}

export default page(MePage)
