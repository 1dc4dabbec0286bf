/**
 * `pnpm magento doctor --endpoint https://shop.example/graphql [--store-zh code] [--store-en code] [--payment code]`
 *
 * What is not given is read from the gateway's variables (MAGENTO_URL, MAGENTO_STORE_VIEWS, …). Ends with 1 when something has
 * to be changed before orders can be placed.
 */
import { parseArgs } from 'node:util'
import { runDoctor } from '.'

const MARKS = { ok: '✓', warn: '!', fail: '✗' }

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    endpoint: { type: 'string' },
    'store-zh': { type: 'string' },
    'store-en': { type: 'string' },
    payment: { type: 'string' },
    help: { type: 'boolean' },
  },
})
const { env } = process
if (values.help) {
  process.stdout.write(
    `npm run magento -- doctor --endpoint <url> [--store-zh <code>] [--store-en <code>] [--payment <code>]\n`,
  )
  process.exit(0)
}
const endpoint = values.endpoint ?? env.MAGENTO_URL
if (!endpoint) {
  process.stderr.write('Say where the shop is: --endpoint https://shop.example/graphql\n')
  process.exit(2)
}
/** `zh-CN=default,en=en`, or one code for both languages: the gateway's own variable. */
const views = new Map(
  (env.MAGENTO_STORE_VIEWS ?? '').split(',').map((part) => {
    const [locale = '', code] = part.split('=')
    return code === undefined ? ['zh-CN', locale] : [locale.trim(), code.trim()]
  }),
)
const zh = values['store-zh'] ?? views.get('zh-CN')
const en = values['store-en'] ?? views.get('en') ?? zh
const { MAGENTO_CONSUMER_KEY, MAGENTO_CONSUMER_SECRET, MAGENTO_ACCESS_TOKEN, MAGENTO_ACCESS_TOKEN_SECRET } = env
const findings = await runDoctor({
  endpoint,
  storeViews: zh && en ? { 'zh-CN': zh, en } : undefined,
  integration:
    MAGENTO_CONSUMER_KEY && MAGENTO_CONSUMER_SECRET && MAGENTO_ACCESS_TOKEN && MAGENTO_ACCESS_TOKEN_SECRET
      ? {
          consumerKey: MAGENTO_CONSUMER_KEY,
          consumerSecret: MAGENTO_CONSUMER_SECRET,
          accessToken: MAGENTO_ACCESS_TOKEN,
          accessTokenSecret: MAGENTO_ACCESS_TOKEN_SECRET,
        }
      : undefined,
  paymentMethod: values.payment ?? env.MAGENTO_PAYMENT_METHOD,
  undeliverableAttribute: env.MAGENTO_UNDELIVERABLE_ATTRIBUTE || undefined,
})
for (const { level, about, says, change } of findings) {
  process.stdout.write(`${MARKS[level]} ${about}: ${says}\n${change ? `    → ${change}\n` : ''}`)
}
process.exitCode = findings.some(({ level }) => level === 'fail') ? 1 : 0
