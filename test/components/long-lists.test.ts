import type { RouteName, Routes } from '@xiaopu/contract'
import { routes } from '@xiaopu/contract'
import { HttpResponse, http } from 'msw'
import { orderOf, type PageView, shopWith, type Visit, waitFor } from './harness'
import { server } from './harness/shop'

/** Items on a page, and pages: five hundred in all. */
const PAGE = 50
const PAGES = 10
/** Parts of a list that are near the screen at most. */
const NEAR = 3
/** Five hundred of anything take a simulated page a while, on a machine that others keep busy. */
const LIMIT_MS = 5 * 60_000
const WHILE = { timeout: 20_000 }

type Listing = 'listProducts' | 'listOrders' | 'listFavourites' | 'listReviews'
type Answer<Name extends RouteName> = Routes[Name]['response']['_output']

/** The shop answers with as many of these as there are, page after page, each with a name of its own. */
function long<Name extends Listing>(
  name: Name,
  first: Answer<Name> & { items: readonly object[] },
  rename: (item: Answer<Name>['items'][number], n: number) => object,
) {
  const { method, path } = routes[name]
  const listen = http[method.toLowerCase() as 'get']
  server.use(
    listen(`*${path}`, ({ request }) => {
      const page = Number(new URL(request.url).searchParams.get('cursor') ?? 0)
      const items = Array.from({ length: PAGE }, (_, place) => {
        const item = first.items[place % first.items.length] as Answer<Name>['items'][number]
        return rename(item, page * PAGE + place)
      })
      return HttpResponse.json({ ...first, items, nextCursor: page + 1 < PAGES ? String(page + 1) : null })
    }),
  )
}

interface Cost {
  /** Of setData, and bytes of JSON in it. */
  times: number
  bytes: number
  /** In the view when the page has come. */
  nodes: number
}

/** Scrolls to the end of all, and tells what each page cost to draw. */
async function costs({ phone }: Visit, page: PageView, nth: (n: number) => string): Promise<Cost[]> {
  const spent: Cost[] = []
  // All of what is drawn at once is quicker to look through than element by element.
  const shows = (n: number) => waitFor(() => expect(page.text()).toContain(nth(n)), WHILE)
  await shows(PAGE - 1)
  for (let next = 1; next < PAGES; next++) {
    const { times, bytes } = page.drawn
    page.scrollToEnd()
    await shows((next + 1) * PAGE - 1)
    const cost = { times: page.drawn.times - times, bytes: page.drawn.bytes - bytes }
    // The beginning is far away now, and not drawn.
    await waitFor(() => {
      phone.showsTheLast(NEAR)
      expect(page.text()).not.toContain(nth(0))
    }, WHILE)
    spent.push({ ...cost, nodes: page.host.querySelectorAll('*').length })
  }
  return spent
}

const lists: [string, (visit: Visit) => Promise<{ address: string; nth: (n: number) => string }>][] = [
  [
    'goods',
    async ({ before }) => {
      const first = await before(({ catalog }) => catalog.products({}))
      long('listProducts', first, (item, n) => ({ ...item, id: `goods-${n}`, name: `第 ${n} 件商品` }))
      return { address: '/goods/list/index?category=living', nth: (n) => `第 ${n} 件商品` }
    },
  ],
  [
    'orders',
    async ({ before }) => {
      await before(orderOf('mug-sand'))
      const first = await before(({ orders }) => orders.list({}))
      long('listOrders', first, (item, n) => ({
        ...item,
        id: `order-${n}`,
        lines: item.lines.map((line) => ({ ...line, name: `第 ${n} 件商品` })),
      }))
      return { address: '/trade/orders/index', nth: (n) => `第 ${n} 件商品` }
    },
  ],
  [
    'favourites',
    async ({ before }) => {
      await before(({ favourites }) => favourites.add(['mug']))
      const first = await before(({ favourites }) => favourites.list())
      long('listFavourites', first, (item, n) => ({
        ...item,
        productId: `goods-${n}`,
        product: item.product && { ...item.product, id: `goods-${n}`, name: `第 ${n} 件商品` },
      }))
      return { address: '/account/favourites/index', nth: (n) => `第 ${n} 件商品` }
    },
  ],
  [
    'reviews',
    async ({ before }) => {
      const first = await before(({ reviews }) => reviews.list('mug'))
      long('listReviews', first, (item, n) => ({ ...item, id: `review-${n}`, text: `第 ${n} 个买家这样说` }))
      return { address: '/goods/reviews/index?id=mug', nth: (n) => `第 ${n} 个买家这样说` }
    },
  ],
]

describe('of five hundred', () => {
  test.each(lists)(
    '%s the last page costs no more to draw than the second, and the view does not grow',
    async (_what, prepare) => {
      const visit = await shopWith()
      const { address, nth } = await prepare(visit)
      const page = await visit.openPage(address)
      const spent = await costs(visit, page, nth)
      const [early] = spent as [Cost]
      for (const late of spent) {
        expect(late.times).toBeLessThanOrEqual(early.times + 1)
        expect(late.bytes).toBeLessThan(early.bytes * 1.2)
      }
      // What is not drawn is one empty place for each part.
      const [first] = spent.slice(2) as [Cost]
      expect(spent.at(-1)?.nodes).toBeLessThan(first.nodes * 1.5)
    },
    LIMIT_MS,
  )
})
