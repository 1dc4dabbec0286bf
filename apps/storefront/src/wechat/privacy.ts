import Taro from '@tarojs/taro'
import { type Answer, ask } from './answer'

/** Shows the Mini Program's privacy guideline. */
export const openPrivacyContract = (): Promise<Answer<void>> =>
  ask(
    () => Taro.openPrivacyContract({}) as unknown as Promise<unknown>,
    () => undefined,
  )

/** How WeChat calls the guideline: 《拾物小程序隐私保护指引》. */
export const privacyContractName = (): Promise<Answer<string>> =>
  ask(
    () => Taro.getPrivacySetting({}) as unknown as Promise<{ privacyContractName: string }>,
    ({ privacyContractName }) => privacyContractName,
  )

/** WeChat waits for the shopper's word before it does what was asked of it. */
export interface PrivacyNeed {
  /** The agreement is on the screen. */
  shown(): void
  /** @param buttonId of the button with `open-type="agreePrivacyAuthorization"` that was tapped */
  agree(buttonId: string): void
  /** What was asked of WeChat then fails; it asks again at the next need. */
  refuse(): void
}

/** Tells of each need for consent, so that we ask in our own words. A client too old for it shows WeChat's own popup. */
export function watchPrivacyNeeds(tell: (need: PrivacyNeed) => void): void {
  Taro.onNeedPrivacyAuthorization?.((resolve) =>
    tell({
      shown: () => resolve({ event: 'exposureAuthorization' } as never),
      agree: (buttonId) => resolve({ event: 'agree', buttonId } as never),
      refuse: () => resolve({ event: 'disagree' } as never),
    }),
  )
}

/** Opens the settings, where a refused permission can be granted. Only works on a tap. */
export const openSettings = (): Promise<Answer<void>> =>
  ask(
    () => Taro.openSetting({}),
    () => undefined,
  )
