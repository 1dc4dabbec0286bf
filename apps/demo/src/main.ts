import { join, resolve } from 'node:path'
import { brand } from '../../../config/brand/brand'
import { createProgress } from '../../../config/progress/progress.mjs'
import { readArguments, USAGE } from './arguments'
import { type Demo, startDemo } from './start-demo'

/** The second half of `npm start`: fills the shop, opens it and prints one address. The build is there already. */
const ROOT = resolve(import.meta.dirname, '../../..')
const GATEWAY_PORT = 4180
const STEPS = 2

async function main(): Promise<void> {
  const { port, dataDir, databaseUrl, commerce, help } = readArguments(process.argv.slice(2), ROOT, process.env)
  if (help) return console.log(USAGE)

  const { XIAOPU_STEPS_DONE: done = '0', XIAOPU_STEPS_TOTAL: total = STEPS } = process.env
  const progress = createProgress(Number(total), process.stdout, Number(done))
  const filling = progress.begin('Filling the shop')
  let step = filling
  try {
    const demo = await startDemo({
      dataDir,
      projectDir: join(ROOT, 'apps/storefront/dist'),
      apiOrigin: process.env.XIAOPU_API_ORIGIN || brand.apiOrigin,
      port,
      gatewayPort: GATEWAY_PORT,
      databaseUrl,
      commerce,
      onSeed: filling.update,
      onFilled({ seeded, products }) {
        filling.done(`${seeded ? 'Filled the shop with' : 'The shop has'} ${products} products`)
        step = progress.begin('Opening the shop')
      },
    })
    stopOnSignal(demo)
    step.done('The shop is open')
    console.log(welcome(demo, dataDir))
  } catch (error) {
    step.fail()
    throw error
  }
}

const welcome = (demo: Demo, dataDir: string) => `
  Open  ${demo.url}

  A phone with the compiled Mini Program, against a real gateway and a stand-in for WeChat.
  ${backEndOf(demo)}
  The payment password of every demo shopper is 123456, coupon codes are HELLO30 and SHIWU90.
  API: ${demo.gatewayUrl}/docs
  The shop's data is kept in ${dataDir}. Ctrl-C closes the shop.
`

const backEndOf = ({ magento }: Demo) =>
  magento
    ? `Goods and orders are at a stand-in for Magento: ${magento.standIn.graphqlUrl}, its switches at ${magento.standIn.url}/__control`
    : 'Goods and orders are in its own PostgreSQL. With --magento they are at a stand-in for Magento.'

/** The first Ctrl-C closes the shop properly: requests finish and the database is put away. */
function stopOnSignal(demo: Demo): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      demo.close().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error)
          process.exit(1)
        },
      )
    })
  }
}

/** What a person can mend is told in its sentence; anything else is a bug and shows where it came from. */
main().catch((error: unknown) => {
  const isPlain = error instanceof Error && /^(DatabaseInUse|DatabaseTooNew)$/.test(error.name)
  console.error(isPlain || (error instanceof Error && 'code' in error) ? `\n${(error as Error).message}` : error)
  process.exit(1)
})
