import type { Browser } from 'playwright-core'
import { ask } from '../journeys/harness/hooks'
import type { Shop } from '../journeys/harness/shop'
import { Shopper } from '../journeys/harness/shopper'

/** What one more page of a list costs, and what the view holds then. */
export interface PageCost {
  /** Which page of the list, from 1. */
  page: number
  calls: number
  /** Of JSON, from the page's scripts to its view. */
  bytes: number
  /** Elements in the view. */
  nodes: number
}

/** Items in all, and pages of twenty. */
const PAGES = 25
const PAGE = 20

interface Listing {
  items: Record<string, unknown>[]
  nextCursor: string | null
}

/**
 * Scrolls through five hundred goods, which are the shop's own over and over: the answers are multiplied on their way to the phone.
 * @returns the third page, from which on there is something above to leave away, and the last one
 */
export async function fiveHundredGoods(browser: Browser, shop: Shop): Promise<PageCost[]> {
  const shopper = await Shopper.withPhone(browser, shop, { at: 'goods/list/index?q=%E6%9C%A8' })
  try {
    await shopper.page.route(/\/v1\/products\?/, async (route) => {
      const url = new URL(route.request().url())
      const page = Number(url.searchParams.get('cursor') ?? 0)
      url.searchParams.delete('cursor')
      const answer = await route.fetch({ url: url.href })
      const first = (await answer.json()) as Listing
      const items = Array.from({ length: PAGE }, (_, place) => ({
        ...first.items[place % first.items.length],
        id: `goods-${page * PAGE + place}`,
        name: `第 ${page * PAGE + place} 件`,
      }))
      await route.fulfill({
        response: answer,
        json: { ...first, items, nextCursor: page + 1 < PAGES ? String(page + 1) : null },
      })
    })
    await shopper.enters()
    await shopper.sees(`第 ${PAGE - 1} 件`)
    const costs: PageCost[] = []
    for (let page = 2; page <= PAGES; page++) {
      const before = (await ask(shopper.page, (xiaopu) => xiaopu.setData)).length
      await shopper.root.locator('body').evaluate((body) => {
        const view = body.ownerDocument.defaultView
        view?.scrollTo(0, 0)
        view?.scrollTo(0, body.scrollHeight)
      })
      await shopper.sees(`第 ${page * PAGE - 1} 件`)
      const drawn = (await ask(shopper.page, (xiaopu) => xiaopu.setData)).slice(before)
      const nodes = await shopper.root.locator('*').count()
      costs.push({ page, calls: drawn.length, bytes: drawn.reduce((sum, { bytes }) => sum + bytes, 0), nodes })
    }
    return costs.filter(({ page }) => page === 3 || page === 10 || page === PAGES)
  } finally {
    await shopper.leaves()
  }
}
