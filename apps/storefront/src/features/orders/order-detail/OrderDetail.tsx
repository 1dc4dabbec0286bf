import { View } from '@tarojs/components'
import type { Order } from '@xiaopu/contract'
import type { ReactNode } from 'react'
import { useLocale } from '../../../i18n'
import { Button, Cell, CellGroup, FactRow, type IconName, StatusBanner } from '../../../ui'
import { copy, open } from '../../../wechat'
import { OrderAfterSales } from '../../after-sale/order-after-sales/OrderAfterSales'
import { addressLine } from '../address-lines'
import { AmountList } from '../amount-list/AmountList'
import { CountdownText } from '../countdown-text/CountdownText'
import { shopTime } from '../date-words'
import { OrderPickup } from '../order-pickup/OrderPickup'
import { fapiaoStateWords, fapiaoWords, partlyRefunded, statusHint, statusWords, sumWords } from '../order-words'
import { isPartlySent } from '../parcels'
import { PurchaseLineRow } from '../purchase-line/PurchaseLineRow'
import { receiptWords, reminderWords } from '../receipt-words'
import { ShipmentList } from '../shipment-list/ShipmentList'
import './OrderDetail.scss'

export interface OrderDetailProps {
  order: Order
  /** ms of the phone's clock when the order came. */
  receivedAt: number
  onExpire: () => void
  /** Below the goods. */
  children?: ReactNode
}

const ICONS: Record<Order['status'], IconName> = {
  pending_payment: 'wallet',
  paid: 'package',
  shipped: 'truck',
  completed: 'package-check',
  cancelled: 'info',
}

const iconOf = (order: Order): IconName => {
  if (order.delivery.kind === 'pickup' && order.status === 'shipped') return 'store'
  return isPartlySent(order) ? 'truck' : ICONS[order.status]
}

/** All there is to know of an order, the most wanted first. */
export function OrderDetail({ order, receivedAt, onExpire, children }: OrderDetailProps) {
  const { t } = useLocale()
  const partlyBack = partlyRefunded(order, t)
  const waits = order.status === 'pending_payment'
  // With one line the button of the order says the same.
  const asksPerLine = order.lines.length > 1 && order.actions.includes('after_sale')
  const hasFapiaoPage = order.fapiao !== null || order.fapiaoState !== null || order.actions.includes('request_fapiao')
  return (
    <>
      <StatusBanner icon={iconOf(order)} status={statusWords(order, t)} note={partlyBack}>
        {waits && order.expiresAt ? (
          <CountdownText
            expiresAt={order.expiresAt}
            serverTime={order.serverTime}
            receivedAt={receivedAt}
            onEnd={onExpire}
          />
        ) : (
          (receiptWords(order, t) ?? reminderWords(order, t) ?? statusHint(order, t))
        )}
      </StatusBanner>
      <OrderAfterSales afterSales={order.afterSales} />
      <ShipmentList order={order} />
      {order.delivery.kind === 'pickup' ? (
        <OrderPickup delivery={order.delivery} unpaid={waits} />
      ) : (
        <View className="x-card">
          <FactRow
            icon="map-pin"
            title={`${order.address.name} ${order.address.phone}`}
            lines={[addressLine(order.address)]}
          />
        </View>
      )}
      <View className="x-card order-detail__goods">
        {order.lines.map((line) => (
          <PurchaseLineRow
            key={line.skuId}
            line={line}
            onOpen={() => void open('product', { id: line.productId })}
            action={
              asksPerLine && (
                <Button
                  kind="outline"
                  size="small"
                  label={`${t('orders.afterSale')} ${line.name}`}
                  onClick={() => void open('afterSaleRequest', { order: order.id, sku: line.skuId })}
                >
                  {t('orders.afterSale')}
                </Button>
              )
            }
          />
        ))}
        <View className="order-detail__amounts">
          <AmountList
            amounts={order.amounts}
            coupons={order.coupons}
            totalLabel={sumWords(order, t)}
            refunded={order.refunded}
          />
        </View>
      </View>
      {children}
      <CellGroup className="order-detail__facts">
        <Cell
          title={t('order.number')}
          note={order.number}
          value={t('order.copy')}
          label={t('order.copyNumber')}
          arrow={false}
          onClick={() => void copy(order.number)}
        />
        <Cell title={t('order.placedAt')} value={shopTime(order.placedAt)} />
        {order.paidAt && <Cell title={t('order.payment')} value={t('order.wechatPay')} />}
        {order.paidAt && <Cell title={t('order.paidAt')} value={shopTime(order.paidAt)} />}
        {order.cancelReason && (
          <Cell
            title={t('care.cancelledWhy')}
            value={t(`care.reason_${order.cancelReason.reason}`)}
            note={order.cancelReason.words || undefined}
          />
        )}
        <Cell
          title={t('order.fapiao')}
          value={order.fapiaoState ? fapiaoStateWords(order.fapiaoState, t) : fapiaoWords(order.fapiao, t)}
          // Without one there is nothing to see, and where none can be asked for, nothing to do either.
          onClick={hasFapiaoPage ? () => void open('fapiao', { order: order.id }) : undefined}
        />
        {order.remark && <Cell title={t('order.remark')} note={order.remark} />}
      </CellGroup>
    </>
  )
}
