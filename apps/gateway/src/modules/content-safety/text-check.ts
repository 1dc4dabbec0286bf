import type { CheckedText, WechatServer } from '@xiaopu/wechat'
import type { FastifyBaseLogger } from 'fastify'
import { Refusal } from '../../http/refusal'

interface Needs {
  wechat: Pick<WechatServer, 'checkText'>
  openidOf(shopperId: string): Promise<string>
  log: Pick<FastifyBaseLogger, 'warn'>
}

/** What somebody wrote, and where it is to be shown. */
export interface ShopperText extends Pick<CheckedText, 'scene' | 'nickname'> {
  text: string
}

/** Resolves with whether WeChat has cleared the text; @throws Refusal `text_refused`: it is risky */
export type TextCheck = (shopperId: string, written: ShopperText) => Promise<boolean>

/**
 * Lets WeChat read what shoppers write, as it demands of everything that is shown. `false`, the text is in doubt or WeChat could not
 * be asked, means that a person has to look before anybody else does.
 */
export function createTextCheck({ wechat, openidOf, log }: Needs): TextCheck {
  return async (shopperId, { text, ...shown }) => {
    try {
      const verdict = await wechat.checkText({ openid: await openidOf(shopperId), content: text, ...shown })
      if (verdict === 'risky') throw new Refusal('text_refused')
      return verdict === 'pass'
    } catch (error) {
      if (error instanceof Refusal) throw error
      log.warn({ err: error }, 'WeChat did not check a text')
      return false
    }
  }
}
