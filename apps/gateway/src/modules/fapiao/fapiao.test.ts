import type { MerchantAct, Order, WaitingFapiao } from '@xiaopu/contract'
import { DAY } from '../../testing/clock'
import { openedShop } from '../../testing/opened-shop'
import { CHEN } from '../../testing/stand'
import { afterSaleTalk } from '../after-sales/testing'
import { COMPANY, PERSON } from './testing'

const NUMBER = '26312000000012345678'
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')

const { stand, shopper, owner, signIn, runJobs } = openedShop()

async function paid(more: object = {}, skuId = 'LAMP') {
  const source = { kind: 'direct', skuId, quantity: 1 }
  const { id } = await shopper.quote(source)
  const { status, body: order } = await shopper.place(id, `key-${crypto.randomUUID()}`, source, more)
  expect(status).toBe(201)
  const { body } = await shopper.startPayment(order)
  if (body.status === 'ready') await stand().payOnPhone(body.params)
  return order
}
const ask = (order: Order, fapiao: object = PERSON, who = shopper) =>
  who.post<Order>(`/v1/orders/${order.id}/fapiao`, fapiao)
const issue = (order: Order, issued: object) =>
  owner.call('PUT', `/v1/merchant/orders/${order.id}/fapiao`, { number: NUMBER, link: null, pdf: null, ...issued })
const waiting = async () =>
  (await owner.get<{ fapiao: WaitingFapiao[] }>('/v1/merchant/fapiao')).body.fapiao.map(({ orderId }) => orderId)

describe('a fapiao asked for with the order', () => {
  test('waits from the payment on, until the shop hands over the PDF', async () => {
    const order = await paid({ fapiao: COMPANY })
    await runJobs()
    expect(await waiting()).toEqual([order.id])
    expect(await shopper.seen(order)).toMatchObject({
      fapiao: COMPANY,
      fapiaoState: { status: 'requested', link: null },
    })
    expect(await issue(order, { pdf: PDF.toString('base64') })).toMatchObject({ status: 204 })
    expect(await waiting()).toEqual([])
    const { fapiaoState } = await shopper.seen(order)
    expect(fapiaoState).toMatchObject({ status: 'issued', number: NUMBER, document: true })
    const { pathname } = new URL(fapiaoState!.link!)
    const document = await stand().gateway.app.inject(pathname)
    expect(document.statusCode).toBe(200)
    expect(document.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-robots-tag': 'noindex' })
    expect(document.rawPayload.equals(PDF)).toBe(true)
    expect(stand().log.some((line) => line.includes(pathname.slice(8)))).toBe(false)
  })

  test('is for what was not sent back', async () => {
    const order = await paid({ fapiao: PERSON })
    await owner.post(
      `/v1/merchant/orders/${order.id}/refunds`,
      { amount: 20_00, lines: [], restock: false, reason: '补偿' },
      { 'idempotency-key': 'some-of-it-back' },
    )
    await afterSaleTalk(stand).payOut()
    const { body } = await owner.get<{ fapiao: WaitingFapiao[] }>('/v1/merchant/fapiao')
    expect(body.fapiao).toMatchObject([{ orderId: order.id, total: order.amounts.total - 20_00 }])
  })

  test('does not wait while nothing is paid, or nothing is left to pay for', async () => {
    const source = { kind: 'direct', skuId: 'LAMP', quantity: 1 }
    const { id } = await shopper.quote(source)
    const { body: order } = await shopper.place(id, 'key-of-the-unpaid-one', source, { fapiao: PERSON })
    expect(await shopper.seen(order)).toMatchObject({ fapiao: PERSON, fapiaoState: null })
    await runJobs()
    expect(await waiting()).toEqual([])
  })

  test('with a wrong tax number places nothing, and says which field it is', async () => {
    const source = { kind: 'direct', skuId: 'LAMP', quantity: 1 }
    const { id } = await shopper.quote(source)
    const fapiao = { ...COMPANY, taxNumber: '91350100M000100Y44' }
    expect(await shopper.place(id, 'key-of-the-wrong-number', source, { fapiao })).toMatchObject({
      status: 400,
      body: { code: 'validation_failed', fields: [{ path: 'body.fapiao.taxNumber' }] },
    })
    expect(await stand().count('commerce.orders')).toBe(0)
  })
})

describe('a fapiao asked for later', () => {
  test('is asked for once, whatever is tapped', async () => {
    const order = await paid()
    expect((await shopper.seen(order)).actions).toContain('request_fapiao')
    const taps = await Promise.all([1, 2, 3].map(() => ask(order)))
    expect(taps.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(await ask(order)).toMatchObject({ body: { code: 'fapiao_requested' } })
    const seen = await shopper.seen(order)
    expect(seen).toMatchObject({ fapiao: PERSON, fapiaoState: { status: 'requested' } })
    expect(seen.actions).not.toContain('request_fapiao')
    expect(await waiting()).toEqual([order.id])
  })

  test('is possible for 180 days', async () => {
    const order = await paid()
    stand().clock.pass(180 * DAY)
    await signIn()
    expect((await shopper.seen(order)).actions).toContain('request_fapiao')
    stand().clock.pass(1)
    expect(await ask(order)).toMatchObject({ status: 409, body: { code: 'fapiao_not_possible' } })
  })

  test('is not possible for what is unpaid, or free, or somebody else’s', async () => {
    expect(await ask(await shopper.order('LAMP'))).toMatchObject({ body: { code: 'fapiao_not_possible' } })
    const order = await paid()
    expect(await ask(order, PERSON, await stand().shopper(CHEN))).toMatchObject({ status: 404 })
    expect(await ask(order, { ...PERSON, email: 'lin@' })).toMatchObject({ body: { fields: [{ path: 'body.email' }] } })
    expect(await waiting()).toEqual([])
  })
})

describe('the shop', () => {
  test('hands over a link, and then a better one', async () => {
    const order = await paid({ fapiao: PERSON })
    await issue(order, { pdf: PDF.toString('base64') })
    const first = (await shopper.seen(order)).fapiaoState!.link!
    expect(await issue(order, { link: 'https://tax.example/f/1' })).toMatchObject({ status: 204 })
    expect(await shopper.seen(order)).toMatchObject({
      fapiaoState: { link: 'https://tax.example/f/1', document: false },
    })
    expect((await stand().gateway.app.inject(new URL(first).pathname)).statusCode).toBe(404)
  })

  test.each([
    ['neither link nor PDF', {}, 'body.link'],
    ['both', { link: 'https://tax.example/f/1', pdf: PDF.toString('base64') }, 'body.link'],
    ['a link that is not safe', { link: 'http://tax.example/f/1' }, 'body.link'],
    ['a link that is a script', { link: 'javascript:alert(1)' }, 'body.link'],
    ['a page that claims to be a PDF', { pdf: Buffer.from('<html>').toString('base64') }, 'body.pdf'],
    ['a PDF that broke off', { pdf: Buffer.from('%PDF-1.4 …').toString('base64') }, 'body.pdf'],
    ['no number', { number: '', link: 'https://tax.example/f/1' }, 'body.number'],
  ])('is refused %s, and nothing is written', async (_, issued, path) => {
    const order = await paid({ fapiao: PERSON })
    expect(await issue(order, issued)).toMatchObject({ status: 400, body: { fields: [{ path }] } })
    expect(await shopper.seen(order)).toMatchObject({ fapiaoState: { status: 'requested' } })
  })

  test('cannot hand over what nobody asked for, and its book does not keep the document', async () => {
    const order = await paid()
    expect(await issue(order, { link: 'https://tax.example/f/1' })).toMatchObject({
      status: 409,
      body: { code: 'fapiao_not_requested' },
    })
    const large = Buffer.concat([PDF.subarray(0, 9), Buffer.alloc(3_000), PDF]).toString('base64')
    await ask(order)
    expect(await issue(order, { pdf: large })).toMatchObject({ status: 204 })
    const { items } = (await owner.get<{ items: MerchantAct[] }>('/v1/merchant/acts')).body
    const ofOrder = items.filter(({ subject }) => subject === order.id)
    expect(ofOrder.map(({ outcome }) => outcome).sort()).toEqual(['done', 'refused'])
    expect(JSON.stringify(ofOrder).length).toBeLessThan(1_000)
  })

  test('is asked by its own people only', async () => {
    const order = await paid({ fapiao: PERSON })
    expect(await shopper.get('/v1/merchant/fapiao')).toMatchObject({ status: 401 })
    expect(await shopper.call('PUT', `/v1/merchant/orders/${order.id}/fapiao`, {})).toMatchObject({ status: 401 })
  })
})

describe('a refusal', () => {
  const refuse = (order: Order, reason: string | undefined = '抬头与税号不一致') =>
    owner.post(`/v1/merchant/orders/${order.id}/fapiao/refusal`, { reason })

  test('is read by the shopper, who puts it right and asks again', async () => {
    const order = await paid({ fapiao: COMPANY })
    expect(await refuse(order)).toMatchObject({ status: 204 })
    expect(await waiting()).toEqual([])
    // The payment's event comes late, or twice: the refusal stays.
    await runJobs()
    const refused = await shopper.seen(order)
    expect(refused.fapiaoState).toMatchObject({ status: 'requested', refusal: '抬头与税号不一致' })
    expect(refused.actions).toContain('request_fapiao')
    const taps = await Promise.all([1, 2, 3].map(() => ask(order)))
    expect(taps.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const asked = await shopper.seen(order)
    expect(asked).toMatchObject({ fapiao: PERSON, fapiaoState: { status: 'requested', refusal: null } })
    expect(asked.actions).not.toContain('request_fapiao')
    expect(await waiting()).toEqual([order.id])
  })

  test('gives way to the fapiao; what is issued is not refused, whoever comes first', async () => {
    const order = await paid({ fapiao: PERSON })
    await refuse(order)
    await Promise.all([issue(order, { link: 'https://tax.example/f/1' }), refuse(order)])
    expect(await shopper.seen(order)).toMatchObject({ fapiaoState: { status: 'issued', refusal: null } })
    expect(await refuse(order)).toMatchObject({ status: 409, body: { code: 'fapiao_issued' } })
  })

  test('needs a reason, somebody who asked, and the shop’s own people', async () => {
    const order = await paid()
    expect(await refuse(order)).toMatchObject({ status: 409, body: { code: 'fapiao_not_requested' } })
    await ask(order)
    for (const reason of ['', '  ', 'x'.repeat(201)])
      expect(await refuse(order, reason)).toMatchObject({ status: 400, body: { fields: [{ path: 'body.reason' }] } })
    const path = `/v1/merchant/orders/${order.id}/fapiao/refusal`
    expect(await shopper.post(path, { reason: '不开' })).toMatchObject({ status: 401 })
    expect(await shopper.seen(order)).toMatchObject({ fapiaoState: { status: 'requested' } })
    await refuse(order)
    const { items } = (await owner.get<{ items: MerchantAct[] }>('/v1/merchant/acts')).body
    const ofOrder = items.filter(({ subject }) => subject === order.id)
    expect(ofOrder.filter(({ outcome }) => outcome === 'done')).toHaveLength(1)
  })
})
