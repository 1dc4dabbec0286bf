import type { Page } from 'playwright-core'
import type { Shopper } from './shopper'
import { Surface } from './surface'

/** The merchant's page, in a browser of its own. */
export class Desk extends Surface {
  constructor(private readonly page: Page) {
    super(page.locator('body'))
  }
  form(name: string | RegExp): Surface {
    return new Surface(this.page.getByRole('form', { name }).first())
  }
  /** Does an act as its form would, for one that is on no screen any more: the code it is refused with, null when it is not. */
  refuses(act: string, given: object): Promise<string | null> {
    return this.page.evaluate(
      async ([name, body]) => {
        const headers = { 'content-type': 'application/json' }
        const answer = await fetch(`/api/acts/${name}`, { method: 'POST', headers, body })
        return answer.ok ? null : ((await answer.json()) as { code: string }).code
      },
      [act, JSON.stringify(given)],
    )
  }
  /** Between the merchant's browser and the shop. */
  async network(state: 'wifi' | 'none'): Promise<void> {
    await this.page.context().setOffline(state === 'none')
  }
  async leaves(): Promise<void> {
    await this.page.context().close()
  }
}

/** Beside the shopper's phone, and knowing nothing of it. */
export async function sitsAtTheDesk(shopper: Shopper, url: string): Promise<Desk> {
  const context = await shopper.page.context().browser()!.newContext({ hasTouch: true })
  const page = await context.newPage()
  await page.goto(url)
  return new Desk(page)
}
