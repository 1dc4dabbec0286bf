import { Text, View } from '@tarojs/components'
import type { Quote } from '@xiaopu/contract'
import { errorSentence } from '../../../api/error-sentence'
import { useLocale } from '../../../i18n'
import { Button, ChoiceRow, Icon, priceText, Skeleton, SkeletonGroup } from '../../../ui'
import { stackableWords } from '../../wallet/stackable'
import { daysLeft, validityWords } from '../../wallet/validity'
import { joinRefusal, sameCode } from '../coupon-joining'
import { limitWords, refusalWords } from '../coupon-words'
import type { useCouponForm } from '../use-coupon-form'
import type { useFitting } from '../use-fitting'
import './CouponChoices.scss'

export interface CouponChoicesProps {
  fitting: ReturnType<typeof useFitting>
  quote: Pick<Quote, 'coupons' | 'couponLimit'>
  form: Pick<ReturnType<typeof useCouponForm>, 'toggle' | 'only' | 'none'>
}

/**
 * The wallet's coupons to tick, the recommended ones first, then the one worth most: a tick moves no row. Those that cannot join the
 * ticked ones say why, and can take their place. Then none, then those that do not count, each with the reason. Where an order has one
 * coupon, one excludes the others.
 */
export function CouponChoices({ fitting, quote, form }: CouponChoicesProps) {
  const { t } = useLocale()
  const { usable, unusable, best, pending, error, refit } = fitting
  const { coupons, couponLimit } = quote
  const many = couponLimit > 1
  const chosenAs = (code: string) => coupons.find((one) => sameCode(one.code, code))
  /** Typed ones are in no wallet. */
  const typed = coupons.filter(({ code }) => !usable.some((one) => sameCode(one.code, code)))
  const inTurn = [true, false].flatMap((first) => usable.filter(({ code }) => best.includes(code) === first))
  const expiry = (expiresAt: string | null) => {
    const days = daysLeft(expiresAt, Date.now())
    return days === null ? validityWords(expiresAt, t) : t('wallet.daysLeft', { count: days })
  }
  const noteOf = (stackable: boolean, ...words: string[]) =>
    [...words, many && stackableWords(stackable, t)].filter(Boolean).join(' · ')

  if (pending)
    return (
      <SkeletonGroup className="coupon-choices">
        {[0, 1].map((row) => (
          <View key={row} className="coupon-choices__row">
            <Skeleton width="70%" />
          </View>
        ))}
      </SkeletonGroup>
    )
  return (
    <View className="coupon-choices">
      {error && (
        <View className="coupon-choices__failed">
          <Text className="coupon-choices__failed-words">{errorSentence(error, t)}</Text>
          <Button kind="plain" size="small" onClick={refit}>
            {t('ui.retry')}
          </Button>
        </View>
      )}
      {usable.length + typed.length > 0 && (
        <View ariaRole={many ? 'group' : 'radiogroup'} ariaLabel={t('checkout.coupon')}>
          {typed.map(({ code, name, discount, stackable }) => (
            <ChoiceRow
              key={code}
              many={many}
              name={name}
              note={noteOf(stackable, code)}
              off={priceText(-discount)}
              chosen
              onChoose={() => void (many && form.toggle(code))}
            />
          ))}
          {inTurn.map(({ walletId, name, code, discount, stackable, expiresAt }) => {
            const chosen = chosenAs(code)
            const reason = chosen ? null : joinRefusal(stackable, quote)
            if (reason)
              return (
                <View key={walletId} className="coupon-choices__row coupon-choices__row--out">
                  <View className="coupon-choices__words">
                    <Text className="coupon-choices__name">{name}</Text>
                    <Text className="coupon-choices__note">
                      {refusalWords({ reason, missing: null }, couponLimit, t)}
                    </Text>
                  </View>
                  <Text className="coupon-choices__off">{priceText(-discount)}</Text>
                  {reason === 'not_stackable' && (
                    <Button
                      kind="plain"
                      size="small"
                      label={`${t('checkout.couponInstead')} ${name} ${priceText(-discount)}`}
                      onClick={() => void form.only(code)}
                    >
                      {t('checkout.couponInstead')}
                    </Button>
                  )}
                </View>
              )
            return (
              <ChoiceRow
                key={walletId}
                many={many}
                name={name}
                tag={many && best.includes(code) ? t('checkout.couponRecommended') : undefined}
                note={noteOf(stackable, expiry(expiresAt))}
                off={priceText(-(chosen ?? { discount }).discount)}
                chosen={chosen !== undefined}
                onChoose={() => void (many ? form.toggle(code) : form.only(code))}
              />
            )
          })}
          <ChoiceRow
            many={many}
            name={t('checkout.couponNone')}
            chosen={coupons.length === 0}
            onChoose={() => void form.none()}
          />
        </View>
      )}
      {!many && usable.length > 1 && <Text className="coupon-choices__head">{limitWords(couponLimit, t)}</Text>}
      {unusable.length > 0 && <Text className="coupon-choices__head">{t('checkout.couponUnusable')}</Text>}
      {unusable.map(({ walletId, name, ...refusal }) => (
        <View key={walletId} className="coupon-choices__row coupon-choices__row--unusable">
          <Icon name="info" size={16} />
          <View className="coupon-choices__words coupon-choices__words--reason">
            <Text className="coupon-choices__name">{name}</Text>
            <Text className="coupon-choices__note">{refusalWords(refusal, couponLimit, t)}</Text>
          </View>
        </View>
      ))}
    </View>
  )
}
