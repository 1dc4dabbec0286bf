import type { Browser } from 'playwright-core'
import { ask, type SetDataRecord } from '../journeys/harness/hooks'
import type { Shop } from '../journeys/harness/shop'
import { Shopper } from '../journeys/harness/shopper'

/** What crossed from a page's scripts to its view. */
export interface Crossing {
  calls: number
  bytes: number
  /** Bytes of the largest call. */
  largest: number
}

/** Nothing has moved for so long: it has settled, ms. */
const QUIET_MS = 800

/** From the tap on the shop's icon until home stands still, pictures' places, prices and all. */
export async function homesFirstRender(browser: Browser, shop: Shop): Promise<Crossing> {
  const shopper = await (await Shopper.withPhone(browser, shop)).enters()
  try {
    await shopper.sees(/¥/)
    return sumOf(await whenSettled(shopper))
  } finally {
    await shopper.leaves()
  }
}

/** From the tap that adds a chosen SKU until the product page stands still again. */
export async function oneAddToCart(browser: Browser, shop: Shop, productId: string): Promise<Crossing> {
  const shopper = await (await Shopper.withPhone(browser, shop, { at: `goods/product/index?id=${productId}` })).enters()
  try {
    await shopper.taps('加入购物车')
    const sheet = shopper.on('选择规格')
    await sheet.sees('数量')
    const before = (await whenSettled(shopper)).length
    await sheet.taps('加入购物车')
    await shopper.isTold('已加入购物车')
    return sumOf((await whenSettled(shopper)).slice(before))
  } finally {
    await shopper.leaves()
  }
}

async function whenSettled({ page }: Shopper): Promise<SetDataRecord[]> {
  await page.waitForFunction(
    `window.xiaopu.requests.every(({ status, error }) => status > 0 || error)
       && Date.now() - Math.max(0, ...window.xiaopu.setData.map(({ at }) => at)) > ${QUIET_MS}`,
  )
  return ask(page, (xiaopu) => xiaopu.setData)
}

const sumOf = (records: SetDataRecord[]): Crossing => ({
  calls: records.length,
  bytes: records.reduce((sum, { bytes }) => sum + bytes, 0),
  largest: Math.max(0, ...records.map(({ bytes }) => bytes)),
})
