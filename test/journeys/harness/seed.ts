import { type DemoCommerce, startDemo } from '@xiaopu/demo'
import { brand } from '../../../config/brand/brand'

/**
 * `node --import tsx test/journeys/harness/seed.ts <data folder> <program> <postgres or magento>`: opens that shop once, which
 * fills it, and closes it.
 */
const [dataDir, projectDir, commerce] = process.argv.slice(2)
if (!dataDir || !projectDir || !commerce) throw new Error('Which folders, and which shop?')
const demo = await startDemo({
  ...{ dataDir, projectDir, commerce: commerce as DemoCommerce },
  ...{ apiOrigin: brand.apiOrigin, port: 0, gatewayPort: 0 },
})
await demo.close()
