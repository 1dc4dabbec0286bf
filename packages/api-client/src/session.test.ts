import { ApiError } from './api-error'
import { settled } from './test/manual-clock'
import { createMemorySession, createScripted, failureOf, html, json, problem } from './test/scripted-gateway'
import { createAborter } from './wire/abort'
import type { TransportRequest } from './wire/transport'

const expired = problem('session_expired', 401)
const tokenOf = ({ headers }: TransportRequest) => headers.Authorization
/** Refuses every token but the ones named. */
const accepting =
  (...tokens: string[]) =>
  (request: TransportRequest) =>
    tokens.includes(tokenOf(request)?.replace('Bearer ', '') ?? '') ? json({ ok: true }) : expired

describe('a session that has expired', () => {
  test('is renewed once, and the call is made again, a write too', async () => {
    const session = createMemorySession('old', ['new'])
    const { api, requests } = createScripted([accepting('new')], { session })
    await api.cart.add({ skuId: 'mug-white', quantity: 1 })
    expect(requests.map(tokenOf)).toEqual(['Bearer old', 'Bearer new'])
    expect(session.renewed).toBe(1)
  })

  test('is renewed once for all calls that meet it together', async () => {
    const session = createMemorySession('old', ['new', 'one too many'])
    const { api } = createScripted([accepting('new')], { session })
    await Promise.all([api.cart.get(), api.me.get(), api.orders.counts()])
    expect(session.renewed).toBe(1)
  })

  test('is not renewed for a call that comes back late, after the others have renewed it', async () => {
    const session = createMemorySession('old', ['one too many'])
    const { api } = createScripted(
      [
        () => {
          session.token = 'new'
          return expired
        },
        accepting('new'),
      ],
      { session },
    )
    await api.cart.get()
    expect(session.renewed).toBe(0)
  })

  test('ends in session_expired when the new one is refused too: no loop, and it is forgotten', async () => {
    const session = createMemorySession('old', ['new', 'newer'])
    const { api, requests } = createScripted([expired], { session })
    expect(await failureOf(api.cart.get())).toMatchObject({
      code: 'session_expired',
      status: 401,
      requestId: 'req-session_expired',
    })
    expect(requests).toHaveLength(2)
    expect(session).toMatchObject({ renewed: 1, token: null })
  })

  test('ends in session_expired when there is no new one', async () => {
    const session = createMemorySession('old', [null])
    const { api } = createScripted([expired], { session })
    expect(await failureOf(api.cart.get())).toMatchObject({ code: 'session_expired' })
    expect(session.token).toBeNull()
  })

  test('does not become the reason when it was the network that failed the renewal', async () => {
    const session = createMemorySession('old', [new ApiError('network')])
    const { api } = createScripted([expired], { session })
    expect(await failureOf(api.cart.get())).toMatchObject({ code: 'network', retryable: true })
    expect(session.token).toBe('old')
  })

  test('keeps the key of an order through the renewal', async () => {
    const session = createMemorySession('old', ['new'])
    const { api, requests } = createScripted([accepting('new')], { session })
    await api.orders.place({} as never, { idempotencyKey: 'key-1' })
    expect(requests.map(({ headers }) => headers['Idempotency-Key'])).toEqual(['key-1', 'key-1'])
  })
})

describe('a 401 that is not about the session', () => {
  test("of a hotel's Wi-Fi signs nobody out", async () => {
    const session = createMemorySession('old', ['new'])
    const { api } = createScripted([html(401)], { session })
    expect(await failureOf(api.cart.get())).toMatchObject({ code: 'bad_answer' })
    expect(session).toMatchObject({ renewed: 0, token: 'old' })
  })

  test('at signing in is the answer, not a reason to sign in', async () => {
    const session = createMemorySession(null, ['new'])
    const { api } = createScripted([problem('sign_in_refused', 401)], { session })
    expect(await failureOf(api.sessions.signIn('used'))).toMatchObject({ code: 'sign_in_refused' })
    expect(session.renewed).toBe(0)
  })
})

describe('a shopper who has no session', () => {
  test('browses without one, and nobody asks for it', async () => {
    const session = createMemorySession(null)
    const { api, requests } = createScripted([json({ blocks: [] })], { session })
    await api.home.get()
    expect(tokenOf(requests[0]!)).toBeUndefined()
    expect(session.renewed).toBe(0)
  })

  test('gets one on the first act that needs it, once for two acts at a time', async () => {
    const session = createMemorySession(null, ['new'])
    const { api, requests } = createScripted([accepting('new')], { session })
    await Promise.all([api.cart.get(), api.orders.list()])
    expect(requests.map(tokenOf)).toEqual(['Bearer new', 'Bearer new'])
    expect(session.renewed).toBe(1)
  })

  test.each([null, new Error('wx.login failed')])(
    'and cannot get one (%p) is told session_required',
    async (renewal) => {
      const { api, requests } = createScripted([json({})], { session: createMemorySession(null, [renewal]) })
      expect(await failureOf(api.cart.get())).toMatchObject({ code: 'session_required' })
      expect(requests).toHaveLength(0)
    },
  )

  test('hears why signing in failed', async () => {
    const { api } = createScripted([json({})], {
      session: createMemorySession(null, [new ApiError('account_blocked')]),
    })
    expect(await failureOf(api.cart.get())).toMatchObject({ code: 'account_blocked' })
  })

  test('is not kept waiting by a sign-in that never ends, and the next act tries anew', async () => {
    let asked = 0
    const session = {
      read: () => null,
      renew: () => {
        asked++
        return new Promise<never>(() => {})
      },
      forget() {},
    }
    const { api, clock } = createScripted([json({})], { session })
    for (const times of [1, 2]) {
      const failure = failureOf(api.cart.get())
      await clock.pass(30_000)
      expect(await failure).toMatchObject({ code: 'timeout' })
      expect(asked).toBe(times)
    }
  })

  test('leaves a sign-in to the others when only one of them gives up', async () => {
    let arrive = (_token: string) => {}
    const session = {
      read: () => null,
      renew: () => new Promise<string>((resolve) => (arrive = resolve)),
      forget() {},
    }
    const { api, requests } = createScripted([json({ ok: true })], { session })
    const { signal, abort } = createAborter()
    const left = failureOf(api.cart.get({ signal }))
    const stayed = api.cart.get()
    await settled()
    abort()
    expect(await left).toMatchObject({ code: 'aborted' })
    arrive('new')
    await stayed
    expect(requests.map(tokenOf)).toEqual(['Bearer new'])
  })
})

describe('signing out', () => {
  test('ends the session here at once and at the gateway', async () => {
    const session = createMemorySession('token-1')
    const { api, requests } = createScripted([{ status: 204, headers: {}, body: '' }], { session })
    const done = api.sessions.signOut()
    expect(session.token).toBeNull()
    expect(await done).toBeUndefined()
    expect(requests.map(tokenOf)).toEqual(['Bearer token-1'])
  })

  test('of nobody asks nothing', async () => {
    const session = createMemorySession(null, ['new'])
    const { api, requests } = createScripted([], { session })
    await api.sessions.signOut()
    expect(requests).toHaveLength(0)
    expect(session.renewed).toBe(0)
  })

  test('of a session that is dead already is done', async () => {
    const session = createMemorySession('old', ['new'])
    const { api } = createScripted([expired], { session })
    await api.sessions.signOut()
    expect(session).toMatchObject({ token: null, renewed: 0 })
  })
})
