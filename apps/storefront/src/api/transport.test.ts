import Taro from '@tarojs/taro'
import { createAborter } from '@xiaopu/api-client'
import { wechatTransport } from './transport'

const request = { method: 'GET', url: 'https://api.shiwu.example/v1/home', headers: {}, timeoutMs: 1_000 } as const
const mocked = Taro.request as unknown as jest.Mock
const task = (answer: Promise<unknown>) => Object.assign(answer, { abort: jest.fn() })

test('an error status is an answer; header names come in lower case', async () => {
  mocked.mockReturnValueOnce(task(Promise.resolve({ statusCode: 503, header: { 'Retry-After': 3 }, data: '{}' })))
  expect(await wechatTransport(request)).toEqual({ status: 503, headers: { 'retry-after': '3' }, body: '{}' })
})

test.each([
  [{ errMsg: 'request:fail timeout' }, 'timeout'],
  [{ errMsg: 'request:fail 请求超时', errno: 5 }, 'timeout'],
  [{ errMsg: 'request:fail Unable to resolve host' }, 'network'],
  [{ errMsg: 'request:fail interrupted', errno: 600003 }, 'network'],
  [{ errMsg: 'request:fail abort' }, 'aborted'],
  [undefined, 'network'],
])('%p is no answer: %s', async (error, kind) => {
  mocked.mockReturnValueOnce(task(Promise.reject(error)))
  await expect(wechatTransport(request)).rejects.toMatchObject({ name: 'TransportError', kind })
})

test('a caller that gives up stops the request', async () => {
  const pending = task(new Promise(() => undefined))
  mocked.mockReturnValueOnce(pending)
  const { signal, abort } = createAborter()
  const answer = wechatTransport({ ...request, signal })
  abort()
  await expect(answer).rejects.toMatchObject({ kind: 'aborted' })
  expect(pending.abort).toHaveBeenCalled()
})

test('a caller that gave up before does not ask at all', async () => {
  mocked.mockClear()
  const { signal, abort } = createAborter()
  abort()
  await expect(wechatTransport({ ...request, signal })).rejects.toMatchObject({ kind: 'aborted' })
  expect(mocked).not.toHaveBeenCalled()
})
