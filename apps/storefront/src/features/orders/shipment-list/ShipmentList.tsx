import { Text, View } from '@tarojs/components'
import type { Order } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Button, FactRow, Icon, Picture } from '../../../ui'
import { open } from '../../../wechat'
import { CopyButton } from '../copy-button/CopyButton'
import { shopTime } from '../date-words'
import { type Packed, type Parcel, parcelsOf } from '../parcels'
import './ShipmentList.scss'

/** What is on its way: a card for each parcel, and what is still to be sent. */
export function ShipmentList({ order }: { order: Order }) {
  const { t } = useLocale()
  const { parcels, waiting } = parcelsOf(order)
  if (parcels.length === 0) return null
  // One parcel with everything needs no list: the goods are right below.
  const inParts = parcels.length > 1 || waiting.length > 0
  return (
    <>
      {parcels.map((parcel, place) => (
        <ParcelCard
          key={parcel.id}
          orderId={order.id}
          parcel={parcel}
          place={parcels.length > 1 ? place + 1 : null}
          showGoods={inParts}
        />
      ))}
      {order.status === 'paid' && waiting.length > 0 && (
        <View className="x-card shipment">
          <FactRow icon="package" title={t('order.waiting')} lines={[]} />
          <Goods goods={waiting} />
        </View>
      )}
    </>
  )
}

interface ParcelCardProps {
  orderId: string
  parcel: Parcel
  /** 1, 2, … among several; null for the only one. */
  place: number | null
  showGoods: boolean
}

function ParcelCard({ orderId, parcel, place, showGoods }: ParcelCardProps) {
  const { t } = useLocale()
  const { carrier, trackingNumber, shippedAt, goods } = parcel
  return (
    <View className="x-card shipment">
      <FactRow
        icon="truck"
        title={place === null ? carrier : `${t('order.parcel', { number: place })} · ${carrier}`}
        lines={[trackingNumber ?? t('order.noTracking'), t('order.sentAt', { time: shopTime(shippedAt) })]}
      >
        {trackingNumber && <CopyButton text={trackingNumber} label={`${t('order.copyTracking')} ${trackingNumber}`} />}
      </FactRow>
      <Button
        className="shipment__trace"
        kind="plain"
        size="small"
        label={t('care.traceOf', { number: trackingNumber ?? carrier })}
        onClick={() => void open('parcel', { order: orderId, shipment: parcel.id })}
      >
        <Text>{t('care.trace')}</Text>
        <Icon name="chevron-right" size={16} />
      </Button>
      {showGoods && <Goods goods={goods} />}
    </View>
  )
}

function Goods({ goods }: { goods: Packed[] }) {
  const { t } = useLocale()
  if (goods.length === 0) return null
  return (
    <View className="shipment__goods">
      {goods.map(({ line, quantity }) => (
        <View key={line.skuId} className="shipment__line">
          <Picture className="shipment__picture" picture={line.picture} slot="thumb" shape="small" label="" />
          <Text className="shipment__name">{[line.name, ...line.options].join(' · ')}</Text>
          <Text className="shipment__quantity">{t('orders.times', { count: quantity })}</Text>
        </View>
      ))}
    </View>
  )
}
