import { type Browser, chromium, type FrameLocator, type Locator, type Page } from 'playwright-core'
import { browserLaunchOptions } from '../../../../config/browser/browser-launch-options.mjs'
import { type Simulator, type SimulatorOptions, startSimulator } from '../server/simulator'
import { fakeWechat } from './fake-wechat'
import { FIXTURE } from './fixture'
import { fixtureShop } from './fixture-shop'

/** A browser with a phone in it that runs the fixture Mini Program. */
export class TestPhone {
  private constructor(
    readonly simulator: Simulator,
    readonly wechat: Awaited<ReturnType<typeof fakeWechat>>,
    readonly shop: Awaited<ReturnType<typeof fixtureShop>>,
    readonly browser: Browser,
    public page: Page,
  ) {}

  static async start(projectDir = FIXTURE, desk?: SimulatorOptions['desk']): Promise<TestPhone> {
    const wechat = await fakeWechat()
    const shop = await fixtureShop()
    const simulator = await startSimulator({
      projectDir,
      appid: 'wx0000000000000001',
      routes: { 'https://shop.example': shop.url },
      wechat: wechat.url,
      title: '样例店',
      desk,
    })
    const browser = await chromium.launch(browserLaunchOptions())
    return new TestPhone(simulator, wechat, shop, browser, await browser.newPage())
  }

  /** A new person's browser: nothing stored, nothing allowed but, unless `asks`, the use of personal data. `where` is what follows the simulator's address. */
  async open(where = '?frame=none', viewport = { width: 390, height: 844 }, { asks = false } = {}): Promise<void> {
    await this.page.context().close()
    const context = await this.browser.newContext({ viewport, hasTouch: true, reducedMotion: 'reduce' })
    this.page = await context.newPage()
    const url = new URL(this.simulator.url + where)
    if (!asks) url.searchParams.set('privacy', 'agreed')
    await this.page.goto(url.href)
    await this.page.waitForFunction('window.xiaopu !== undefined')
  }

  /** The page of the Mini Program on top. */
  get top(): FrameLocator {
    return this.page.frameLocator('iframe:not([hidden])')
  }
  tap(name: string): Promise<void> {
    return this.top.getByRole('button', { name, exact: true }).tap()
  }
  /** A sheet WeChat draws over the Mini Program. */
  sheet(name: string): Locator {
    return this.page.getByRole('dialog', { name })
  }
  sees(text: string | RegExp): Promise<void> {
    return this.top.getByText(text).first().waitFor({ timeout: 5_000 })
  }
  /** A computed style of the first element the selector finds in the page on top. */
  style(selector: string, property: string): Promise<string> {
    return this.top.locator(selector).evaluate((element, name) => {
      const { getComputedStyle } = globalThis as unknown as Styling
      return getComputedStyle(element).getPropertyValue(name)
    }, property)
  }
  async type(password: string): Promise<void> {
    for (const digit of password) {
      await this.sheet('微信支付').getByRole('button', { name: digit, exact: true }).tap()
    }
  }
  hooks<T>(read: (xiaopu: Hooks) => T): Promise<T> {
    return this.page.evaluate(`(${read})(window.xiaopu)`)
  }

  async close(): Promise<void> {
    await this.browser.close()
    await this.simulator.close()
    await this.wechat.close()
    await this.shop.close()
  }
}

interface Styling {
  getComputedStyle(element: unknown): { getPropertyValue(name: string): string }
}

interface Hooks {
  setData: { page: string; is: string; keys: string[]; bytes: number }[]
  errors: string[]
  missing: string[]
  requests: { url: string; status: number; error?: string }[]
  // biome-ignore lint/suspicious/noExplicitAny: a test calls wx as the Mini Program does.
  wx: any
  device: { set(name: string, value: string): void }
  pages(): { route: string }[]
  currentPage(): { route: string; query: Record<string, string>; title: string }
}
