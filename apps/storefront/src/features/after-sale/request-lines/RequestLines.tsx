import { Text, View } from '@tarojs/components'
import type { AfterSaleOptions } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Checkbox, classNames, Picture, Price, Stepper } from '../../../ui'
import { mostPieces, type RequestDraft } from '../request-draft'
import './RequestLines.scss'

export interface RequestLinesProps {
  options: AfterSaleOptions
  draft: RequestDraft
  /** Nothing is chosen, and something has to be. */
  missing: boolean
  /** @param count 0 takes the line out */
  onChange: (skuId: string, count: number) => void
}

/** The goods of the order: which of them, and how many of each. What cannot be asked for now says so. */
export function RequestLines({ options, draft, missing, onChange }: RequestLinesProps) {
  const { t } = useLocale()
  return (
    <View className="x-card request-lines">
      <Text className="request-lines__title">{t('afterSale.which')}</Text>
      {options.lines.map((line) => {
        const most = mostPieces(line, draft.kind)
        const count = draft.pieces[line.skuId] ?? 0
        return (
          <View
            key={line.skuId}
            className={classNames('request-lines__line', most === 0 && 'request-lines__line--out')}
          >
            <Checkbox
              bare
              className="request-lines__box"
              checked={count > 0}
              disabled={most === 0}
              label={t('afterSale.take', { name: [line.name, ...line.options].join(' ') })}
              onChange={(checked) => onChange(line.skuId, checked ? most : 0)}
            />
            <Picture className="request-lines__picture" picture={line.picture} slot="thumb" shape="card" label="" />
            <View className="request-lines__words">
              <Text className="request-lines__name">{line.name}</Text>
              {line.options.length > 0 && <Text className="request-lines__options">{line.options.join(' · ')}</Text>}
              <View className="request-lines__foot">
                {most === 0 ? (
                  <Text className="request-lines__not-now">{t('afterSale.notNow')}</Text>
                ) : (
                  <Price fen={line.unitPrice} size="small" />
                )}
                {most > 1 && count > 0 ? (
                  <Stepper
                    value={count}
                    max={most}
                    label={line.name}
                    onChange={(pieces) => onChange(line.skuId, pieces)}
                  />
                ) : (
                  <Text className="request-lines__options">
                    {t('orders.times', { count: count || most || line.quantity })}
                  </Text>
                )}
              </View>
            </View>
          </View>
        )
      })}
      {missing && (
        <Text className="request-lines__problem" ariaLive="polite">
          {t('afterSale.linesMissing')}
        </Text>
      )}
    </View>
  )
}
