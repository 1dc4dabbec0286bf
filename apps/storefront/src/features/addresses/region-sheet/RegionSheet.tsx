import { ScrollView, Text, View } from '@tarojs/components'
import type { Region } from '@xiaopu/contract'
import { useState } from 'react'
import { useLocale } from '../../../i18n'
import { classNames, Icon, LoadState, Sheet, Skeleton, SkeletonGroup, Tabs } from '../../../ui'
import { type AddressForm, chooseArea, knownPath, placeOf, stepsOf } from '../address-form'
import { useRegions } from '../use-regions'
import './RegionSheet.scss'

export interface RegionSheetProps {
  open: boolean
  /** Where it opens. */
  form: Pick<AddressForm, 'province' | 'city' | 'district'>
  onClose: () => void
  onDone: (place: ReturnType<typeof placeOf>) => void
}

/** Province, city, district, one after the other. */
export function RegionSheet({ open, form, onClose, onDone }: RegionSheetProps) {
  const { t } = useLocale()
  const { regions, error, retry } = useRegions(open)
  return (
    <Sheet open={open} onClose={onClose} title={t('address.region')}>
      <View className="region-sheet">
        {regions ? (
          <RegionSteps regions={regions} form={form} onDone={onDone} />
        ) : (
          <LoadState error={error} onRetry={retry} skeleton={<RegionBones />} />
        )}
      </View>
    </Sheet>
  )
}

const RegionBones = () => (
  <SkeletonGroup>
    {[0, 1, 2, 3, 4, 5].map((row) => (
      <View key={row} className="region-sheet__row">
        <Skeleton width={120} />
      </View>
    ))}
  </SkeletonGroup>
)

type RegionStepsProps = Pick<RegionSheetProps, 'form' | 'onDone'> & { regions: Region[] }

/** It opens where the address is; a tab leads back to a list that was passed. */
function RegionSteps({ regions, form, onDone }: RegionStepsProps) {
  const { t } = useLocale()
  const [path, setPath] = useState(() => knownPath(regions, form))
  const steps = stepsOf(regions, path)
  const [step, setStep] = useState(steps.length - 1)
  const tabs = steps.map((_, at) => ({ key: String(at), label: path[at] ?? t('address.regionNext') }))

  function choose(name: string) {
    const chosen = chooseArea(regions, [...path.slice(0, step), name])
    setPath(chosen.path)
    if (chosen.done) return onDone(placeOf(regions, chosen.path))
    setStep(chosen.path.length)
  }
  return (
    <>
      <Tabs tabs={tabs} chosen={String(step)} onChange={(key) => setStep(Number(key))} />
      {/* A new list begins at its top: another key is another scroll-view. */}
      <ScrollView key={`${step} ${path.slice(0, step).join(' ')}`} scrollY className="region-sheet__list">
        <View ariaRole="radiogroup" ariaLabel={t('address.region')}>
          {steps[step]?.map(({ code, name }) => (
            <View
              key={code}
              className={classNames('region-sheet__row', path[step] === name && 'region-sheet__row--chosen')}
              hoverClass="x-pressed"
              ariaRole="radio"
              ariaChecked={path[step] === name}
              ariaLabel={name}
              onClick={() => choose(name)}
            >
              <Text className="region-sheet__name">{name}</Text>
              {path[step] === name && <Icon name="check" size={16} />}
            </View>
          ))}
        </View>
      </ScrollView>
    </>
  )
}
