import { MINUTE } from '../testing/clock'
import { type MagentoStand, openMagentoStand } from '../testing/magento-stand'
import type { Visitor } from '../testing/visitor'

let stand: MagentoStand
let shopper: Visitor
beforeAll(async () => {
  stand = await openMagentoStand()
  shopper = await stand.shop.shopper()
})
afterAll(() => stand.close())

const readiness = async () => {
  const { status, body } = await stand.shop.visitor().get<object>('/readyz')
  return { status, ...body }
}
const logged = (level: 'error' | 'warn' | 'info') => {
  const number = { error: 50, warn: 40, info: 30 }[level]
  return stand.shop.log.map((line) => JSON.parse(line)).filter((entry) => entry.level === number)
}

test('while Magento is away the gateway is degraded, says so, and is complete when it is back', async () => {
  expect(await readiness()).toEqual({ status: 'ok', database: 'ok', commerce: 'ok' })
  stand.magento.control.arm({ kind: 'down' }, 'always')
  const { status } = await stand.shop.visitor().get('/readyz')
  expect([status, await readiness()]).toEqual([200, { status: 'degraded', database: 'ok', commerce: 'failed' }])
  stand.magento.control.disarm()
  stand.shop.clock.pass(MINUTE)
  expect(await readiness()).toEqual({ status: 'ok', database: 'ok', commerce: 'ok' })
})

test('the log says once that Magento is away and once that it is back, whatever the jobs try meanwhile', async () => {
  // A payment nobody could act on, and an order whose time is up: their jobs try again and again.
  const unpaid = await shopper.order('LAMP')
  await shopper.startPayment(unpaid)
  const paid = await shopper.order('LAMP')
  const { body } = await shopper.startPayment(paid)
  stand.magento.control.arm({ kind: 'down' }, 'always')
  stand.shop.log.length = 0
  await stand.shop.payOnPhone(body.params)
  for (let minute = 0; minute < 35; minute += 5) {
    await stand.shop.gateway.runJobsOnce()
    await readiness()
    stand.shop.clock.pass(5 * MINUTE)
  }
  expect(logged('error').map(({ msg }) => msg)).toEqual(['the shop system is away: what can be served without it is'])
  expect(logged('warn')).toEqual([])
  stand.magento.control.disarm()
  stand.shop.log.length = 0
  await stand.shop.gateway.runJobsOnce()
  await stand.shop.gateway.runJobsOnce()
  const back = logged('info').filter(({ msg }) => msg === 'the shop system is back')
  expect([back.length, logged('error')]).toEqual([1, []])
  expect(await shopper.seen(paid)).toMatchObject({ status: 'paid' })
  expect(await shopper.seen(unpaid)).toMatchObject({ status: 'cancelled' })
})
