import Taro from '@tarojs/taro'
import { phone } from '../testing/taro'
import { createSessionSource, isSignedIn } from './session'

const soon = '2026-01-01T00:00:10.000Z'
const at = (time: string) => () => Date.parse(time)
beforeEach(() => phone.wipe())

test('a session outlives the app being closed', async () => {
  const signIn = jest.fn(async () => ({ token: 't1', expiresAt: soon }))
  const now = at('2026-01-01T00:00:00.000Z')
  expect(await createSessionSource(signIn, now).renew()).toBe('t1')
  expect(createSessionSource(signIn, now).read()).toBe('t1')
})

test('a session that has run out is none', async () => {
  await createSessionSource(async () => ({ token: 't1', expiresAt: soon })).renew()
  expect(createSessionSource(async () => null, at(soon)).read()).toBeNull()
})

test('without a code from WeChat there is no session', async () => {
  const source = createSessionSource(async () => null)
  expect([await source.renew(), source.read()]).toEqual([null, null])
})

test('a forgotten session stays forgotten', async () => {
  const now = at('2026-01-01T00:00:00.000Z')
  const source = createSessionSource(async () => ({ token: 't1', expiresAt: soon }), now)
  await source.renew()
  source.forget()
  expect([source.read(), createSessionSource(async () => null, now).read()]).toEqual([null, null])
})

test('a phone that is full is signed in until it is closed', async () => {
  jest.mocked(Taro.setStorageSync).mockImplementationOnce(() => {
    throw new Error('setStorageSync:fail exceed storage max size')
  })
  const source = createSessionSource(async () => ({ token: 't1', expiresAt: soon }), at('2026-01-01T00:00:00.000Z'))
  await source.renew()
  expect([source.read(), isSignedIn()]).toEqual(['t1', true])
  source.forget()
  expect(isSignedIn()).toBe(false)
})
