import type { Browser } from 'playwright-core'
import { buildShop } from '../bench/build'
import { markdownTable } from '../bench/markdown'
import { launchBrowser } from '../journeys/harness/browser'
import { Shop } from '../journeys/harness/shop'
import { Shopper } from '../journeys/harness/shopper'
import { type Measured, measure } from './measure'
import { hasBought, pagesOf } from './pages'

/**
 * `npm run access`: opens every page of the compiled shop in both themes, and measures each text against what is behind it and each
 * thing one can tap. Exit code 1 when a text has less than 4.5:1 or a target is smaller than 44 px.
 */
const LIMITS = { least: 4.5, finger: 44 }
/** As wide as the narrowest phone, and so high that hardly anything is below the fold. */
const SCREEN = { width: Number(process.env.XIAOPU_ACCESS_WIDTH ?? 390), height: 2400 }
const THEMES = ['light', 'dark'] as const

const say = (line: string) => console.error(line)
buildShop()
say('Filling a shop…')
const shop = await Shop.open()
const browser = await launchBrowser()
try {
  await shop.firstMorning()
  await hasBought(browser, shop)
  const rows: string[][] = []
  const problems: string[] = []
  for (const theme of THEMES) {
    for (const at of await pagesOf(shop)) {
      const found = await look(browser, theme, at)
      rows.push([at.slice(0, 48), theme, ...[found.texts, found.onPictures, found.targets].map(String)])
      problems.push(...problemsOf(`${at} (${theme})`, found))
    }
  }
  const head = ['page', 'theme', 'texts', 'on pictures', 'targets']
  console.log(markdownTable(head, rows, ['left', 'left', 'right', 'right', 'right']))
  console.log(problems.length === 0 ? '\nAll of it can be read and tapped.' : `\n${problems.join('\n')}`)
  process.exitCode = problems.length === 0 ? 0 : 1
} finally {
  await browser.close()
  await shop.close()
}

async function look(browser: Browser, theme: (typeof THEMES)[number], at: string): Promise<Measured> {
  say(`${theme} ${at}`)
  const shopper = await Shopper.withPhone(browser, shop, { theme, at })
  try {
    await shopper.page.setViewportSize(SCREEN)
    await shopper.enters()
    // A countdown on the page never ends: all is answered, and what came of it has been drawn.
    await shopper.page.waitForFunction(
      `window.xiaopu.requests.every(({ status, error }) => status > 0 || error)
         && window.xiaopu.setData.length > 0 && Date.now() - window.xiaopu.setData[0].at > 3000`,
    )
    // Only its text crosses over, as tsx marks functions with a helper that the page does not have.
    const run = `(limits) => { const __name = (named) => named; return (${measure})(limits) }`
    return await shopper.root.locator('body').evaluate(`(${run})(${JSON.stringify(LIMITS)})`)
  } finally {
    await shopper.leaves()
  }
}

function problemsOf(page: string, { weak, small }: Measured): string[] {
  return [
    ...weak.map(({ words, colour, ground, contrast }) => `${page}: “${words}” ${colour} on ${ground}: ${contrast}`),
    ...small.map(({ name, width, height }) => `${page}: “${name}” is ${width} × ${height} px`),
  ]
}
