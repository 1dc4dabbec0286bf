import { createFapiaoRoom } from './fapiao'
import type { ShopApi } from './shop-api'

const NUMBER = '26312000000012345678'
const WAITING = {
  ...{ orderId: 'o/1', orderNumber: 'XP20261123001', total: 39_800, requestedAt: '2026-11-23T04:00:00.000Z' },
  fapiao: { kind: 'company', title: '拾物商贸有限公司', taxNumber: '91350100M000100Y43' },
}
const asked: [string, string, { number?: string; pdf?: string }?][] = []
const room = createFapiaoRoom(
  (async (method: string, path: string, { body }: { body?: object } = {}) => {
    asked.push([method, path, body])
    return { fapiao: [WAITING] }
  }) as ShopApi,
  () => new Date('2026-11-23T04:00:00Z'),
)
const told = () => asked.filter(([method]) => method !== 'GET')
beforeEach(() => {
  asked.length = 0
})

test('what waits at the gateway is on the desk', async () => {
  expect(await room.look()).toEqual([
    expect.objectContaining({
      orderId: 'o/1',
      title: '拾物商贸有限公司',
      taxNumber: '91350100M000100Y43',
      email: null,
    }),
  ])
})

test('a PDF of one’s own is handed over as it is', async () => {
  await room.perform('issue', { orderId: 'o/1', number: NUMBER, pdf: 'JVBERi0=' })
  expect(asked).toEqual([['PUT', '/v1/merchant/orders/o%2F1/fapiao', { number: NUMBER, link: null, pdf: 'JVBERi0=' }]])
})

test('without one a page is made that says it is a specimen', async () => {
  await room.perform('issue', { orderId: 'o/1', number: NUMBER, pdf: null })
  const pdf = Buffer.from(told()[0]![2]!.pdf!, 'base64').toString('latin1')
  expect(pdf).toMatch(/^%PDF-1\.4\n[\s\S]*%%EOF\n$/)
  // Readers look for each object where the table says it begins.
  const starts = [...pdf.matchAll(/^(\d{10}) 00000 n /gm)].map(([, start]) => Number(start))
  expect(starts.map((start) => pdf.slice(start, start + 7))).toEqual(starts.map((_, place) => `${place + 1} 0 obj`))
  expect(pdf.indexOf('xref\n')).toBe(Number(/startxref\n(\d+)/.exec(pdf)![1]))
  const written = [...pdf.matchAll(/<([0-9a-f]+)> Tj/g)]
    .map(([, digits]) => Buffer.from(digits!, 'hex').swap16().toString('utf16le'))
    .join('\n')
  for (const words of ['SPECIMEN', NUMBER, '拾物商贸有限公司', '91350100M000100Y43', '¥398.00', '2026-11-23'])
    expect(written).toContain(words)
})

test('a refusal goes with its reason', async () => {
  await room.perform('refuse', { orderId: 'o/1', reason: '税号与抬头不一致' })
  expect(asked).toEqual([['POST', '/v1/merchant/orders/o%2F1/fapiao/refusal', { reason: '税号与抬头不一致' }]])
})

test.each([
  ['an act there is not', 'toString', { orderId: 'o/1' }, 'not_found'],
  ['no number', 'issue', { orderId: 'o/1', number: '12a' }, 'validation_failed'],
  ['no reason', 'refuse', { orderId: 'o/1', reason: ' ' }, 'validation_failed'],
  ['no order', 'issue', null, 'validation_failed'],
  ['an order that asked for none', 'issue', { orderId: 'o/2', number: NUMBER }, 'fapiao_not_requested'],
])('%s is refused, and nothing is said to the gateway', async (_what, act, given, code) => {
  await expect(room.perform(act, given)).rejects.toMatchObject({ code })
  expect(told()).toEqual([])
})
