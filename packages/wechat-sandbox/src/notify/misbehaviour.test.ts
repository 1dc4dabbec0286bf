import { envelopeFault, openResource } from '../test-side/callback-listener'
import { Shop } from '../test-side/shop'
import type { NextCallbackInput } from './misbehaviour'

let shop: Shop
beforeEach(async () => {
  shop = await Shop.open()
})
afterEach(() => shop.close())

const fault = (index: number) => envelopeFault(shop.door.received[index]!, shop.publicKey, shop.control.now())
const events = () => shop.door.received.map(({ body }) => openResource(body).out_trade_no)

describe('a callback that is not what it seems', () => {
  it.each<[NextCallbackInput, string]>([
    ['forge-signature', 'signature'],
    ['signtest', 'signature'],
    ['tamper-ciphertext', 'ciphertext'],
    ['stale-timestamp', 'stale'],
    [{ do: 'stale-timestamp', ageMs: 300_000 }, 'stale'],
  ])('%j is found out by its %s; refused, the genuine one follows', async (next, found) => {
    shop.control.nextCallbacks([next])
    shop.door.answerNext(401)
    await shop.paidOrder()
    expect(fault(0)).toBe(found)
    await shop.control.advance(15_000)
    expect(fault(1)).toBeUndefined()
    const { do: name } = typeof next === 'string' ? { do: next } : next
    expect(shop.control.callbacks()[0]!.attempts).toMatchObject([
      { sent: name, status: 401 },
      { sent: 'genuine', status: 204 },
    ])
  })

  it("the probe announces itself as WeChat's does", async () => {
    shop.control.nextCallbacks(['signtest'])
    await shop.paidOrder()
    expect(shop.door.received[0]!.headers['wechatpay-signature']).toMatch(/^WECHATPAY\/SIGNTEST\//)
  })

  it.each<[NextCallbackInput, Record<string, unknown>]>([
    ['wrong-amount', { amount: { total: 19901, payer_total: 19901 } }],
    [{ do: 'wrong-amount', total: 1 }, { amount: { total: 1 } }],
    ['wrong-mchid', { mchid: '1900000000' }],
    ['wrong-appid', { appid: 'wx0000000000000000' }],
  ])('%j is properly signed and only its content is wrong', async (next, content) => {
    shop.control.nextCallbacks([next])
    await shop.paidOrder()
    expect(fault(0)).toBeUndefined()
    expect(openResource(shop.door.received[0]!.body)).toMatchObject(content)
    expect((await shop.query()).json).toMatchObject({ mchid: '1900009999', amount: { total: 19900 } })
  })
})

describe('a callback that comes too often, too late or never', () => {
  it('is lost: no attempt, ever, though the order is paid', async () => {
    shop.control.nextCallbacks(['lose'])
    await shop.paidOrder()
    await shop.control.advance(48 * 3_600_000)
    await shop.control.deliverNow()
    expect(shop.door.received).toEqual([])
    expect(shop.control.callbacks()).toMatchObject([{ state: 'lost', attempts: [] }])
    expect((await shop.query()).json.trade_state).toBe('SUCCESS')
  })

  it('is delayed', async () => {
    shop.control.nextCallbacks([{ do: 'delay', ms: 90_000 }])
    await shop.paidOrder()
    await shop.control.advance(89_999)
    expect(shop.door.received).toHaveLength(0)
    await shop.control.advance(1)
    expect(shop.door.received).toHaveLength(1)
  })

  it.each([false, true])('is doubled, with one id (together: %j)', async (together) => {
    shop.control.nextCallbacks([{ do: 'duplicate', copies: 2, together }])
    await shop.paidOrder()
    expect(shop.door.received).toHaveLength(3)
    expect(new Set(shop.door.received.map(({ id }) => id)).size).toBe(1)
    expect([0, 1, 2].map(fault)).toEqual([undefined, undefined, undefined])
  })

  it('arrives after the one that should have followed it', async () => {
    shop.control.nextCallbacks(['reorder'])
    await shop.paidOrder('ORDER-0001')
    expect(shop.door.received).toHaveLength(0)
    await shop.paidOrder('ORDER-0002')
    expect(events()).toEqual(['ORDER-0002', 'ORDER-0001'])
  })

  it('is sent now when the test does not want to wait: delayed, held back and refused ones alike', async () => {
    shop.control.nextCallbacks([{ do: 'delay', ms: 3_600_000 }, 'deliver', 'reorder'])
    await shop.paidOrder('ORDER-0001')
    shop.door.answerNext(500)
    await shop.paidOrder('ORDER-0002')
    await shop.paidOrder('ORDER-0003')
    await shop.control.deliverNow()
    expect(events()).toEqual(['ORDER-0002', 'ORDER-0001', 'ORDER-0002', 'ORDER-0003'])
    await shop.control.advance(48 * 3_600_000)
    expect(shop.door.received).toHaveLength(4)
  })

  it('is replayed byte for byte, and grows stale', async () => {
    await shop.paidOrder()
    const { id } = shop.control.callbacks()[0]!
    await shop.control.advance(300_000)
    expect((await shop.control.replay(id)).status).toBe(204)
    const [first, second] = shop.door.received
    expect(second!.body).toBe(first!.body)
    expect(second!.headers['wechatpay-signature']).toBe(first!.headers['wechatpay-signature'])
    expect(fault(1)).toBe('stale')
    await expect(shop.control.replay('unknown')).rejects.toThrow('never sent')
  })

  it('a behaviour nobody knows is refused before it is queued', async () => {
    expect(() => shop.control.nextCallbacks(['explode' as 'lose'])).toThrow('unknown callback behaviour')
    expect(() => shop.control.nextCallbacks([{ do: 'delay' } as never])).toThrow('delay needs ms')
  })
})
