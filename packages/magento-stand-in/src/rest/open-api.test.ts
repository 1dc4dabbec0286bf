import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import Ajv from 'ajv'
import { parse } from 'yaml'
import type { MagentoStandIn } from '../stand-in'
import { rest } from '../testing/client'
import { openShop, place, readyCart } from '../testing/open-shop'
import { SCHEMAS } from '../testing/schemas'

const VERSIONS = ['2.4.7', '2.4.9'] as const
const found = VERSIONS.filter((version) => existsSync(resolve(SCHEMAS, `rest-admin-${version}.yaml`)))

type Json = Record<string, unknown>
/**
 * The published definitions, as strict as they can be taken: a field that is not in them is an error. What they call
 * required is not asked for, and null is let pass: both are more than Magento itself sends or keeps.
 */
function strict(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(strict)
  if (node === null || typeof node !== 'object') return node
  const { required: _, xml: __, example: ___, ...rest } = node as Json
  const open = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, key === 'enum' ? value : strict(value)]),
  )
  if (typeof open.$ref === 'string') return { anyOf: [{ $ref: open.$ref }, { type: 'null' }] }
  if (typeof open.type === 'string' && open.type !== 'object') return { ...open, type: [open.type, 'null'] }
  return open.properties && open.type === 'object' ? { ...open, additionalProperties: false } : open
}

if (found.length === 0) {
  test.skip(`the answers fit the published OpenAPI: not run, no files in ${SCHEMAS} (set MAGENTO_SCHEMAS)`, () => {})
} else {
  describe.each(found)('the answers fit the OpenAPI of %s', (version) => {
    const api = parse(readFileSync(resolve(SCHEMAS, `rest-admin-${version}.yaml`), 'utf8')) as {
      paths: Record<string, Record<string, { responses: Record<string, { schema?: unknown }> }>>
      definitions: Json
    }
    const ajv = new Ajv({ strict: false, validateFormats: false })
    ajv.addSchema({ $id: 'api', definitions: strict(api.definitions) as Json })
    let magento: MagentoStandIn
    let ids: Record<string, number>
    beforeAll(async () => {
      magento = await openShop({ profile: { version, edition: 'commerce' } })
      for (let count = 0; count < 2; count++) await place(magento, await readyCart(magento, 'LAMP'))
      const [first, second] = magento.control.orders()
      const customer = { email: 'wx.1@shop.example', firstname: '三', lastname: '张' }
      const made = await rest(magento.url, 'POST', '/V1/customers', { customer })
      const third = await refunded()
      ids = { paid: first!.id, open: second!.id, customer: made.body.id, memo: third }
    })
    afterAll(() => magento.close())

    /** Id of a credit memo with a comment. */
    async function refunded(): Promise<number> {
      await place(magento, await readyCart(magento, 'LAMP'))
      const { id, number } = magento.control.orders().at(-1)!
      magento.control.invoiceOrder(number)
      const comment = { comment: '退款', is_visible_on_front: 0 }
      return (await rest(magento.url, 'POST', `/V1/order/${id}/refund`, { comment, appendComment: true })).body
    }

    const CASES: [string, string, string, unknown?][] = [
      ['POST', '/V1/order/{orderId}/invoice', '/V1/order/:paid/invoice', {}],
      [
        'POST',
        '/V1/order/{orderId}/ship',
        '/V1/order/:paid/ship',
        { tracks: [{ track_number: 'SF1', title: '顺丰', carrier_code: 'sf' }] },
      ],
      ['POST', '/V1/order/{orderId}/refund', '/V1/order/:paid/refund', {}],
      [
        'POST',
        '/V1/orders/{id}/comments',
        '/V1/orders/:paid/comments',
        { statusHistory: { comment: 'x', is_customer_notified: 0, is_visible_on_front: 0, parent_id: 1 } },
      ],
      ['GET', '/V1/orders/{id}/comments', '/V1/orders/:paid/comments'],
      ['GET', '/V1/orders/{id}/statuses', '/V1/orders/:paid/statuses'],
      ['GET', '/V1/orders/{id}', '/V1/orders/:paid'],
      ['POST', '/V1/orders', '/V1/orders', { entity: { entity_id: 0, ext_order_id: 'r' } }],
      ['POST', '/V1/orders/{id}/cancel', '/V1/orders/:open/cancel'],
      ['GET', '/V1/orders', '/V1/orders?searchCriteria[pageSize]=1'],
      ['GET', '/V1/invoices', '/V1/invoices?searchCriteria='],
      ['GET', '/V1/creditmemos', '/V1/creditmemos?searchCriteria='],
      ['GET', '/V1/creditmemo/{id}/comments', '/V1/creditmemo/:memo/comments'],
      ['GET', '/V1/shipments', '/V1/shipments?searchCriteria='],
      ['GET', '/V1/customers/search', '/V1/customers/search?searchCriteria='],
      ['GET', '/V1/customers/{customerId}', '/V1/customers/:customer'],
      [
        'PUT',
        '/V1/customers/{customerId}',
        '/V1/customers/:customer',
        { customer: { email: 'wx.2@shop.example', firstname: '三', lastname: '张' } },
      ],
      ...(version === '2.4.9'
        ? ([['POST', '/V1/customers/{customerId}/token', '/V1/customers/:customer/token']] as [
            string,
            string,
            string,
          ][])
        : []),
      ['DELETE', '/V1/customers/{customerId}', '/V1/customers/:customer'],
      ['GET', '/V1/products/{sku}', '/V1/products/LAMP'],
      ['GET', '/V1/stockItems/{productSku}', '/V1/stockItems/LAMP'],
      [
        'PUT',
        '/V1/products/{productSku}/stockItems/{itemId}',
        '/V1/products/LAMP/stockItems/1',
        { stockItem: { qty: 9 } },
      ],
      [
        'GET',
        '/V1/inventory/get-product-salable-quantity/{sku}/{stockId}',
        '/V1/inventory/get-product-salable-quantity/LAMP/1',
      ],
      ['GET', '/V1/inventory/is-product-salable/{sku}/{stockId}', '/V1/inventory/is-product-salable/LAMP/1'],
      ['GET', '/V1/inventory/stock-resolver/{type}/{code}', '/V1/inventory/stock-resolver/website/base'],
      ['GET', '/V1/inventory/sources', '/V1/inventory/sources?searchCriteria='],
      ['GET', '/V1/inventory/source-items', '/V1/inventory/source-items?searchCriteria='],
      ['GET', '/V1/inventory/in-store-pickup/pickup-locations/', '/V1/inventory/in-store-pickup/pickup-locations/'],
      ['GET', '/V1/store/storeConfigs', '/V1/store/storeConfigs'],
      ['GET', '/V1/store/storeViews', '/V1/store/storeViews'],
      ['GET', '/V1/directory/countries/{countryId}', '/V1/directory/countries/CN'],
    ]
    const cases = CASES.map(([method, template, path, body]) => ({ method, template, path, body }))
    test.each(cases)('$method $template', async ({ method, template, path, body }) => {
      const schema = api.paths[template]?.[method.toLowerCase()]?.responses['200']?.schema
      expect(schema).toBeDefined()
      const target = path.replace(/:(\w+)/g, (_, name: string) => String(ids[name]))
      const given =
        JSON.parse(JSON.stringify(body ?? null).replace('"entity_id":0', `"entity_id":${ids.paid}`)) ?? undefined
      const answer = await rest(magento.url, method, target, given)
      expect(answer.status).toBe(200)
      const local = JSON.parse(JSON.stringify(strict(schema)).replaceAll('#/definitions', 'api#/definitions'))
      const check = ajv.compile(local)
      check(answer.body)
      expect(
        check.errors?.map(
          ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
        ) ?? [],
      ).toEqual([])
    })
  })
}
