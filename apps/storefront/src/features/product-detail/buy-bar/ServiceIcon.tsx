import type { Product } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Button } from '../../../ui'
import { urlOf } from '../../../wechat'

/** Only WeChat's own button opens customer service, so that one lies over the icon. It takes the product along as a card. */
export function ServiceIcon({ product }: { product: Product }) {
  const { t } = useLocale()
  return (
    <Button
      kind="plain"
      openType="contact"
      label={t('profile.service')}
      className="buy-bar__service"
      showMessageCard
      sendMessageTitle={product.name}
      sendMessagePath={urlOf('product', { id: product.id })}
      sendMessageImg={product.picture?.card}
    >
      {' '}
    </Button>
  )
}
