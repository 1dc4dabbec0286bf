import { View } from '@tarojs/components'
import { useLocale } from '../../i18n'
import { Chip } from '../../ui'

export type StoresView = 'list' | 'map'

/** The stores one under the other, or where they are. */
export function ViewSwitch({ view, onChange }: { view: StoresView; onChange: (view: StoresView) => void }) {
  const { t } = useLocale()
  return (
    <View className="view-switch" ariaLabel={t('locator.view')}>
      {(['list', 'map'] as const).map((one) => (
        <View key={one} className="view-switch__view">
          <Chip chosen={view === one} onClick={() => onChange(one)}>
            {t(`locator.as_${one}`)}
          </Chip>
        </View>
      ))}
    </View>
  )
}
