import { createHmac } from 'node:crypto'
import type { Order } from '@xiaopu/contract'
import { type MagentoStand, openMagentoStand, WEBHOOK_SECRET } from '../testing/magento-stand'
import { until } from '../testing/until'
import type { Visitor } from '../testing/visitor'
import { MAGENTO_NOTIFY_PATH } from './magento-webhook'

let stand: MagentoStand
let shopper: Visitor
beforeAll(async () => {
  stand = await openMagentoStand()
  shopper = await stand.shop.shopper()
})
afterAll(() => stand.close())

const messageAbout = ({ number }: Pick<Order, 'number'>) =>
  JSON.stringify({
    event: 'order.status',
    order_id: 1,
    increment_id: number,
    store_code: 'default',
    state: 'canceled',
    status: 'canceled',
    updated_at: '2026-03-02 02:00:00',
  })
const signed = (body: string, secret = WEBHOOK_SECRET) => createHmac('sha256', secret).update(body).digest('hex')
const tell = (body: string, signature?: string) =>
  stand.shop.visitor().post(MAGENTO_NOTIFY_PATH, body, {
    'content-type': 'application/json',
    ...(signature !== undefined && { 'x-magento-signature': signature }),
  })
/** Calls to Magento about orders; the webhook is the only one who makes them here. */
const asked = () => stand.magento.control.requests().filter(({ path }) => path.includes('/orders'))

test('an order cancelled in Magento is cancelled here at once, and cannot be paid any more', async () => {
  const order = await shopper.order('LAMP')
  const { body } = await shopper.startPayment(order)
  const url = stand.shop.gateway.app.listeningOrigin + MAGENTO_NOTIFY_PATH
  stand.magento.control.pointWebhookAt({ url, secret: WEBHOOK_SECRET })
  stand.magento.control.cancelOrder(order.number)
  expect(await stand.magento.control.webhooksSettled()).toContainEqual(
    expect.objectContaining({ number: order.number, status: 204 }),
  )
  stand.magento.control.pointWebhookAt(null)
  await until(async () => (await shopper.seen(order)).status === 'cancelled', 5_000)
  await stand.shop.gateway.runJobsOnce()
  expect((await stand.shop.payOnPhone(body.params)).result).not.toBe('ok')
})

test.each<[string, (body: string) => string | undefined]>([
  ['has no signature', () => undefined],
  ['has an empty signature', () => ''],
  ['is signed by another', (body) => signed(body, 'somebody who is not Magento')],
  ['has the signature of another message', () => signed(messageAbout({ number: '000000999' }))],
  ['has half a signature', (body) => signed(body).slice(0, 32)],
  ['has more than a signature', (body) => `${signed(body)}00`],
])('a message that %s is refused and nothing is done', async (_how, sign) => {
  const order = await shopper.order('LAMP')
  const before = asked().length
  const body = messageAbout(order)
  expect(await tell(body, sign(body))).toMatchObject({ status: 401, body: '' })
  expect(asked()).toHaveLength(before)
  expect(await shopper.seen(order)).toMatchObject({ status: 'pending_payment' })
})

test('a signed message changes nothing that Magento does not confirm', async () => {
  const order = await shopper.order('LAMP')
  const before = asked().length
  const body = messageAbout(order)
  expect((await tell(body, signed(body))).status).toBe(204)
  await until(() => asked().length > before, 5_000)
  expect(await shopper.seen(order)).toMatchObject({ status: 'pending_payment' })
})

test('an order of another sales channel is none of ours', async () => {
  const body = messageAbout({ number: '000000999' })
  expect((await tell(body, signed(body))).status).toBe(204)
})

test.each(['', 'no JSON', '{}', '{"increment_id":7}'])('a signed message of %j is no message', async (body) => {
  expect((await tell(body, signed(body))).status).toBe(400)
})

test('without a secret there is no webhook', async () => {
  await stand.shop.gateway.close()
  const { webhookSecret: _, ...magento } = stand.shop.config.magento!
  Object.assign(stand.shop.config, { magento })
  await stand.shop.start()
  const body = messageAbout({ number: '000000001' })
  expect((await tell(body, signed(body))).status).toBe(404)
})
