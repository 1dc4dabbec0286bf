import { createChangeQueue } from './change-queue'

interface Quantity {
  line: string
  quantity: number
}
const of = (line: string, quantity: number): Quantity => ({ line, quantity })

function queueWithHand({ givesUp = false } = {}) {
  const sent: Quantity[] = []
  const answers: { ok(): void; fail(error?: unknown): void }[] = []
  const failures: unknown[] = []
  const queue = createChangeQueue<Quantity>({
    send(change) {
      sent.push(change)
      return new Promise((resolve, reject) => void answers.push({ ok: resolve, fail: reject }))
    },
    supersedes: (later, earlier) => later.line === earlier.line,
    onChange: () => undefined,
    onFailure(error) {
      failures.push(error)
      return givesUp
    },
  })
  return { queue, sent, answers, failures }
}

test('five fast taps send the first and the last quantity, never two at once', async () => {
  const { queue, sent, answers } = queueWithHand()
  const taps = [2, 3, 4, 5, 6].map((quantity) => queue.push(of('mug', quantity)))
  expect(sent).toEqual([of('mug', 2)])
  expect(queue.unanswered()).toEqual([of('mug', 2), of('mug', 6)])
  answers[0]!.ok()
  await taps[0]
  expect(sent).toEqual([of('mug', 2), of('mug', 6)])
  answers[1]!.ok()
  expect(await Promise.all(taps)).toEqual([true, true, true, true, true])
  expect(queue.unanswered()).toEqual([])
})

test('a refused change is taken back, and the next line is still asked', async () => {
  const { queue, answers, failures } = queueWithHand()
  const mug = queue.push(of('mug', 99))
  const kettle = queue.push(of('kettle', 2))
  answers[0]!.fail('out_of_stock')
  expect(await mug).toBe(false)
  expect(queue.unanswered()).toEqual([of('kettle', 2)])
  answers[1]!.ok()
  expect(await kettle).toBe(true)
  expect(failures).toEqual(['out_of_stock'])
})

test('without a connection all that waits is given up with one failure', async () => {
  const { queue, sent, answers, failures } = queueWithHand({ givesUp: true })
  const both = [queue.push(of('mug', 2)), queue.push(of('kettle', 2))]
  answers[0]!.fail('network')
  expect(await Promise.all(both)).toEqual([false, false])
  expect([sent.length, failures.length]).toEqual([1, 1])
})

test('checkout can wait until the cart is as the shopper left it', async () => {
  const { queue, answers } = queueWithHand()
  await queue.idle()
  void queue.push(of('mug', 2))
  const idle = queue.idle()
  answers[0]!.ok()
  await expect(idle).resolves.toBeUndefined()
})
