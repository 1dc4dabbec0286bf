import { createPostgresCommerce } from '@xiaopu/commerce-postgres'
import type { MerchantAct, MerchantAfterSale } from '@xiaopu/contract'
import { MINUTE } from '../../testing/clock'
import { openedShop } from '../../testing/opened-shop'
import { afterSaleTalk } from './testing'

const { stand, shopper, owner, runJobs } = openedShop()
const { paid, ask, seen, options, answer, approve, payOut } = afterSaleTalk(stand)

const refunds = () => stand().sandbox.control.refunds()
const refused = (code: string, status = 409) => ({ status, body: { code } })
const two = [{ skuId: 'CUP-W', quantity: 2 }]

describe('at the same moment', () => {
  test('of two merchants who answer one does, and the other is told', async () => {
    const order = await paid(shopper)
    const { body } = await ask(shopper, order)
    const answers = await Promise.all([
      approve(body.id),
      answer(body.id, 'refuse', { words: '不行' }),
      approve(body.id),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
    for (const { status, body: said } of answers) if (status === 409) expect(said.code).toBe('after_sale_moved')
    expect(await stand().count('gateway.refunds')).toBeLessThanOrEqual(1)
  })

  test('a shopper who withdraws and a merchant who approves: one of them wins', async () => {
    const order = await paid(shopper)
    const { body } = await ask(shopper, order)
    const answers = await Promise.all([shopper.post(`/v1/after-sales/${body.id}/withdraw`), approve(body.id)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const { state } = await seen(shopper, body)
    expect(await stand().count('gateway.refunds')).toBe(state === 'refunding' ? 1 : 0)
  })
})

describe('money on its way', () => {
  const refunding = async () => {
    const order = await paid(shopper)
    const { id } = (await ask(shopper, order)).body
    await approve(id)
    return { order, id }
  }

  test('whose callback is lost is found by asking WeChat', async () => {
    const { id } = await refunding()
    stand().sandbox.control.nextCallbacks(['lose'])
    await payOut()
    expect(await seen(shopper, { id })).toMatchObject({ state: 'refunding', refund: { state: 'on_its_way' } })
    stand().clock.pass(5 * MINUTE)
    await runJobs()
    expect(await seen(shopper, { id })).toMatchObject({ state: 'refunded' })
  })

  test('is not lost when the gateway dies after WeChat has said it', async () => {
    const { id } = await refunding()
    await payOut()
    // As if the process had ended between the refund's row and ours.
    await stand().database.execute(`update gateway.after_sales set state = 'refunding'`)
    await runJobs()
    expect(await seen(shopper, { id })).toMatchObject({ state: 'refunded' })
    expect(refunds()).toHaveLength(1)
  })

  test('that WeChat closed is shown to the merchant, who sends it again', async () => {
    const { id } = await refunding()
    await payOut('CLOSED')
    expect(await seen(shopper, { id })).toMatchObject({ state: 'refunding', refund: { state: 'delayed' } })
    const { body } = await owner.get<MerchantAfterSale>(`/v1/merchant/after-sales/${id}`)
    expect(body).toMatchObject({ refundTrouble: 'closed', actions: ['refund'] })
    const both = await Promise.all([answer(id, 'refund'), answer(id, 'refund')])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    stand().clock.pass(2 * MINUTE)
    await payOut()
    expect(await seen(shopper, { id })).toMatchObject({ state: 'refunded', refund: { state: 'done' } })
    expect(refunds()).toHaveLength(2)
  })

  test('that WeChat could not pay out waits for a person, and cannot be sent twice', async () => {
    const { id } = await refunding()
    await payOut('ABNORMAL')
    const { body } = await owner.get<MerchantAfterSale>(`/v1/merchant/after-sales/${id}`)
    expect(body).toMatchObject({ refundTrouble: 'abnormal', actions: [] })
    expect(await answer(id, 'refund')).toMatchObject(refused('after_sale_moved'))
  })
})

describe('the merchant', () => {
  test('sees what waits, the longest waiting first, and every answer is written down', async () => {
    const first = (await ask(shopper, await paid(shopper))).body
    stand().clock.pass(MINUTE)
    const second = (await ask(shopper, await paid(shopper, 'LAMP', 1))).body
    const open = () => owner.get<{ items: MerchantAfterSale[] }>('/v1/merchant/after-sales')
    expect((await open()).body.items).toMatchObject([
      { id: first.id, actions: ['approve', 'refuse'], address: { name: '林小满' }, since: first.requestedAt },
      { id: second.id },
    ])
    await answer(first.id, 'refuse', { words: '已经发出' })
    expect((await open()).body.items.map(({ id }) => id)).toEqual([second.id])
    const all = await owner.get<{ items: MerchantAfterSale[] }>('/v1/merchant/after-sales?which=all&limit=1')
    expect(all.body.items.map(({ id }) => id)).toEqual([second.id])
    const acts = (await owner.get<{ items: MerchantAct[] }>('/v1/merchant/acts')).body.items
    expect(acts[0]).toMatchObject({ act: 'refuseAfterSale', subject: first.id, detail: { words: '已经发出' } })
  })

  test('may agree to less, never to more', async () => {
    const { body } = await ask(shopper, await paid(shopper), { amount: 20_00 })
    expect(await approve(body.id, { amount: 20_01 })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'body.amount' }] },
    })
    expect(await approve(body.id, { amount: 5_00 })).toMatchObject({ body: { granted: 5_00 } })
  })

  test('has sent some back unasked: several lines together bring no more than is left', async () => {
    const order = await paid(shopper)
    const body = { amount: 40_00, lines: [], restock: false, reason: '补偿' }
    await owner.post(`/v1/merchant/orders/${order.id}/refunds`, body, { 'idempotency-key': 'give-key-1' })
    const left = await options(shopper, order)
    expect(left).toMatchObject({ money: 48_00, shipping: 10_00, lines: [{ amounts: [39_00, 48_00] }] })
    expect(await ask(shopper, order, { lines: two, amount: 48_01 })).toMatchObject(refused('after_sale_too_much'))
    expect((await ask(shopper, order, { lines: two })).body.asked).toBe(48_00)
  })

  test('has sent all of it back: what was asked for meanwhile cannot be approved any more', async () => {
    const order = await paid(shopper)
    const { body } = await ask(shopper, order)
    const all = { refundId: 'elsewhere', amount: order.amounts.total, lines: [], restock: false }
    await stand().database.execute(
      `insert into gateway.refunds (out_refund_no, order_id, out_trade_no, amount, total, reason, state, due_at, created_at)
        select out_trade_no || '-M-1', order_id, out_trade_no, amount, amount, '', 'succeeded', now(), now() from gateway.payments`,
    )
    await createPostgresCommerce({ database: stand().database }).orders.recordRefund(order.id, all)
    expect(await approve(body.id)).toMatchObject(refused('after_sale_too_much'))
    expect(await seen(shopper, body)).toMatchObject({ state: 'requested' })
  })
})
