import { cpus } from 'node:os'
import { launchBrowser } from '../journeys/harness/browser'
import { Shop } from '../journeys/harness/shop'
import { buildShop } from './build'
import { fiveHundredGoods, type PageCost } from './lists'
import type { LoadReport } from './load'
import { loadFromOutside } from './load-from-outside'
import { grouped, markdownTable } from './markdown'
import { type Crossing, homesFirstRender, oneAddToCart } from './render'

/** `pnpm bench`: what a phone has to draw, and what one gateway bears. Numbers to look at, not to pass. */
const AT_ONCE = 16
const MOST = { calls: 4_000, ms: 10_000 }
/** Without options, so that one tap adds it. */
const GOODS = 'wooden-stool'
const UNLIMITED = { all: 1_000_000, signIn: 1_000_000, placeOrder: 1_000_000, uploadPicture: 1_000_000 }

buildShop()
const say = (line: string) => console.error(line)
say('Filling a shop…')
const shop = await Shop.open({ gateway: { rateLimits: UNLIMITED } })
try {
  const product = await shop.books.productId(GOODS)
  const { crossings, pages } = await measureOnAPhone(product)
  printCrossings(crossings)
  printPages(pages)
  await printLoads(product)
} finally {
  await shop.close()
}

async function measureOnAPhone(product: string): Promise<{ crossings: [string, Crossing][]; pages: PageCost[] }> {
  const browser = await launchBrowser()
  try {
    say('Opening it on a phone…')
    const crossings: [string, Crossing][] = [
      ["home's first render", await homesFirstRender(browser, shop)],
      ['one add-to-cart', await oneAddToCart(browser, shop, product)],
    ]
    say('Scrolling through five hundred goods…')
    return { crossings, pages: await fiveHundredGoods(browser, shop) }
  } finally {
    await browser.close()
  }
}

function printCrossings(measured: [string, Crossing][]): void {
  const rows = measured.map(([name, { calls, bytes, largest }]) => [
    name,
    grouped(calls),
    grouped(bytes),
    grouped(largest),
  ])
  const head = ['setData in the simulator', 'calls', 'bytes', 'largest call']
  console.log(`\n${markdownTable(head, rows, ['left', 'right', 'right', 'right'])}

calls, bytes: how often, and how much JSON, a page's scripts send to its view. On a phone both cross between two threads:
fewer and smaller is faster. WeChat warns above 256 kB in one call.\n`)
}

function printPages(pages: PageCost[]): void {
  const rows = pages.map(({ page, calls, bytes, nodes }) => [`page ${page}`, ...[calls, bytes, nodes].map(grouped)])
  const head = ['one more page of goods', 'calls', 'bytes', 'elements in the view']
  console.log(`${markdownTable(head, rows, ['left', 'right', 'right', 'right'])}

Of five hundred goods, twenty a page: what one more page costs, and what is in the view then, does not grow with what is
above. What left the screen behind is told in the same calls.\n`)
}

async function printLoads(product: string): Promise<void> {
  const calls = { 'product list': '/v1/products?limit=20', 'product detail': `/v1/products/${product}` }
  const rows: string[][] = []
  for (const [name, path] of Object.entries(calls)) {
    say(`Asking for the ${name}…`)
    rows.push(
      rowOf(name, await loadFromOutside({ url: `${shop.demo.gatewayUrl}${path}`, atOnce: AT_ONCE, most: MOST })),
    )
  }
  const head = ['one gateway', 'requests', 'per second', 'p50, ms', 'p99, ms', 'failed']
  console.log(`\n${markdownTable(head, rows, ['left', 'right', 'right', 'right', 'right', 'right'])}

per second: answered by one gateway process on PGlite, the embedded database, which does one query at a time, over loopback
on this machine (${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.version}), ${AT_ONCE} calls at once, from another process.
p50, p99: half, and all but one in a hundred, were answered within so many ms, waiting included.
At most ${grouped(MOST.calls)} requests or ${MOST.ms / 1000} s for each.`)
}

function rowOf(name: string, { calls, failed, perSecond, p50, p99 }: LoadReport): string[] {
  return [name, grouped(calls), grouped(perSecond), p50.toFixed(1), p99.toFixed(1), grouped(failed)]
}
