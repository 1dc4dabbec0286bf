import { Text, View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { Cell, classNames } from '../../../ui'
import { RegionSheet } from '../../addresses/region-sheet/RegionSheet'
import type { useDelivery } from '../use-delivery'
import './DeliveryRow.scss'

export interface DeliveryRowProps {
  delivery: ReturnType<typeof useDelivery>
  /** What is promised wherever it goes. */
  promise: string
  /** Nothing of it can be sent: then that stands in the place of both. */
  pickupOnly?: boolean
  /** The region sheet, which the bar below can open, too. */
  open: boolean
  onOpen: (open: boolean) => void
  className?: string
}

/** Where to, what it costs, when it leaves. Each line has its place from the start: nothing moves when the fee arrives. */
export function DeliveryRow({
  delivery,
  promise: always,
  pickupOnly = false,
  open,
  onOpen,
  className,
}: DeliveryRowProps) {
  const { t } = useLocale()
  const { place, undeliverable, pick } = delivery
  const line = pickupOnly ? t('sku.pickupOnly') : delivery.line
  const promise = pickupOnly ? t('delivery.pickupOnly') : always
  return (
    <>
      <Cell
        title={t('product.delivery')}
        label={[t('product.delivery'), line, promise].join(' ')}
        value={
          <View className="delivery-row">
            <Text
              className={classNames('delivery-row__where', undeliverable && !pickupOnly && 'delivery-row__where--not')}
            >
              {line}
            </Text>
            <Text className="delivery-row__promise">{promise}</Text>
          </View>
        }
        onClick={pickupOnly ? undefined : () => onOpen(true)}
        className={className}
      />
      <RegionSheet
        open={open}
        form={{ province: place?.province ?? '', city: place?.city ?? '', district: '' }}
        onClose={() => onOpen(false)}
        onDone={(chosen) => {
          pick(chosen)
          onOpen(false)
        }}
      />
    </>
  )
}
