import { Text, View } from '@tarojs/components'
import { useLocale } from '../../i18n'
import { classNames } from '../class-names'
import { formatFen, priceText } from './format-fen'
import './Price.scss'

export interface PriceProps {
  /** Whole fen; negative prints as a reduction. */
  fen: number
  size?: 'small' | 'medium' | 'large' | 'display'
  /** `accent` only for a reduced price or the total to pay; `line` is the struck-through price before a reduction. */
  tone?: 'ink' | 'accent' | 'quiet' | 'line'
  /** The variants differ and this is the lowest: adds 起. */
  from?: boolean
  /** Two decimals always, as in totals. */
  exact?: boolean
  className?: string
}

/** The only place where fen become yuan. */
export function Price({ fen, size = 'medium', tone = 'ink', from = false, exact = false, className }: PriceProps) {
  const { t } = useLocale()
  const { negative, yuan, decimals } = formatFen(fen, exact)
  const spoken = priceText(fen, exact)
  const label =
    tone === 'line' ? t('ui.priceBefore', { price: spoken }) : from ? t('ui.priceFrom', { price: spoken }) : spoken
  return (
    <View
      className={classNames('x-price', `x-price--${size}`, `x-price--${tone}`, className)}
      ariaRole="text"
      ariaLabel={label}
    >
      <Text className="x-price__sign">{negative ? '-¥' : '¥'}</Text>
      <Text>{yuan}</Text>
      {decimals !== '' && <Text className="x-price__decimals">{decimals}</Text>}
      {from && <Text className="x-price__from">{t('ui.from')}</Text>}
    </View>
  )
}
