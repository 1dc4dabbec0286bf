import type { AfterSale, AfterSaleOptions, AfterSaleRequest, MerchantAfterSale, Order } from '@xiaopu/contract'
import { OWNER_TOKEN } from '../../testing/opened-shop'
import type { Stand } from '../../testing/stand'
import type { Answer, Visitor } from '../../testing/visitor'

export const WAYBILL = { carrier: '顺丰速运', trackingNumber: 'SF1234567890' }
export const WAREHOUSE = { text: '拾物仓库 上海市徐汇区武康路 1 号 021-55550123' }

type Said<Body> = Body & { code: string; fields?: { path: string }[] }

/** What the tests of after-sales do again and again. */
export function afterSaleTalk(stand: () => Stand) {
  const owner = () => {
    const visitor = stand().visitor()
    visitor.token = OWNER_TOKEN
    return visitor
  }

  const paid = (shopper: Visitor, skuId = 'CUP-W', quantity = 2): Promise<Order> =>
    stand().paid(shopper, skuId, quantity)

  function ask(
    shopper: Visitor,
    order: Order,
    changes: Partial<AfterSaleRequest> = {},
    key = `key-${crypto.randomUUID()}`,
  ): Promise<Answer<Said<AfterSale>>> {
    const lines = [{ skuId: order.lines[0]!.skuId, quantity: 1 }]
    const body = { kind: 'refund', lines, amount: null, reason: 'other', words: '', uploadIds: [], ...changes }
    return shopper.post(`/v1/orders/${order.id}/after-sales`, body, { 'idempotency-key': key })
  }

  const seen = async (shopper: Visitor, { id }: { id: string }) =>
    (await shopper.get<AfterSale>(`/v1/after-sales/${id}`)).body
  const options = async (shopper: Visitor, order: Order) =>
    (await shopper.get<AfterSaleOptions>(`/v1/orders/${order.id}/after-sale-options`)).body

  const answer = (id: string, act: string, body?: object, by = owner()): Promise<Answer<Said<MerchantAfterSale>>> =>
    by.post(`/v1/merchant/after-sales/${id}/${act}`, body)
  const approve = (id: string, body: object = {}) =>
    answer(id, 'approve', { amount: null, words: '', returnTo: null, ...body })

  /** WeChat pays out every refund that is due, and calls back. */
  async function payOut(status: 'SUCCESS' | 'CLOSED' | 'ABNORMAL' = 'SUCCESS'): Promise<void> {
    await stand().gateway.runJobsOnce()
    const { control } = stand().sandbox
    for (const refund of control.refunds()) {
      if (refund.status === 'PROCESSING') control.settleRefund(refund.outRefundNo, status)
    }
    await control.whenIdle()
  }

  return { owner, paid, ask, seen, options, answer, approve, payOut }
}
