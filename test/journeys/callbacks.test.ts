import { type Journey, onEachBackend, type Shopper } from './harness'
import { goesToCheckout, MUSTARD, placesOrder } from './walks'

// WeChat's next try at a callback is far away: it comes when a journey says so.
const QUIET = { notifySpeed: 0.01 }

/** Until the money has gone; from here only a callback can tell the shop, for WeChat does not answer questions. */
async function paysUnseen(lin: Shopper, { wechat }: Journey['shop']): Promise<void> {
  wechat.fail({ endpoint: 'pay.query', times: 1_000, code: 'SYSTEM_ERROR' })
  await goesToCheckout(lin)
  await placesOrder(lin)
  await lin.pays()
  await wechat.whenIdle()
}

const WAITING = { status: 'pending_payment', payment: 'prepaid', paidAmount: null, transactionId: null }

const HOSTILE = [
  { sent: 'forge-signature', what: 'signed by somebody else' },
  { sent: 'tamper-ciphertext', what: 'changed on its way' },
  { sent: 'stale-timestamp', what: 'from ten minutes ago' },
  { sent: 'wrong-amount', what: 'about another amount' },
  { sent: 'wrong-mchid', what: 'for another merchant' },
] as const

onEachBackend(QUIET, (journey, _commerce, once) => {
  for (const { sent, what } of HOSTILE) {
    // The others are turned away before the shop system has a part in it.
    const told = sent === 'wrong-amount' ? journey : once
    told(`a callback ${what} changes nothing; the true one makes the order paid`, async ({ enter, shop }) => {
      shop.wechat.nextCallbacks([sent])
      const lin = await enter()
      await paysUnseen(lin, shop)
      const [refused] = shop.wechat.callbacks()
      expect(refused?.attempts).toMatchObject([{ sent }])
      expect([400, 401]).toContain(refused?.attempts[0]?.status)
      expect(await shop.books.onlyOrder()).toMatchObject(WAITING)
      expect(await shop.books.shelf(MUSTARD.code)).toEqual({ onHand: 60, reserved: 1, sold: 0 })

      await shop.wechat.deliverNow()
      await lin.sees('支付成功')
      expect(await shop.books.onlyOrder()).toMatchObject({ status: 'paid', payment: 'paid', paidAmount: 429_00 })
      expect(await shop.books.shelf(MUSTARD.code)).toEqual({ onHand: 59, reserved: 0, sold: 1 })
    })
  }

  journey('the same callback several times over is one payment', async ({ enter, shop }) => {
    shop.wechat.nextCallbacks([{ do: 'duplicate', copies: 3, together: true }])
    const lin = await enter()
    await paysUnseen(lin, shop)
    await lin.sees('支付成功')
    const [callback] = shop.wechat.callbacks()
    await shop.wechat.replay(callback!.id)

    const statuses = shop.wechat.callbacks().flatMap(({ attempts }) => attempts.map(({ status }) => status))
    expect(statuses.length).toBeGreaterThanOrEqual(5)
    expect(new Set(statuses)).toEqual(new Set([204]))
    expect(await shop.books.onlyOrder()).toMatchObject({ status: 'paid', paidAmount: 429_00 })
    expect(await shop.books.shelf(MUSTARD.code)).toEqual({ onHand: 59, reserved: 0, sold: 1 })
    expect(shop.wechat.refunds()).toEqual([])
  })

  journey(
    'a callback that comes after the gateway has asked is believed and changes nothing',
    async ({ enter, shop }) => {
      shop.wechat.nextCallbacks([{ do: 'delay', ms: 3_600_000 }])
      const lin = await enter()
      await goesToCheckout(lin)
      await placesOrder(lin)
      await lin.pays()
      await lin.sees('支付成功')
      const before = await shop.books.onlyOrder()

      await shop.wechat.deliverNow()
      expect(shop.wechat.callbacks()).toMatchObject([{ state: 'delivered', attempts: [{ status: 204 }] }])
      expect(await shop.books.onlyOrder()).toEqual(before)
      expect(await shop.books.shelf(MUSTARD.code)).toEqual({ onHand: 59, reserved: 0, sold: 1 })
    },
  )
})
