import { Text, View } from '@tarojs/components'
import type { Order, OwnReview } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Button, Icon, Picture, Stars } from '../../../ui'
import { TextBox } from '../../../ui/text-box/TextBox'
import { useLeaveGuard } from '../../../wechat'
import { DraftPictures } from '../DraftPictures'
import { LONGEST_TEXT } from '../review-draft'
import { useFollowUp } from '../use-follow-up'
import '../product-review/ProductReview.scss'
import './FollowUpForm.scss'

export interface FollowUpFormProps {
  order: Order
  /** One of the order's that can be added to. */
  review: OwnReview
}

/** What was said of a product, and what there is to add to it. */
export function FollowUpForm({ order, review }: FollowUpFormProps) {
  const { t } = useLocale()
  const form = useFollowUp(order.id, review)
  useLeaveGuard(form.unsent ? t('review.leave') : null)
  const line = order.lines.find(({ productId }) => productId === review.productId)
  const name = line?.name ?? ''
  return (
    <View className="x-card product-review">
      <View className="product-review__head">
        <Picture
          className="product-review__picture"
          picture={line?.picture ?? null}
          slot="thumb"
          shape="small"
          label=""
        />
        <View className="product-review__words">
          <Text className="product-review__name">{name}</Text>
          <Stars stars={review.stars} />
        </View>
      </View>
      <Text className="follow-up__said">{review.text}</Text>
      {form.sent ? (
        <View className="product-review__sent" ariaLive="polite">
          <Icon name="check" size={16} />
          <Text className="product-review__sent-words">{t('review.sent_pending')}</Text>
        </View>
      ) : (
        <>
          <TextBox
            label={t('review.addText', { name })}
            value={form.text}
            placeholder={t('review.addHint')}
            maxLength={LONGEST_TEXT}
            onChange={form.setText}
          />
          <View className="product-review__pictures">
            <DraftPictures kept={[]} label={t('review.pictures', { name })} onChange={form.setPictures} />
          </View>
          <Button block loading={form.sending} onClick={() => void form.send()}>
            {t('review.submitAdd')}
          </Button>
        </>
      )}
    </View>
  )
}
