import { Text, View } from '@tarojs/components'
import type { AfterSale } from '@xiaopu/contract'
import type { ReactNode } from 'react'
import { useLocale } from '../../../i18n'
import { Cell, CellGroup, PictureRow, Price, StatusBanner } from '../../../ui'
import { open, previewPictures } from '../../../wechat'
import { shopTime } from '../../orders/date-words'
import { PurchaseLineRow } from '../../orders/purchase-line/PurchaseLineRow'
import { moneyOf, STATE_ICONS, stateHint, stateWords } from '../after-sale-words'
import { ProgressSteps } from '../progress-steps/ProgressSteps'
import { stepsOf } from '../steps'
import './AfterSaleDetail.scss'

export interface AfterSaleDetailProps {
  afterSale: AfterSale
  /** Where the goods go back to: between the answer and the rest. */
  children: ReactNode
}

/** How it stands, what the merchant said, what is to be done, and what was asked; the most wanted first. */
export function AfterSaleDetail({ afterSale, children }: AfterSaleDetailProps) {
  const { t } = useLocale()
  const { kind, state, answer, lines, replacements, pictures, words, reason, asked, orderId } = afterSale
  const money = moneyOf(afterSale)
  const urls = pictures.map(({ full }) => full)
  return (
    <>
      <StatusBanner icon={STATE_ICONS[state]} status={stateWords(afterSale, t)}>
        {stateHint(afterSale, t)}
      </StatusBanner>
      {answer && (
        <View className="x-card after-sale-detail__card">
          <Text className="after-sale-detail__title">{t('afterSale.answer')}</Text>
          <Text className="after-sale-detail__said">{answer}</Text>
        </View>
      )}
      {children}
      <View className="x-card after-sale-detail__card">
        <Text className="after-sale-detail__title">{t('afterSale.progress')}</Text>
        <ProgressSteps steps={stepsOf(afterSale)} />
      </View>
      <View className="x-card after-sale-detail__card">
        {lines.map((line) => (
          <PurchaseLineRow key={line.skuId} line={line} onOpen={() => void open('product', { id: line.productId })} />
        ))}
        {money !== null && (
          <View className="after-sale-detail__money">
            <Text>{t('afterSale.amount')}</Text>
            <Price exact fen={money} />
          </View>
        )}
        {asked > 0 && asked !== money && (
          <View className="after-sale-detail__asked">
            <Text>{t('afterSale.asked')}</Text>
            <Price exact fen={asked} size="small" tone="quiet" />
          </View>
        )}
      </View>
      {(words !== '' || pictures.length > 0) && (
        <View className="x-card after-sale-detail__card">
          <Text className="after-sale-detail__title">{t('afterSale.words')}</Text>
          {words !== '' && <Text className="after-sale-detail__said">{words}</Text>}
          {pictures.length > 0 && (
            <View className="after-sale-detail__pictures">
              <PictureRow
                columns={4}
                pictures={pictures}
                label={(at) => t('afterSale.pictures', { number: at + 1 })}
                onOpen={(at) => void previewPictures(urls, at)}
              />
            </View>
          )}
        </View>
      )}
      <CellGroup className="after-sale-detail__card">
        <Cell title={t('afterSale.what')} value={t(`afterSale.kind_${kind}`)} />
        {replacements.map(({ skuId, name, options, quantity }) => (
          <Cell
            key={skuId}
            title={t('afterSale.replaceBy')}
            value={`${options.join(' · ') || name} ${t('orders.times', { count: quantity })}`}
          />
        ))}
        <Cell title={t('afterSale.reason')} value={t(`afterSale.reason_${reason}`)} />
        <Cell title={t('afterSale.requestedAt')} value={shopTime(afterSale.requestedAt)} />
        <Cell
          title={t('afterSale.seeOrder')}
          note={afterSale.orderNumber}
          onClick={() => void open('order', { id: orderId })}
        />
      </CellGroup>
    </>
  )
}
