import { View } from '@tarojs/components'
import type { Order } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Button, EmptyState, FixedBar, Switch, TextField } from '../../../ui'
import { useLeaveGuard } from '../../../wechat'
import { ProductReview } from '../product-review/ProductReview'
import { LONGEST_NICKNAME } from '../review-draft'
import { useReviewForm } from '../use-review-form'
import './ReviewForm.scss'

export interface ReviewFormProps {
  order: Order
  /** Whether the shop keeps tags and pictures. */
  extras: boolean
  onOrder: () => void
  onHome: () => void
}

/** A card for each product, who is named, and one button for all of them. */
export function ReviewForm({ order, extras, onOrder, onHome }: ReviewFormProps) {
  const { t } = useLocale()
  const form = useReviewForm(order)
  useLeaveGuard(form.unsent ? t('review.leave') : null)

  if (form.done)
    return (
      <EmptyState
        icon="check"
        title={t('review.doneTitle')}
        hint={t('review.doneHint')}
        action={{ label: t('review.seeOrder'), onClick: onOrder }}
        second={{ label: t('review.goOn'), onClick: onHome }}
      />
    )
  return (
    <>
      {form.products.map((product) => (
        <ProductReview
          key={product.productId}
          product={product}
          draft={form.draftOf(product.productId)}
          problem={form.problemOf(product.productId)}
          sent={form.sent[product.productId]}
          extras={extras}
          onPictures={(state) => form.setPictures(product.productId, state)}
          onChange={(changed) => form.change(product.productId, changed)}
        />
      ))}
      <View className="x-card review-form__name">
        <Switch checked={form.anonymous} label={t('review.anonymous')} onChange={form.setAnonymous} />
        {!form.anonymous && (
          <TextField
            label={t('review.nickname')}
            value={form.nickname}
            placeholder={t('review.nicknameHint')}
            maxLength={LONGEST_NICKNAME}
            error={form.nicknameMissing ? t('review.nicknameMissing') : undefined}
            onChange={form.setNickname}
          />
        )}
      </View>
      <FixedBar>
        <Button block loading={form.sending} onClick={() => void form.send()}>
          {t('review.submit')}
        </Button>
      </FixedBar>
    </>
  )
}
