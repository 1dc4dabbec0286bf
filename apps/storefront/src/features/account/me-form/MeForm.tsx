import { Form, Image, Input, Text, View } from '@tarojs/components'
import type { Shopper } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Button, Icon } from '../../../ui'
import type { useMyDetails } from '../use-me'
// WeChat's keyboard of names wants an input of its own; it looks like every other field.
import '../../../ui/text-field/TextField.scss'
import './MeForm.scss'

/** As the contract has it: WeChat's own names are no longer. */
const LONGEST_NAME = 32

interface Props extends ReturnType<typeof useMyDetails> {
  me: Shopper
}

/**
 * Picture and name the way WeChat wants it: its button gives a picture, its keyboard offers the name. The name is read when the
 * form is sent, not while typing: WeChat checks it and empties a field it does not let through.
 */
export function MeForm({ me, sending, saving, changeAvatar, saveNickname }: Props) {
  const { t } = useLocale()
  // A gateway of before says nothing of it.
  const checked = me.avatarCheck && me.avatarCheck !== 'passed' ? me.avatarCheck : null
  return (
    <Form className="x-card me-form" onSubmit={({ detail }) => void saveNickname(String(detail.value?.nickname ?? ''))}>
      <View className="me-form__avatar">
        <View className="me-form__picture">
          {me.avatar ? (
            <Image className="me-form__image" src={me.avatar} mode="aspectFill" ariaLabel={t('account.avatar')} />
          ) : (
            <Icon name="user-round" size={32} />
          )}
        </View>
        <Text className="me-form__change">{t('account.changeAvatar')}</Text>
        {checked && (
          <Text className="me-form__checked" ariaLive="polite">
            {t(`account.avatar_${checked}`)}
          </Text>
        )}
        <Button
          kind="plain"
          openType="chooseAvatar"
          label={t('account.changeAvatar')}
          className="me-form__avatar-button"
          loading={sending}
          // Without consent the event comes all the same, and brings nothing.
          onChooseAvatar={({ detail }) => void (detail.avatarUrl && changeAvatar(detail.avatarUrl))}
        >
          {' '}
        </Button>
      </View>
      <Text className="x-text-field__label">{t('account.nickname')}</Text>
      <Input
        name="nickname"
        type="nickname"
        className="x-text-field__input"
        value={me.nickname ?? ''}
        maxlength={LONGEST_NAME}
        ariaLabel={t('account.nickname')}
      />
      <Text className="me-form__hint">{t('account.nicknameHint')}</Text>
      <Button block formType="submit" loading={saving}>
        {t('account.save')}
      </Button>
    </Form>
  )
}
