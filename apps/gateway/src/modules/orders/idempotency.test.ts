import type { CommerceBackend } from '@xiaopu/commerce'
import { createPostgresCommerce } from '@xiaopu/commerce-postgres'
import { DAY, MINUTE } from '../../testing/clock'
import { ADDRESS } from '../../testing/goods'
import { CHEN, Stand } from '../../testing/stand'
import type { Visitor } from '../../testing/visitor'

let stand: Stand
let shopper: Visitor
beforeAll(async () => {
  stand = await Stand.open()
})
afterAll(() => stand.close())
beforeEach(async () => {
  await stand.firstMorning()
  shopper = await stand.shopper()
})

let keys = 0
const newKey = () => `tap-number-${++keys}`
const direct = (skuId: string, quantity = 1) => ({ kind: 'direct', skuId, quantity })

describe('a second tap on 提交订单', () => {
  test('is the same order', async () => {
    const key = newKey()
    await shopper.put('LAMP')
    const { id } = await shopper.quote()
    const first = await shopper.place(id, key)
    const second = await shopper.place(id, key)
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body.id).toBe(first.body.id)
    expect(await stand.stock('LAMP')).toMatchObject({ reserved: 1 })
  })

  test('at the same moment is the same order', async () => {
    const key = newKey()
    await shopper.put('LAMP')
    const { id } = await shopper.quote()
    const answers = await Promise.all([1, 2, 3, 4].map(() => shopper.place(id, key)))
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect(await stand.count('commerce.orders')).toBe(1)
  })

  test('with another body is refused', async () => {
    const key = newKey()
    const { id } = await shopper.quote(direct('LAMP'))
    await shopper.place(id, key, direct('LAMP'))
    const other = await shopper.place(id, key, direct('LAMP'), { remark: '改一下' })
    expect(other).toMatchObject({ status: 409, body: { code: 'idempotency_key_reused' } })
  })

  test('under the same key by somebody else is their own order', async () => {
    const key = newKey()
    const place = async (visitor: Visitor) =>
      visitor.place((await visitor.quote(direct('LAMP'))).id, key, direct('LAMP'))
    const mine = await place(shopper)
    const theirs = await place(await stand.shopper(CHEN))
    expect(theirs.status).toBe(201)
    expect(theirs.body.id).not.toBe(mine.body.id)
  })

  test.each([undefined, 'short', 'has blanks in it', 'x'.repeat(129)])('with the key %p is refused', async (key) => {
    const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key }
    const { id } = await shopper.quote(direct('LAMP'))
    const body = { quoteId: id, source: direct('LAMP'), address: ADDRESS, fapiao: null, remark: '' }
    const answer = await shopper.post('/v1/orders', body, headers)
    const code = key === undefined ? 'idempotency_key_required' : 'validation_failed'
    expect(answer).toMatchObject({ status: 400, body: { code } })
  })

  test('after a refusal may try again under the same key', async () => {
    const key = newKey()
    const { id } = await shopper.quote(direct('VASE'))
    await stand.setStock('VASE', 0)
    expect((await shopper.place(id, key, direct('VASE'))).status).toBe(409)
    await stand.setStock('VASE', 1)
    expect((await shopper.place(id, key, direct('VASE'))).status).toBe(201)
  })
})

test('a second tap that looks at the cart just when the first has emptied it is the same order', async () => {
  const real = createPostgresCommerce({ database: stand.database, clock: stand.clock.now })
  await shopper.put('LAMP')
  const { id } = await shopper.quote()
  let [bothLook, firstIsPlaced] = [() => {}, () => {}]
  const both = new Promise<void>((resolve) => {
    bothLook = resolve
  })
  const placed = new Promise<void>((resolve) => {
    firstIsPlaced = resolve
  })
  let looks = 0
  const quote: typeof real.checkout.quote = async (...request) => {
    const answer = await real.checkout.quote(...request)
    const isFirst = ++looks === 1
    if (!isFirst) bothLook()
    await (isFirst ? both : placed)
    return answer
  }
  await stand.gateway.close()
  await stand.start({ backend: { ...real, checkout: { ...real.checkout, quote } } })
  const first = shopper.place(id, 'slow-second-tap')
  const second = shopper.place(id, 'slow-second-tap')
  const faster = await Promise.race([first, second])
  firstIsPlaced()
  const answers = await Promise.all([first, second])
  expect(looks).toBe(2)
  expect(answers.map(({ status }) => status)).toEqual([201, 201])
  expect(answers.map(({ body }) => body.id)).toEqual([faster.body.id, faster.body.id])
  await stand.gateway.close()
  await stand.start()
})

test('a key whose first answer was lost in a crash still gives the order it made', async () => {
  const real = createPostgresCommerce({ database: stand.database, clock: stand.clock.now })
  const crashing: CommerceBackend = {
    ...real,
    checkout: {
      ...real.checkout,
      async place(...request) {
        await real.checkout.place(...request)
        throw new Error('the process died here')
      },
    },
  }
  await shopper.put('LAMP')
  const { id } = await shopper.quote()
  await stand.gateway.close()
  await stand.start({ backend: crashing })
  expect(await shopper.place(id, 'crashed-once')).toMatchObject({ status: 500, body: { code: 'internal' } })
  await stand.gateway.close()
  await stand.start()
  const again = await shopper.place(id, 'crashed-once')
  expect(again.status).toBe(201)
  expect(await stand.count('commerce.orders')).toBe(1)
  expect((await shopper.seen(again.body)).lines).toMatchObject([{ skuId: 'LAMP' }])
})

test('a key is forgotten after its day, and then names a new order', async () => {
  const { id } = await shopper.quote(direct('LAMP'))
  const first = await shopper.place(id, 'one-key-a-day', direct('LAMP'))
  stand.clock.pass(DAY + MINUTE)
  await stand.gateway.runJobsOnce()
  expect(await stand.count('gateway.quotes')).toBe(0)
  const quote = await shopper.quote(direct('LAMP', 2))
  const second = await shopper.place(quote.id, 'one-key-a-day', direct('LAMP', 2))
  expect(second.status).toBe(201)
  expect(second.body.id).not.toBe(first.body.id)
})
