import { BackendUnavailable } from '@xiaopu/commerce'
import { MagentoRefusal } from '../transport/errors'
import { createRestClient } from '../transport/rest'
import type { Surgery } from './asking'
import { type Finding, fail, ok, warn } from './finding'

/** What our integration has to be allowed, and a harmless question that shows whether it is. */
const RIGHTS = [
  ['Sales › Orders', 'orders?searchCriteria[pageSize]=1'],
  ['Sales › Shipments', 'shipments?searchCriteria[pageSize]=1'],
  ['Sales › Credit Memos', 'creditmemos?searchCriteria[pageSize]=1'],
  ['Customers › All Customers', 'customers/search?searchCriteria[pageSize]=1'],
  ['Catalog › Inventory › Products', 'products/xiaopu-doctor-no-such-sku'],
] as const

/** Whether REST lets our integration in, and where to. */
export async function checkIntegration({ base, wire, options }: Surgery): Promise<Finding[]> {
  const { integration, storeViews, timeout = 20_000 } = options
  if (!integration) {
    const change =
      'Make an integration (System › Integrations) and give its four keys as MAGENTO_CONSUMER_KEY and so on.'
    return [warn('integration', 'Without its keys REST was not looked at.', change)]
  }
  const timeouts = { read: timeout, write: timeout, placeOrder: timeout }
  const url = `${base}/rest/${storeViews?.['zh-CN'] ?? 'default'}`
  const rest = createRestClient({ url, wire, timeouts, integration, clock: () => new Date() })
  const findings: Finding[] = []
  for (const [right, path] of RIGHTS) {
    try {
      await rest.get(path)
    } catch (error) {
      if (error instanceof BackendUnavailable) {
        return [
          fail(
            'integration',
            `REST does not answer: ${error.message}`,
            'Look at the shop’s log, and at what stands before it.',
          ),
        ]
      }
      if (!(error instanceof MagentoRefusal)) throw error
      // What is looked for is not there; that it was looked for shows that it may be.
      if (error.category === 'no-such-entity') continue
      const change =
        error.category === 'authentication'
          ? 'Check the four keys, and this machine’s clock. They are signed with (OAuth 1.0a), never sent.'
          : `Give the integration the resource ${right}.`
      findings.push(fail('integration', `${right} is closed to us (HTTP ${error.httpStatus}).`, change))
    }
  }
  return findings.length > 0
    ? findings
    : [ok('integration', 'Its keys are right, and orders, customers and products are open to it.')]
}
