import type { Browser, BrowserContext, Page } from 'playwright-core'
import { ask, type RequestRecord } from './hooks'
import { Notices } from './notices'
import type { Shop } from './shop'
import { PATIENCE_MS, Surface, type Words } from './surface'
import { Watch } from './watch'

/** The people WeChat's stand-in knows. Each has addresses; 林小满 and 陈屿 have invoice titles. */
export type Person = 'lin-xiaoman' | 'chen-yu' | 'abla-tursun'

export interface Visit {
  person?: Person
  theme?: 'light' | 'dark'
  /** `ask`: somebody WeChat has not asked for consent yet. Everybody else has been here before. */
  privacy?: 'ask' | 'agreed'
  /** How WeChat opened it, in its numbers: 1154 is a card in Moments. */
  scene?: number
  /** WeChat's own text size in px; 17 is its normal one. */
  fontSize?: number
  /** A page's address, as in a shared card: `goods/product/index?id=…`. Home when left out. */
  at?: string
}

const IPHONE = { width: 390, height: 844 }

export const PASSWORD = '123456'

/** Somebody with a phone in their hand. What they see first is the Mini Program's page on top. */
export class Shopper extends Surface {
  private constructor(
    readonly page: Page,
    readonly watch: Watch,
    private readonly notices: Notices,
    private readonly context: BrowserContext,
    private readonly url: string,
  ) {
    super(page.frameLocator('iframe:not([hidden])'))
  }

  /** A phone with nothing stored and nothing allowed. */
  static async withPhone(browser: Browser, shop: Shop, visit: Visit = {}): Promise<Shopper> {
    const { person = 'lin-xiaoman', theme = 'light', privacy = 'agreed', scene = 1001, fontSize = 17, at = '' } = visit
    const context = await browser.newContext({ viewport: IPHONE, hasTouch: true, reducedMotion: 'reduce' })
    context.setDefaultTimeout(PATIENCE_MS)
    const page = await context.newPage()
    const phone = `person=${person}&theme=${theme}&privacy=${privacy}&scene=${scene}&fontSize=${fontSize}`
    const url = `${shop.url}?frame=none&${phone}${at && `#/${at}`}`
    return new Shopper(page, new Watch(page, shop.url), await Notices.of(page), context, url)
  }

  /** Opens the Mini Program where the visit says. */
  async enters(): Promise<this> {
    await this.page.goto(this.url)
    await this.waitForMiniProgram()
    return this
  }

  /** A tab at the bottom; its badge, if it has one, does not matter. */
  async opens(tab: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: '标签栏' })
      .getByRole('button', { name: new RegExp(`^${tab}( |$)`) })
      .tap()
  }

  /** The number on a tab. */
  async seesBadge(tab: string, count: number): Promise<void> {
    await this.page
      .getByRole('navigation', { name: '标签栏' })
      .getByRole('button', { name: `${tab} ${count}` })
      .waitFor()
  }

  /** Back with the arrow of WeChat's navigation bar, or of a page that draws its own. */
  async goesBack(): Promise<void> {
    const own = this.root.getByRole('button', { name: /^(返回|Back)$/ }).filter({ visible: true })
    const wechats = this.page.locator('header.navigation').getByRole('button', { name: '返回' })
    const route = await this.route()
    await ((await wechats.isVisible()) ? wechats : own.first()).tap()
    await this.page.waitForFunction(`window.xiaopu.currentPage().route !== ${JSON.stringify(route)}`)
  }

  /** Waits for a page of the Mini Program to be on top: `trade/result`. */
  async arrivesAt(route: string): Promise<void> {
    await this.page.waitForFunction(`window.xiaopu.currentPage().route.startsWith(${JSON.stringify(route)})`)
  }

  /** What the Mini Program has asked for since it was opened. */
  requests(): Promise<RequestRecord[]> {
    return ask(this.page, (xiaopu) => xiaopu.requests)
  }

  route(): Promise<string> {
    return ask(this.page, (xiaopu) => xiaopu.currentPage().route)
  }

  /** What WeChat itself draws over the Mini Program: 微信支付, 选择收货地址, a question. */
  wechat(sheet: Words): Surface {
    return new Surface(this.page.getByRole('dialog', { name: sheet }))
  }

  /** A short notice that goes away by itself, and counts even when it has gone already. */
  async isTold(words: Words): Promise<void> {
    await this.notices.read(words)
  }

  async typesPassword(password: string): Promise<void> {
    for (const digit of password) await this.wechat('微信支付').taps(digit)
  }

  /** Pays in WeChat's sheet, and leaves its result page with 完成. */
  async pays(password = PASSWORD): Promise<void> {
    await this.typesPassword(password)
    await this.wechat('微信支付').taps('完成')
  }

  async cancelsPayment(): Promise<void> {
    await this.wechat('微信支付').taps('关闭')
  }

  async choosesAddress(of: Words): Promise<void> {
    await this.wechat('选择收货地址').picks(of)
  }

  async choosesInvoiceTitle(title: Words): Promise<void> {
    await this.wechat('选择发票抬头').picks(title)
  }

  /** The colour behind everything: the one seen most often down the page's left edge, as the browser computed it. */
  background(): Promise<string> {
    return this.root.locator('body').evaluate((body) => {
      const count = new Map<string, number>()
      for (let y = 0; y < innerHeight; y += 10) {
        let seen = body.ownerDocument.elementFromPoint(2, y)
        const colour = () => (seen ? getComputedStyle(seen).backgroundColor : 'none')
        while (colour() === 'rgba(0, 0, 0, 0)') seen = seen?.parentElement ?? null
        count.set(colour(), (count.get(colour()) ?? 0) + 1)
      }
      return [...count].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 'none'
    })
  }

  /** How bright the phone is, and whether it goes dark by itself, as the simulator keeps it. */
  brightness(): Promise<{ brightness?: string; keepScreenOn?: string }> {
    return this.page.evaluate(`({ ...document.querySelector('.phone').dataset })`)
  }

  /** The phone's network: `slow` answers after a second and a half, `none` not at all. */
  async network(state: 'wifi' | 'slow' | 'none'): Promise<void> {
    await this.page.evaluate(`window.xiaopu.device.set('network', '${state}')`)
  }

  /** Leaves the Mini Program and opens it again on the same phone. */
  async comesBack(): Promise<void> {
    await this.watch.collect()
    await this.page.reload()
    await this.waitForMiniProgram()
  }

  async leaves(): Promise<void> {
    await this.context.close()
  }

  private async waitForMiniProgram(): Promise<void> {
    const refused = this.page.locator('main.failed pre')
    const running = this.page.locator('main.stage iframe').first()
    await running.or(refused).waitFor()
    if (await refused.isVisible()) throw new Error(`The simulator could not run it: ${await refused.textContent()}`)
  }
}
