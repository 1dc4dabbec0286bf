import { Text, View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { classNames, Icon, type IconName } from '../../../ui'
import { shopTime } from '../../orders/date-words'
import type { Step } from '../steps'
import './ProgressSteps.scss'

/** What is under way is a full ring. */
const MARKS: Partial<Record<Step['is'], IconName>> = { done: 'check', stopped: 'x' }

/** What has happened, when, and what is still to come; from the top. */
export function ProgressSteps({ steps }: { steps: readonly Step[] }) {
  const { t } = useLocale()
  return (
    <View className="progress-steps">
      {steps.map(({ state, is, at }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step keeps its place
        <View key={place} className={classNames('progress-steps__step', `progress-steps__step--${is}`)}>
          <View className="progress-steps__mark" ariaHidden>
            {MARKS[is] && <Icon name={MARKS[is]} size={16} />}
          </View>
          <View className="progress-steps__words">
            <Text className="progress-steps__name">{t(`afterSale.step_${state}`)}</Text>
            {at && <Text className="progress-steps__time">{shopTime(at)}</Text>}
          </View>
        </View>
      ))}
    </View>
  )
}
