import { ScrollView, Text, View } from '@tarojs/components'
import { classNames } from '../class-names'
import './Tabs.scss'

export interface Tab<Key extends string> {
  key: Key
  label: string
  /** 0 and undefined show nothing. */
  count?: number
}

export interface TabsProps<Key extends string> {
  tabs: readonly Tab<Key>[]
  chosen: Key
  onChange: (key: Key) => void
}

/** Tabs in one row, which scrolls when it is longer than the screen. */
export function Tabs<Key extends string>({ tabs, chosen, onChange }: TabsProps<Key>) {
  return (
    <ScrollView scrollX enhanced showScrollbar={false} className="x-tabs">
      <View className="x-tabs__row" ariaRole="tablist">
        {tabs.map(({ key, label, count }) => (
          <View
            key={key}
            className={classNames('x-tabs__tab', key === chosen && 'x-tabs__tab--chosen')}
            hoverClass="x-pressed"
            ariaRole="tab"
            ariaSelected={key === chosen}
            ariaLabel={count ? `${label} ${count}` : label}
            onClick={() => key !== chosen && onChange(key)}
          >
            <Text>{label}</Text>
            {count ? <Text className="x-tabs__count">{count > 99 ? '99+' : String(count)}</Text> : null}
          </View>
        ))}
      </View>
    </ScrollView>
  )
}
