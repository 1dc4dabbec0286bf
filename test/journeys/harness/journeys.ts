import type { DemoCommerce } from '@xiaopu/demo'
import type { Browser } from 'playwright-core'
import { launchBrowser } from './browser'
import { keepEvidence } from './evidence'
import { announcedPremises } from './premises'
import { Shop, type ShopOptions } from './shop'
import { Shopper, type Visit } from './shopper'

/** Several waits of the longest; one that fails should say itself what it waited for. */
const JOURNEY_LIMIT_MS = 5 * 60_000

export interface Journey {
  shop: Shop
  /** Somebody opens the Mini Program on a phone of their own. */
  enter(visit?: Visit): Promise<Shopper>
}

export type JourneyOptions = Omit<ShopOptions, 'premises'>
/** Tells one journey: a test. */
export type Tell = (name: string, walk: (journey: Journey) => Promise<void>) => void

/**
 * The same journeys in a shop on PostgreSQL and in one on a Magento; those only one of them can walk ask where they are.
 * `once` tells a journey on PostgreSQL alone: one about the phone, the gateway or WeChat, to whom the back end is all the same.
 */
export function onEachBackend(
  options: Omit<JourneyOptions, 'commerce'>,
  tellAll: (journey: Tell, commerce: DemoCommerce, once: Tell) => void,
): void {
  describe.each(['postgres', 'magento'] as const)('on %s', (commerce) => {
    const journey = journeys({ ...options, commerce })
    tellAll(journey, commerce, commerce === 'postgres' ? journey : () => undefined)
  })
}

/**
 * For the top of a test file or a describe: opens one shop and one browser for its journeys, and closes them after the last. Each
 * journey starts on a first morning. One fails, too, when a phone saw an error, an undeclared domain or a heavy setData;
 * a failed one leaves its screens and logs in `.xiaopu/journeys`, and says so.
 */
export function journeys(options: JourneyOptions = {}): Tell {
  // Whole machines are in play. What fails is walked once more, on another first morning, and its failure is printed: a
  // journey that needs it has met a race, of its own or of the shop.
  jest.retryTimes(1, { logErrorsBeforeRetry: true })
  let shop: Shop
  let browser: Browser
  beforeAll(async () => {
    shop = await Shop.open({ ...options, premises: announcedPremises() })
    browser = await launchBrowser()
  }, JOURNEY_LIMIT_MS)
  afterAll(async () => {
    await browser?.close()
    await shop?.close()
  })

  return (name, walk) => {
    test(
      name,
      async () => {
        await shop.firstMorning()
        const shoppers: Shopper[] = []
        const enter = async (visit?: Visit) => {
          const shopper = await Shopper.withPhone(browser, shop, visit)
          shoppers.push(shopper)
          return shopper.enters()
        }
        try {
          await walk({ shop, enter })
          for (const { watch } of shoppers) await watch.collect()
          expect(shoppers.flatMap(({ watch }) => watch.complaints())).toEqual([])
        } catch (error) {
          for (const { watch } of shoppers) await watch.collect().catch(() => undefined)
          const complaints = shoppers.flatMap(({ watch }) => watch.complaints())
          const { testPath = '', currentTestName = name } = expect.getState()
          const folder = await keepEvidence(testPath, currentTestName, shoppers, shop)
          throw withMore(error, [...complaints, `Screens and logs: ${folder}`])
        } finally {
          for (const shopper of shoppers) await shopper.leaves()
        }
      },
      JOURNEY_LIMIT_MS,
    )
  }
}

function withMore(error: unknown, lines: string[]): unknown {
  if (!(error instanceof Error)) return error
  const message = `${error.message}\n\n${lines.join('\n')}`
  error.stack = error.stack?.replace(error.message, () => message)
  error.message = message
  return error
}
