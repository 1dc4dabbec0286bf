import { Text, View } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { useLocale } from '../i18n'
import { Button, ButtonRow, Sheet } from '../ui'
import { openPrivacyContract, privacyContractName } from '../wechat'
import './PrivacyAsk.scss'
import { answerPrivacy, usePrivacyNeeds } from './privacy-need'

/** WeChat takes our word for it only from the button it knows by this id. */
const AGREE = 'privacy-agree'

/**
 * Asks for consent where WeChat first needs it, in our own words, over the page one is on. Who says no goes on looking around:
 * only what needed it fails, and it asks again at the next need. https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html
 */
export function PrivacyAsk() {
  const { t } = useLocale()
  const needs = usePrivacyNeeds((state) => state.needs)
  const [onTop, setOnTop] = useState(true)
  useDidShow(() => setOnTop(true))
  useDidHide(() => setOnTop(false))
  const asking = needs.length > 0 && onTop
  const contract = useContractName(asking)

  useEffect(() => {
    if (asking) for (const need of needs) need.shown()
  }, [asking, needs])

  const refuse = () => answerPrivacy((need) => need.refuse())
  return (
    <Sheet
      open={asking}
      onClose={refuse}
      title={t('common.privacyTitle')}
      footer={
        <ButtonRow>
          <Button kind="outline" onClick={refuse}>
            {t('common.privacyRefuse')}
          </Button>
          <Button
            id={AGREE}
            openType="agreePrivacyAuthorization"
            onAgreePrivacyAuthorization={() => answerPrivacy((need) => need.agree(AGREE))}
          >
            {t('common.privacyAgree')}
          </Button>
        </ButtonRow>
      }
    >
      <Text className="privacy-ask__words">{t('common.privacyWords')}</Text>
      <View
        className="privacy-ask__contract"
        ariaRole="link"
        ariaLabel={contract}
        onClick={() => void openPrivacyContract()}
      >
        {contract}
      </View>
    </Sheet>
  )
}

/** As WeChat calls it; where it does not say, by a name that is right, too. */
function useContractName(asking: boolean): string {
  const { t } = useLocale()
  const [name, setName] = useState<string | null>(null)
  useEffect(() => {
    let wanted = asking
    if (asking) void privacyContractName().then((answer) => wanted && answer.status === 'ok' && setName(answer.value))
    return () => {
      wanted = false
    }
  }, [asking])
  return name ?? t('common.privacyContract')
}
