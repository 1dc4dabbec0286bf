import { WechatApiError, type WechatExpress } from '@xiaopu/wechat'
import type { Clock } from '../../clock'

const MINUTE = 60_000
const DAY = 86_400_000

/**
 * WeChat's ids of carriers by their names in words, asked for once a day, and a minute after WeChat did not answer. Without one WeChat goes by the number: not knowing
 * them stops nothing.
 */
export function createCarrierNames(express: Pick<WechatExpress, 'carriers'>, clock: Clock) {
  let known = new Map<string, string>()
  let until = 0

  return async function carrierIdOf(name: string): Promise<string | undefined> {
    if (clock().getTime() >= until) {
      until = clock().getTime() + DAY
      try {
        known = new Map((await express.carriers()).map((carrier) => [plain(carrier.name), carrier.id]))
      } catch (error) {
        if (!(error instanceof WechatApiError)) throw error
        until = clock().getTime() + MINUTE
      }
    }
    return known.get(plain(name))
  }
}

/** 顺丰速运, 顺丰快递 and 顺丰 are the same. */
const plain = (name: string) =>
  name
    .trim()
    .replace(/(?:速运|快递|快运|速递|物流)+$/u, '')
    .toLowerCase()
