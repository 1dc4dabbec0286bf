import { ApiError, isApiError } from './api-error'
import { settled } from './test/manual-clock'
import { createScripted, failureOf, html, json, noConnection, problem } from './test/scripted-gateway'
import { createAborter } from './wire/abort'

const goods = { skuId: 'mug-white', quantity: 1 }

describe('every promise settles', () => {
  test('a transport that never answers is given up after the time-out and a moment', async () => {
    const { api, clock } = createScripted(['silence'])
    const failure = failureOf(api.cart.add(goods))
    await clock.pass(15_999)
    const early = await Promise.race([failure, settled().then(() => 'still waiting')])
    expect(early).toBe('still waiting')
    await clock.pass(1)
    expect(await failure).toMatchObject({ code: 'timeout', retryable: true })
    expect(clock.pending()).toBe(0)
  })

  test.each([
    ['a read', 10_000, (api: Api) => api.home.get()],
    ['a write', 15_000, (api: Api) => api.cart.add(goods)],
    ['an order', 45_000, (api: Api) => api.orders.place({} as never, { idempotencyKey: 'k' })],
  ])('%s is given %d ms', async (_name, ms, ask) => {
    const { api, requests } = createScripted([json({})])
    await ask(api)
    expect(requests[0]?.timeoutMs).toBe(ms)
  })

  test('an aborted call fails at once although the transport does not listen', async () => {
    const { api, requests, clock } = createScripted(['silence'])
    const { signal, abort } = createAborter()
    const failure = failureOf(api.home.get({ signal }))
    await settled()
    abort()
    expect(await failure).toMatchObject({ code: 'aborted', retryable: false })
    expect(requests).toHaveLength(1)
    expect(clock.pending()).toBe(0)
  })

  test('a call that was aborted before it began asks nothing', async () => {
    const { api, requests } = createScripted([json({})])
    const { signal, abort } = createAborter()
    abort()
    expect(await failureOf(api.home.get({ signal }))).toMatchObject({ code: 'aborted' })
    expect(requests).toHaveLength(0)
  })

  test('a call that is aborted between two attempts makes no third', async () => {
    const { api, requests, clock } = createScripted([noConnection])
    const { signal, abort } = createAborter()
    const failure = failureOf(api.home.get({ signal }))
    await settled()
    abort()
    expect(await failure).toMatchObject({ code: 'aborted' })
    await clock.pass(60_000)
    expect(requests).toHaveLength(1)
  })

  test('a transport that breaks its promise and throws something else is no connection, with the cause kept', async () => {
    const bug = { errMsg: 'request:fail' }
    const { api } = createScripted([], {
      transport: () => {
        throw bug
      },
    })
    const error = await failureOf(api.cart.add(goods))
    expect(error).toMatchObject({ code: 'network', cause: bug })
  })
})

describe('every failure is an ApiError', () => {
  test.each([
    ['no connection', noConnection, 'network'],
    ["a proxy's page", html(502), 'bad_answer'],
    ['a refusal', problem('out_of_stock', 409), 'out_of_stock'],
    ['a crash', problem('internal', 500), 'internal'],
  ])('%s', async (_name, step, code) => {
    const { api } = createScripted([step])
    const error = await failureOf(api.cart.add(goods))
    expect(error).toBeInstanceOf(ApiError)
    expect(isApiError(error)).toBe(true)
    expect(error).toMatchObject({ code })
  })

  test('a page opened without an id is told not_found, and nothing is asked', async () => {
    const { api, requests } = createScripted([json({})])
    expect(await failureOf(api.catalog.product(''))).toMatchObject({ code: 'not_found' })
    expect(requests).toHaveLength(0)
  })
})

test.each([
  ['network', undefined, true],
  ['timeout', undefined, true],
  ['bad_answer', 200, true],
  ['rate_limited', 429, true],
  ['request_in_progress', 409, true],
  ['internal', 500, true],
  ['commerce_unavailable', 503, true],
  ['aborted', undefined, false],
  ['not_supported', 501, false],
  ['quote_changed', 409, false],
  ['not_found', 404, false],
] as const)('offering to try again after %s (%p): %p', (code, status, retryable) => {
  expect(new ApiError(code, { status }).retryable).toBe(retryable)
})

test('each attempt is reported, and a broken log breaks nothing', async () => {
  const reports: unknown[] = []
  const { api, clock } = createScripted([problem('overloaded', 503), json({ blocks: [] })], {
    onRequest(report) {
      reports.push(report)
      throw new Error('the log is full')
    },
  })
  const home = api.home.get()
  await clock.pass(1_000)
  expect(await home).toEqual({ blocks: [] })
  expect(reports).toEqual([
    { call: 'getHome', attempt: 1, took: 0, code: 'overloaded', status: 503, requestId: 'req-overloaded' },
    { call: 'getHome', attempt: 2, took: 0 },
  ])
})

type Api = ReturnType<typeof createScripted>['api']
