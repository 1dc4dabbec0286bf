import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import { buildShop } from '../bench/build'
import { markdownTable } from '../bench/markdown'
import { launchBrowser } from '../journeys/harness/browser'
import { Shop } from '../journeys/harness/shop'
import { Shopper } from '../journeys/harness/shopper'
import { type Measured, measure } from './measure'
import { hasBought, pagesOf } from './pages'
import { JUMPS, type Jump, watchJumps } from './watch-jumps'

/**
 * `npm run access`: opens every page of the compiled shop in both themes, and measures each text against what is behind it, each thing one
 * can tap, and how far the page jumps while its data arrives. Exit code 1 when a text has less than 4.5:1 or is cut through, a target is
 * smaller than 44 px, or a page jumps.
 *
 * `npm run access -- --width 320 --type 1.6 --theme dark --page orders`: a narrow phone, WeChat's largest text, one theme, some pages.
 */
const { values: asked } = parseArgs({
  options: {
    width: { type: 'string', default: '390' },
    type: { type: 'string', default: '1' },
    theme: { type: 'string' },
    page: { type: 'string', default: '' },
  },
})
const LIMITS = { least: 4.5, finger: 44 }
/** What a page may move by itself, as browsers score it (share of the screen × distance): below it is good. */
const MOST_JUMP = 0.1
const PHONE = { width: Number(asked.width), height: 844 }
/** So high that hardly anything is below the fold. */
const SCREEN = { ...PHONE, height: 2400 }
/** px, of WeChat at its normal text size. */
const NORMAL_TYPE = 17
const THEMES = (['light', 'dark'] as const).filter((theme) => !asked.theme || theme === asked.theme)
const QUIET_MS = 1500

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
  const pages = (await pagesOf(shop)).filter((at) => at.includes(asked.page))
  for (const theme of THEMES) {
    for (const at of pages) {
      say(`${theme} ${at}`)
      const [found, jumps] = await look(browser, theme, at)
      const moved = jumps.reduce((sum, { score }) => sum + score, 0)
      const figures = [found.texts, found.onPictures, found.targets, moved.toFixed(2)]
      rows.push([at.slice(0, 48), theme, ...figures.map(String)])
      problems.push(...problemsOf(`${at} (${theme})`, found))
      const [most] = jumps.sort((one, other) => other.score - one.score)
      if (most && moved > MOST_JUMP) problems.push(`${at} (${theme}): jumps by ${moved.toFixed(2)}, most ${most.what}`)
    }
  }
  const head = ['page', 'theme', 'texts', 'on pictures', 'targets', 'jumps']
  console.log(markdownTable(head, rows, ['left', 'left', 'right', 'right', 'right', 'right']))
  console.log(problems.length === 0 ? '\nAll of it can be read and tapped.' : `\n${problems.join('\n')}`)
  process.exitCode = problems.length === 0 ? 0 : 1
} finally {
  await browser.close()
  await shop.close()
}

async function look(browser: Browser, theme: (typeof THEMES)[number], at: string): Promise<[Measured, Jump[]]> {
  const fontSize = Math.round(NORMAL_TYPE * Number(asked.type) * 10) / 10
  const shopper = await Shopper.withPhone(browser, shop, { theme, at, fontSize })
  try {
    await shopper.page.setViewportSize(PHONE)
    await shopper.page.addInitScript(`(() => { const __name = (named) => named; (${watchJumps})('${JUMPS}') })()`)
    await shopper.enters()
    // A countdown on the page never ends: all is answered, and what came of it has been drawn.
    await shopper.page.waitForFunction(
      `window.xiaopu.requests.every(({ status, error }) => status > 0 || error)
         && window.xiaopu.setData.length > 0 && Date.now() - window.xiaopu.setData[0].at > ${QUIET_MS}`,
    )
    const body = shopper.root.locator('body')
    const jumps: Jump[] = await body.evaluate(`window['${JUMPS}'] ?? []`)
    await shopper.page.setViewportSize(SCREEN)
    await shopper.page.waitForTimeout(QUIET_MS / 3)
    // Only its text crosses over, as tsx marks functions with a helper that the page does not have.
    const run = `(limits) => { const __name = (named) => named; return (${measure})(limits) }`
    return [await body.evaluate(`(${run})(${JSON.stringify(LIMITS)})`), jumps]
  } finally {
    await shopper.leaves()
  }
}

function problemsOf(page: string, { weak, small, cut }: Measured): string[] {
  return [
    ...weak.map(({ words, colour, ground, contrast }) => `${page}: “${words}” ${colour} on ${ground}: ${contrast}`),
    ...small.map(({ name, width, height }) => `${page}: “${name}” is ${width} × ${height} px`),
    ...cut.map((words) => `${page}: “${words}” is cut`),
  ]
}
