import Taro from '@tarojs/taro'
import { phone } from '../testing/taro'
import { api } from './client'

const request = Taro.request as unknown as jest.Mock
const answer = (statusCode: number, body: object) =>
  Object.assign(
    Promise.resolve({ statusCode, header: { 'Content-Type': 'application/json' }, data: JSON.stringify(body) }),
    { abort: jest.fn() },
  )
const paths = () => request.mock.calls.map(([{ method, url }]) => `${method} ${url.replace(XIAOPU_API_ORIGIN, '')}`)

beforeEach(() => {
  phone.wipe()
  jest.clearAllMocks()
})

test('looking around signs nobody in; the first act that needs it does, once', async () => {
  request.mockReturnValueOnce(answer(200, { sections: [] }))
  await api.home.get()
  expect(Taro.login).not.toHaveBeenCalled()

  const session = { token: 't1', expiresAt: '2999-01-01T00:00:00.000Z', shopper: { id: 's1' } }
  request.mockReturnValueOnce(answer(201, session)).mockReturnValueOnce(answer(200, { lines: [] }))
  await api.cart.get()
  expect(Taro.login).toHaveBeenCalledTimes(1)
  expect(paths()).toEqual(['GET /v1/home', 'POST /v1/sessions', 'GET /v1/cart'])
  expect(request.mock.calls.at(-1)[0].header).toMatchObject({ Authorization: 'Bearer t1', 'Accept-Language': 'zh-CN' })
})
