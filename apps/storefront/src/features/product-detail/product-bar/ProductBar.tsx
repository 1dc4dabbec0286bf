import { Text, View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { classNames, IconButton } from '../../../ui'
import { back, barGeometry, isSinglePage } from '../../../wechat'
import './ProductBar.scss'

export interface ProductBarProps {
  title: string
  /** Once the pictures have scrolled away; before, only the way back stands on them. */
  solid: boolean
}

/** The page's own navigation bar, beside WeChat's capsule. */
export function ProductBar({ title, solid }: ProductBarProps) {
  const { t } = useLocale()
  const { statusBarHeight, barHeight, capsuleWidth } = barGeometry()
  return (
    <View
      className={classNames('product-bar', solid && 'product-bar--solid')}
      style={{ paddingTop: `${statusBarHeight}px` }}
    >
      <View className="product-bar__row" style={{ height: `${barHeight}px`, paddingRight: `${capsuleWidth}px` }}>
        {!isSinglePage() && (
          <IconButton
            icon="chevron-left"
            label={t('common.back')}
            onClick={() => void back()}
            className="product-bar__back"
          />
        )}
        <Text className="product-bar__title" ariaHidden={!solid}>
          {title}
        </Text>
      </View>
    </View>
  )
}
