import { ApiError } from '@xiaopu/api-client'
import type { PaymentState } from '@xiaopu/contract'
import type { Answer } from '../../wechat'
import { type PaymentParts, settlePayment } from './settle-payment'

const params = { timeStamp: '1', nonceStr: 'n', package: 'prepay_id=1', signType: 'RSA', paySign: 's' } as const
type Word = PaymentState['status'] | 'no answer'

function partsWith(sheet: Answer<void>, ...words: Word[]) {
  const asked: string[] = []
  const pauses: number[] = []
  const parts: PaymentParts = {
    start: async () => ({ status: 'ready', params }),
    request: async () => sheet,
    async state(orderId) {
      asked.push(orderId)
      const word = words[Math.min(asked.length, words.length) - 1]!
      if (word === 'no answer') throw new ApiError('network')
      return { status: word, orderStatus: 'pending_payment', amount: 100, checkedAt: '2026-01-01T00:00:00.000Z' }
    },
    pause: async (ms) => void pauses.push(ms),
  }
  return { parts, asked, pauses }
}
const ok: Answer<void> = { status: 'ok', value: undefined }
const cancelled: Answer<void> = { status: 'cancelled' }
const failed: Answer<void> = { status: 'failed', message: 'requestPayment:fail' }

test.each<[string, Answer<void>, Word[], string]>([
  ['paid, and the gateway knows', ok, ['paid'], 'paid'],
  ['paid, and the gateway hears of it late', ok, ['unpaid', 'unpaid', 'paid'], 'paid'],
  ['paid, and the gateway never hears of it', ok, ['unpaid'], 'confirming'],
  ['paid, and the connection is gone', ok, ['no answer'], 'confirming'],
  ['cancelled', cancelled, ['unpaid'], 'cancelled'],
  ['cancelled on the screen, but the money had gone', cancelled, ['paid'], 'paid'],
  ['cancelled without a connection: nobody knows', cancelled, ['no answer'], 'confirming'],
  ['failed', failed, ['unpaid'], 'failed'],
  ['failed on the screen, but paid', failed, ['no answer', 'paid'], 'paid'],
  ['the phone refused', { status: 'denied' }, ['unpaid'], 'failed'],
  ['the order was closed meanwhile', cancelled, ['closed'], 'closed'],
  ['the money came too late and goes back', ok, ['refunding'], 'closed'],
])('%s', async (_what, sheet, words, outcome) => {
  const { parts, asked } = partsWith(sheet, ...words)
  expect(await settlePayment('order-1', parts)).toBe(outcome)
  expect(asked[0]).toBe('order-1')
})

test('the gateway is left longer and longer in peace', async () => {
  const { parts, pauses } = partsWith(ok, 'unpaid')
  await settlePayment('order-1', parts)
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b))
  expect(pauses.length).toBe(3)
})

test('a free order asks for no money', async () => {
  const request = jest.fn()
  const { parts } = partsWith(ok, 'paid')
  const outcome = await settlePayment('order-1', { ...parts, request, start: async () => ({ status: 'settled' }) })
  expect([outcome, request.mock.calls.length]).toEqual(['paid', 0])
})
