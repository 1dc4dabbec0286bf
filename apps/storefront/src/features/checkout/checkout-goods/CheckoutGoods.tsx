import { View } from '@tarojs/components'
import type { PurchaseSource, QuoteLine } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Button } from '../../../ui'
import { back, open } from '../../../wechat'
import { PurchaseLineRow } from '../../orders/purchase-line/PurchaseLineRow'
import { lineProblem } from '../line-problem'
import './CheckoutGoods.scss'

export interface CheckoutGoodsProps {
  lines: QuoteLine[]
  /** Some of it cannot be bought: the way back shows. */
  blocked: boolean
  source: PurchaseSource
}

/** What will be bought, and what of it cannot. */
export function CheckoutGoods({ lines, blocked, source }: CheckoutGoodsProps) {
  const { t } = useLocale()
  const fromCart = source.kind === 'cart'
  return (
    <View className="x-card checkout-goods">
      {lines.map((line) => (
        <PurchaseLineRow key={line.skuId} line={line} problem={lineProblem(line, t)} />
      ))}
      {blocked && (
        <View className="checkout-goods__way">
          <Button kind="accent-outline" size="small" onClick={() => void (fromCart ? open('cart') : back())}>
            {t(fromCart ? 'checkout.backToCart' : 'checkout.backToGoods')}
          </Button>
        </View>
      )}
    </View>
  )
}
