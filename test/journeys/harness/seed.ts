import { startDemo } from '@xiaopu/demo'
import { brand } from '../../../config/brand/brand'

/** `node --import tsx test/journeys/harness/seed.ts <data folder> <program>`: opens the shop once, which fills it, and closes it. */
const [dataDir, projectDir] = process.argv.slice(2)
if (!dataDir || !projectDir) throw new Error('Which folders?')
const demo = await startDemo({ dataDir, projectDir, apiOrigin: brand.apiOrigin, port: 0, gatewayPort: 0 })
await demo.close()
