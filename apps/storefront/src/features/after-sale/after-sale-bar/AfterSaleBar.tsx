import { View } from '@tarojs/components'
import type { AfterSale, AfterSaleAction } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Button, FixedBar } from '../../../ui'
import { open } from '../../../wechat'
import { ContactButton } from '../../orders/contact-button/ContactButton'
import './AfterSaleBar.scss'

export interface AfterSaleBarProps {
  afterSale: AfterSale
  busy: AfterSaleAction | null
  onWithdraw: () => void
  onReplacement: () => void
}

/**
 * Customer service, and what the server allows; the way of goods sent back has its own place on the page. After a no one may ask
 * anew: whether anything can be asked for is said there.
 */
export function AfterSaleBar({
  afterSale: { actions, state, orderId },
  busy,
  onWithdraw,
  onReplacement,
}: AfterSaleBarProps) {
  const { t } = useLocale()
  return (
    <FixedBar>
      <ContactButton />
      <View className="after-sale-bar__actions">
        {(state === 'refused' || state === 'withdrawn') && (
          <Button kind="outline" onClick={() => void open('afterSaleRequest', { order: orderId })}>
            {t('afterSale.again')}
          </Button>
        )}
        {actions.includes('withdraw') && (
          <Button kind="outline" loading={busy === 'withdraw'} onClick={onWithdraw}>
            {t('afterSale.withdraw')}
          </Button>
        )}
        {actions.includes('confirm_replacement') && (
          <Button loading={busy === 'confirm_replacement'} onClick={onReplacement}>
            {t('afterSale.confirm_replacement')}
          </Button>
        )}
      </View>
    </FixedBar>
  )
}
