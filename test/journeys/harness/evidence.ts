import { mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { ROOT } from './compiled'
import type { Shop } from './shop'
import type { Shopper } from './shopper'

/**
 * Keeps what a failed journey looked like: each phone's screen, and what the phones, WeChat and the shop had recorded.
 * @returns the folder, relative to the repository
 */
export async function keepEvidence(testFile: string, name: string, shoppers: Shopper[], shop: Shop): Promise<string> {
  const folder = join(ROOT, '.xiaopu/journeys', basename(testFile, '.test.ts'), name.replace(/[^\p{L}\p{N}]+/gu, '-'))
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const [index, shopper] of shoppers.entries()) {
    const phone = join(folder, `phone-${index + 1}`)
    await shopper.page.screenshot({ path: `${phone}.png` })
    await writeFile(`${phone}.log`, logOf(shopper))
  }
  const { wechat, books } = shop
  const known = { orders: await books.orders(), wechat: { orders: wechat.orders(), callbacks: wechat.callbacks() } }
  await writeFile(join(folder, 'shop.json'), `${JSON.stringify(known, null, 2)}\n`)
  return relative(ROOT, folder)
}

function logOf({ watch: { seen } }: Shopper): string {
  const requests = seen.requests.map(
    ({ method, url, status, ms, error }) => `${method} ${url} ${error ?? status} ${ms} ms`,
  )
  return [
    ['errors', seen.errors],
    ['requests', requests],
    ['console', seen.console],
    ['missing', seen.missing],
  ]
    .map(([title, lines]) => `# ${title}\n${(lines as string[]).join('\n')}\n`)
    .join('\n')
}
