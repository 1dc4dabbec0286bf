import fastify from 'fastify'

export interface FakeWechat {
  url: string
  /** Every payment request the phone made: what, and with which password. */
  paid: { step: string; password?: string; package: string }[]
  /** Every path the panel posted to, under /control. */
  controlled: string[]
  close(): Promise<void>
}

const SHEET = {
  merchantName: '样例商户',
  description: '台灯 等 2 件',
  total: 12_888,
  currency: 'CNY',
  outTradeNo: 'A1',
  payerName: '林小满',
}

interface FromSheet {
  Body: { package: string; password?: string }
}

/** As much of WeChat's device API as the fixture shop uses. The password is 123456; `prepay_id=bad` is refused. */
export async function fakeWechat(): Promise<FakeWechat> {
  const server = fastify({ forceCloseConnections: true })
  const paid: FakeWechat['paid'] = []
  const controlled: string[] = []
  server.get('/device/people', async () => [
    { id: 'lin', name: '林小满' },
    { id: 'chen', name: '陈屿' },
  ])
  server.get<{ Params: { id: string } }>('/device/people/:id/addresses', async ({ params }) =>
    params.id === 'lin'
      ? [
          {
            userName: '林小满',
            telNumber: '14000000101',
            provinceName: '上海市',
            cityName: '上海市',
            countyName: '徐汇区',
            detailInfo: '云杉路 1 号',
          },
        ]
      : [],
  )
  server.get('/device/people/:id/invoice-titles', async () => [
    { type: '0', title: '样例有限公司', taxNumber: '91310104MA1XP0013B' },
  ])
  server.get('/device/people/:id/location', async () => ({ latitude: 31.1955, longitude: 121.4365, accuracy: 15 }))
  server.post('/device/login', async () => ({ errMsg: 'login:ok', code: 'code-1' }))
  server.post('/device/subscriptions', async () => ({ errMsg: 'requestSubscribeMessage:ok' }))
  server.post<FromSheet>('/device/payments/:step', async ({ body, params }) => {
    const { step } = params as { step: string }
    const { password, package: pack } = body
    paid.push({ step, password, package: pack })
    const reason = '支付验证签名失败'
    if (pack === 'prepay_id=bad') return { result: 'failed', errMsg: `requestPayment:fail ${reason}`, reason }
    if (step === 'preview') return { result: 'sheet', sheet: SHEET }
    if (step === 'cancel') return { result: 'cancelled', errMsg: 'requestPayment:fail cancel' }
    return password === '123456'
      ? { result: 'ok', errMsg: 'requestPayment:ok' }
      : { result: 'wrong-password', attemptsLeft: 4 }
  })
  // `lamp` was sent, `chair` was not, and nothing else was bought.
  server.post<{ Body: { transaction_id: string } }>('/device/receipts/:step', async ({ body }, reply) => {
    const problem = body.transaction_id === 'chair' ? '订单还没有全部发货' : null
    if (!problem && body.transaction_id !== 'lamp') return reply.code(404).send({ message: 'no such order' })
    return { description: SHEET.description, total: SHEET.total, parcels: 2, problem }
  })
  server.get('/control/messages', async () => [])
  server.get('/control/orders', async () => [
    {
      outTradeNo: 'A1',
      description: SHEET.description,
      total: SHEET.total,
      state: 'NOTPAY',
      createdAt: 1_790_000_000_000,
    },
  ])
  server.get('/control/callbacks', async () => [])
  server.post('/control/*', async ({ url, body }, reply) => {
    controlled.push(`${url.slice('/control/'.length)} ${JSON.stringify(body)}`)
    return reply.code(204).send()
  })
  const url = await server.listen({ host: '127.0.0.1', port: 0 })
  return { url, paid, controlled, close: () => server.close() }
}
