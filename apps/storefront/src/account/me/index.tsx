import { View } from '@tarojs/components'
import { errorSentence } from '../../api/error-sentence'
import { page, usePageTitle } from '../../app-shell'
import { MeForm } from '../../features/account/me-form/MeForm'
import { PhoneSection } from '../../features/account/phone-section/PhoneSection'
import { useMe, useMyDetails } from '../../features/account/use-me'
import { useLocale } from '../../i18n'
import { ErrorState, Skeleton, SkeletonGroup } from '../../ui'
import '../sentences'

/** Who the shopper is to the shop. */
function MePage() {
  const { t } = useLocale()
  usePageTitle(t('account.me'))
  const { me, error, retry } = useMe()
  const details = useMyDetails()

  return (
    <View className="x-page">
      {error && <ErrorState message={errorSentence(error, t)} onRetry={retry} />}
      {!me && !error && (
        <SkeletonGroup>
          <Skeleton height={300} />
        </SkeletonGroup>
      )}
      {me && (
        <>
          <MeForm me={me} {...details} />
          <PhoneSection phone={me.phone} />
        </>
      )}
    </View>
  )
}

export default page(MePage)
