import type { MagentoStandIn } from '../stand-in'
import { graphql, rest } from '../testing/client'
import { openShop, place, readyCart } from '../testing/open-shop'

describe('REST', () => {
  let magento: MagentoStandIn
  beforeEach(async () => {
    magento = await openShop()
  })
  afterEach(async () => {
    expect(magento.control.bugs).toEqual([])
    await magento.close()
  })
  const call = (method: string, path: string, body?: unknown) => rest(magento.url, method, path, body)
  const ordered = async (quantity = 1) => {
    const { data } = await place(magento, await readyCart(magento, 'LAMP', quantity))
    const { number } = data.placeOrder.orderV2
    return magento.control.order(number)!
  }

  test('without a signature, or with a bearer token, nothing opens', async () => {
    const url = `${magento.url}/rest/default/V1/store/storeViews`
    for (const headers of [{}, { authorization: 'Bearer at-0001' }]) {
      const answer = await fetch(url, { headers: headers as Record<string, string> })
      expect([answer.status, await answer.json()]).toMatchObject([
        401,
        { message: expect.stringContaining("isn't authorized") },
      ])
    }
  })
  test('an unknown route is 404', async () => {
    expect(await call('GET', '/V1/wechat')).toMatchObject({
      status: 404,
      body: { message: 'Request does not match any route.' },
    })
  })

  describe('customers', () => {
    const customer = { email: 'wx.9@shop.example', firstname: '三', lastname: '张' }
    test('are made once per e-mail, found, and given a token', async () => {
      const made = await call('POST', '/V1/customers', { customer })
      expect(made).toMatchObject({ status: 200, body: customer })
      expect((await call('POST', '/V1/customers', { customer })).status).toBe(400)
      const filter =
        'searchCriteria[filter_groups][0][filters][0][field]=email&searchCriteria[filter_groups][0][filters][0][value]=wx.9%40shop.example'
      expect((await call('GET', `/V1/customers/search?${filter}`)).body).toMatchObject({
        total_count: 1,
        items: [{ id: made.body.id }],
      })
      const token = await call('POST', `/V1/customers/${made.body.id}/token`)
      const { data } = await graphql(
        magento.url,
        '{ customer { email } }',
        {},
        { authorization: `Bearer ${token.body}` },
      )
      expect(data.customer.email).toBe(customer.email)
    })
    test('have no token endpoint before 2.4.9', async () => {
      const old = await openShop({ profile: { version: '2.4.8', edition: 'commerce' } })
      const made = await rest(old.url, 'POST', '/V1/customers', { customer })
      expect((await rest(old.url, 'POST', `/V1/customers/${made.body.id}/token`)).status).toBe(404)
      await old.close()
    })
    test.each([
      ['an emoji in the name', { ...customer, firstname: '🙂' }],
      ['no name', { ...customer, lastname: '' }],
      ['no e-mail', { ...customer, email: 'x' }],
    ])('with %s are refused', async (_, wrong) => {
      expect((await call('POST', '/V1/customers', { customer: wrong })).status).toBe(400)
    })
  })

  describe('orders', () => {
    test('an invoice is made once, and pays', async () => {
      const { id } = await ordered()
      const body = { capture: false, appendComment: true, comment: { comment: 'wechat 4200', is_visible_on_front: 0 } }
      expect(await call('POST', `/V1/order/${id}/invoice`, body)).toMatchObject({
        status: 200,
        body: expect.any(Number),
      })
      expect(await call('POST', `/V1/order/${id}/invoice`, body)).toMatchObject({
        status: 400,
        body: { message: expect.stringContaining('does not allow an invoice') },
      })
      expect((await call('GET', `/V1/orders/${id}`)).body).toMatchObject({
        state: 'processing',
        total_due: 0,
        total_paid: 269.9,
        status_histories: [{ comment: 'wechat 4200' }],
      })
      expect((await call('POST', `/V1/orders/${id}/cancel`)).body).toBe(false)
    })
    test('a credit memo needs an invoice, gives back what is asked, and no more', async () => {
      const { id, items } = await ordered(2)
      expect((await call('POST', `/V1/order/${id}/refund`, {})).status).toBe(400)
      await call('POST', `/V1/order/${id}/invoice`, {})
      const part = { items: [{ order_item_id: items[0]!.id, qty: 1 }], arguments: { shipping_amount: 0 } }
      expect((await call('POST', `/V1/order/${id}/refund`, part)).status).toBe(200)
      expect((await call('GET', `/V1/orders/${id}`)).body).toMatchObject({ state: 'processing', total_refunded: 259.9 })
      expect(magento.control.salable('LAMP')).toBe(4)
      const toomuch = { arguments: { adjustment_positive: 1_000 } }
      expect((await call('POST', `/V1/order/${id}/refund`, toomuch)).status).toBe(400)
      expect((await call('POST', `/V1/order/${id}/refund`, {})).status).toBe(200)
      expect((await call('GET', `/V1/orders/${id}`)).body).toMatchObject({ state: 'closed', total_refunded: 529.8 })
    })
    test('a cancelled order is cancelled once and takes no invoice', async () => {
      const { id } = await ordered()
      expect((await call('POST', `/V1/orders/${id}/cancel`)).body).toBe(true)
      expect((await call('POST', `/V1/orders/${id}/cancel`)).body).toBe(false)
      expect((await call('POST', `/V1/order/${id}/invoice`, {})).status).toBe(400)
    })
    test('an outside id is kept and found', async () => {
      const { id } = await ordered()
      await call('POST', '/V1/orders', { entity: { entity_id: id, ext_order_id: 'ref-1' } })
      const filter =
        'searchCriteria[filterGroups][0][filters][0][field]=ext_order_id&searchCriteria[filterGroups][0][filters][0][value]=ref-1'
      expect((await call('GET', `/V1/orders?${filter}`)).body.items[0].entity_id).toBe(id)
    })
    test('a change is found by the time of it', async () => {
      const early = await ordered()
      magento.control.advance(60_000)
      await ordered()
      await call('POST', `/V1/orders/${early.id}/comments`, {
        statusHistory: { comment: 'later', is_customer_notified: 0, is_visible_on_front: 0, parent_id: early.id },
      })
      const since = new Date(early.createdAt + 30_000).toISOString().slice(0, 19).replace('T', ' ')
      const filter = 'searchCriteria[filterGroups][0][filters][0]'
      const query = `${filter}[field]=updated_at&${filter}[conditionType]=gteq&${filter}[value]=${encodeURIComponent(since)}`
      expect((await call('GET', `/V1/orders?${query}`)).body).toMatchObject({ total_count: 2 })
    })
    test.each(['0', '9999', 'x'])('the order %p does not exist', async (id) => {
      expect((await call('GET', `/V1/orders/${id}`)).status).toBe(id === 'x' ? 400 : 404)
    })
  })

  test('stock is told as it lies in the source and as it can be sold', async () => {
    await ordered(2)
    expect((await call('GET', '/V1/stockItems/LAMP')).body).toMatchObject({ qty: 5, is_in_stock: true })
    expect((await call('GET', '/V1/inventory/get-product-salable-quantity/LAMP/1')).body).toBe(3)
  })
})
