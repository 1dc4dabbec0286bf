import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type FragmentDefinitionNode, Kind, type OperationDefinitionNode, parse, print, visit } from 'graphql'
import { type MagentoStandIn, startMagentoStandIn } from './stand-in'
import { graphql } from './testing/client'
import { describeWithSchemas, PUBLISHED_SCHEMAS, SCHEMAS } from './testing/schemas'
import { addressIn, INTEGRATION, SHOP, STORES } from './testing/shop'

const path = resolve(SCHEMAS, 'operations.graphql')
const { definitions } = parse(existsSync(path) ? readFileSync(path, 'utf8') : '{ __typename }')
const fragments = definitions.filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)

/** The operation with the fragments it spreads, and no others. */
function documentOf(operation: OperationDefinitionNode): string {
  const used = new Set<string>()
  const follow = (node: OperationDefinitionNode | FragmentDefinitionNode) =>
    visit(node, {
      FragmentSpread: ({ name }) => {
        const fragment = fragments.find((one) => one.name.value === name.value)
        if (!fragment || used.has(name.value)) return
        used.add(name.value)
        follow(fragment)
      },
    })
  follow(operation)
  return [operation, ...fragments.filter(({ name }) => used.has(name.value))].map((node) => print(node)).join('\n')
}

/** What a storefront asks, operation by operation: each is modelled, and none runs into a mistake of the stand-in. */
describeWithSchemas('the example operations of a storefront', () => {
  const shops = PUBLISHED_SCHEMAS.filter(({ profile }) => profile.version !== '2.4.8')
  describe.each(shops)('on $name', ({ sdl, profile }) => {
    let magento: MagentoStandIn
    let headers: Record<string, string>
    let known: Record<string, unknown>
    beforeAll(async () => {
      const settings = { orderCancellation: true }
      const catalogue = SHOP
      magento = await startMagentoStandIn({
        schema: { sdl },
        profile,
        integration: INTEGRATION,
        stores: STORES,
        catalogue,
        settings,
      })
      const { url } = magento
      const customer = { email: 'wx.2@shop.example', firstname: '三', lastname: '张', password: 'Passw0rd!' }
      await graphql(url, 'mutation($c: CustomerCreateInput!) { createCustomerV2(input: $c) { customer { email } } }', {
        c: customer,
      })
      const { data } = await graphql(
        url,
        `mutation { generateCustomerToken(email: "${customer.email}", password: "Passw0rd!") { token } }`,
      )
      headers = { authorization: `Bearer ${data.generateCustomerToken.token}` }
      const guest = await graphql(url, 'mutation { createGuestCart { cart { id } } }')
      const own = await graphql(
        url,
        '{ customerCart { id } customer { wishlists { id } } country(id: "CN") { available_regions { id code } } }',
        {},
        headers,
      )
      const region = own.data.country.available_regions[5].id
      const { region_id, ...address } = addressIn(region)
      known = {
        id: own.data.customerCart.id,
        src: guest.data.createGuestCart.cart.id,
        w: own.data.customer.wishlists[0].id,
        a: [{ address: addressIn(region) }],
        bookAddress: { ...address, region: { region_id } },
      }
    })
    afterAll(() => magento.close())

    const variables = (name: string): Record<string, unknown> => {
      const { id } = known
      const uid = Buffer.from('1').toString('base64')
      const special: Record<string, Record<string, unknown>> = {
        ProductList: { search: '椅', size: 10, page: 1 },
        AddToCart: {
          id,
          items: [
            { sku: 'STOOL', quantity: 1 },
            { sku: 'NONE', quantity: 1 },
          ],
        },
        UpdateCart: { input: { cart_id: id, cart_items: [{ cart_item_uid: uid, quantity: 1 }] } },
        RemoveItem: { input: { cart_id: id, cart_item_uid: uid } },
        GuestCartView: { id },
        ShipMethod: { id, m: [{ carrier_code: 'flatrate', method_code: 'flatrate' }] },
        PayAndPlace: { id, code: 'checkmo' },
        Coupon: { id, code: 'HALF' },
        Estimate: { input: { cart_id: id, address: { country_code: 'CN' } } },
        CreateReview: {
          input: {
            sku: 'LAMP',
            nickname: '李',
            summary: '亮',
            text: '好',
            ratings: [{ id: 'MQ==', value_id: 'NQ==' }],
          },
        },
        Route: { url: 'arc-chair.html' },
        Cms: { ids: ['wx_home'], page: 'about' },
        AddrCreate: { a: known.bookAddress },
        AddrUpdate: { id: 1, a: { city: '广州市' } },
        WishAdd: { w: known.w, i: [{ sku: 'LAMP', quantity: 1 }] },
        WishDel: { w: known.w, i: [uid] },
        CompareNew: { p: [Buffer.from('1000').toString('base64')] },
        NewCustomer: { c: { email: 'wx.3@shop.example', firstname: '四', lastname: '李' } },
        AddrDelete: { id: 1 },
        Token: { e: 'wx.2@shop.example', p: 'Passw0rd!' },
        Cancel: { id: uid, reason: '其他' },
      }
      return (
        special[name] ?? {
          ...known,
          root: 'Mg==',
          urlKey: 'arc-chair',
          sku: name === 'Pickup' ? [{ sku: 'LAMP' }] : 'CHAIR',
          uids: [],
          page: 1,
          code: 'checkmo',
          email: 'wx.4@shop.example',
          term: '上海:CN',
          token: 'none',
          n: '000000001',
          uid: 'none',
          e: 'x',
          p: 'y',
        }
      )
    }

    const operations = definitions.filter(
      (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
    )
    // The customer goes last: nobody is left to ask anything after it.
    const last = ['Revoke', 'DeleteMe']
    const names = operations.map(({ name }) => name!.value)
    test.each([...names.filter((name) => !last.includes(name)), ...last])('%s', async (name) => {
      const operation = operations.find((one) => one.name!.value === name)!
      const { errors } = await graphql(magento.url, documentOf(operation), variables(name), headers)
      // What Magento would refuse has a category; anything else is ours.
      for (const error of errors)
        expect(error).toMatchObject({ extensions: { category: expect.stringMatching(/^graphql-/) } })
      expect(magento.control.bugs).toEqual([])
    })
  })
})
