import { join } from 'node:path'
import { compiled } from './build'
import { expectNoComplaints } from './complaints'
import { MiniProgram } from './mini-program/app'
import { enter, tap, type } from './person/hands'
import { cancelled, inTurn, ok } from './phone/answers'
import { Phone } from './phone/phone'
import { Realm } from './phone/realm'
import { createWx, type Navigation } from './phone/wx'

const root = join(import.meta.dirname, 'fixture')
let phone: Phone
let app: MiniProgram
beforeEach(() => {
  phone = new Phone()
  app = new MiniProgram(root, phone, 'https://gateway.test')
})
afterEach(() => app.close())

describe('what would die on a phone dies here', () => {
  const { typeOf, plain, compile } = new Realm({}).require(join(root, 'what-is-here')) as {
    typeOf(name: string): string
    plain(): unknown
    compile(): unknown
  }

  test.each(['window', 'document', 'navigator', 'location', 'localStorage', 'XMLHttpRequest', 'fetch', 'URL'])(
    'there is no %s',
    (name) => expect(typeOf(name)).toBe('undefined'),
  )
  test.each(['URLSearchParams', 'AbortController', 'TextEncoder', 'structuredClone', 'process', 'Buffer', 'Intl'])(
    'there is no %s either',
    (name) => expect(typeOf(name)).toBe('undefined'),
  )
  test.each(['Promise', 'Map', 'JSON', 'Proxy', 'Symbol'])('there is %s', (name) =>
    expect(typeOf(name)).not.toBe('undefined'),
  )
  test('code cannot be made of text', () => expect(compile).toThrow('Code generation from strings disallowed'))
  test('its objects are of a realm of its own', () => expect(plain()).not.toBeInstanceOf(Array))
  test('a page that reaches for the document does not open', async () => {
    await expect(app.open('/pages/browser/browser')).rejects.toThrow('document is not defined')
  })
})

test('a template that nobody wrote fails the test', async () => {
  await app.open('/pages/broken/broken')
  expect(expectNoComplaints).toThrow(/WXMLRT.*nobody-wrote-it.* not found/)
})

test('a tap bubbles', async () => {
  const page = await app.open('/pages/tidy/tidy')
  await tap(page.getByText('inner'))
  page.getByText('taps 1, name')
})

test('nobody can tap what is disabled, gone or on a page below', async () => {
  const page = await app.open('/pages/tidy/tidy')
  const button = page.getByRole('button', { name: 'buy' })
  await expect(tap(button)).rejects.toThrow('“buy” is disabled')
  const inner = page.getByText('inner')
  await app.open('/pages/tidy/tidy')
  await expect(tap(inner)).rejects.toThrow('“inner” is on a page below')
  app.close()
  await expect(tap(inner)).rejects.toThrow('“inner” is not on the screen any more')
})

test('a person finds things by role, label, placeholder and text, and types', async () => {
  const page = await app.open('/pages/tidy/tidy?name=Wang')
  page.getByRole('button', { name: 'outer' })
  page.getByText('taps 0, name Wang')
  const field = page.getByPlaceholderText('your name')
  await type(field, 'Li')
  await enter(field)
  page.getByText('taps 0, name Li')
})

test('what the phone answers can change between two questions', async () => {
  phone.chooseAddress = inTurn(cancelled(), ok({ userName: '张三' }))
  const page = await app.open('/pages/tidy/tidy')
  await tap(page.getByText('choose'))
  await page.findByText('chooseAddress:fail cancel')
  await tap(page.getByText('choose'))
  await page.findByText('张三')
  expect(phone.callsOf('chooseAddress')).toHaveLength(2)
})

test('who stops listening stops alone; all do when nobody is named, as WeChat has it', () => {
  const wx = createWx(phone, {} as Navigation, (value) => value) as unknown as Record<
    string,
    (listener?: () => void) => void
  >
  const heard: string[] = []
  const [cart, list] = [() => heard.push('cart'), () => heard.push('list')]
  wx.onAppShow!(cart)
  wx.onAppShow!(list)
  wx.offAppShow!(cart)
  phone.tell('appShow', {})
  wx.offAppShow!()
  phone.tell('appShow', {})
  expect(heard).toEqual(['list'])
})

test('a tab keeps what is on it, and shows it again', async () => {
  const tab = await app.open('/pages/tab/tab')
  await app.open('/pages/tidy/tidy')
  await app.open('/pages/next/next')
  const again = await app.open('/pages/tab/tab')
  expect(again).toBe(tab)
  tab.getByText('a tab, shown 2')
})

test('WeChat refuses an eleventh page, a tab on a page, and a page there is not', async () => {
  for (let page = 0; page < 10; page++) await app.open('/pages/tidy/tidy')
  expect(() => app.stack.navigateTo('/pages/tidy/tidy')).toThrow('webview count limit exceed')
  expect(() => app.stack.navigateTo('/pages/tab/tab')).toThrow('can not navigateTo a tabbar page')
  expect(() => app.stack.navigateTo('/pages/none')).toThrow('page "pages/none" is not found')
})

test('an output nobody has built names the command that builds it', () => {
  expect(() => compiled('qa', '/nowhere')).toThrow('pnpm --filter @xiaopu/storefront build:qa')
})
