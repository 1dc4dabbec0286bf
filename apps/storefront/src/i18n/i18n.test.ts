import { phone } from '../testing/taro'
import { remembered } from '../wechat/storage'
import { format } from './format'
import { setLocale, t } from './index'
import { messages } from './messages/all'

type Table = Record<string, string | { one: string; other: string }>
const features = Object.entries(messages) as [string, { zhCN: Table; en: Table }][]
const forms = (sentence: Table[string]) => (typeof sentence === 'string' ? [sentence] : [sentence.one, sentence.other])
const namesIn = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g))].sort()

afterEach(() => {
  phone.wipe()
  setLocale('zh-CN')
})

test.each(features)('%s says the same things in both languages', (_feature, { zhCN, en }) => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zhCN).sort())
})

test.each(features)(
  '%s has no empty sentence, and names the same parameters in both languages',
  (_feature, { zhCN, en }) => {
    for (const [key, chinese] of Object.entries(zhCN)) {
      const english = forms(en[key]!)
      expect([...forms(chinese), ...english].every((form) => form.trim() !== '')).toBe(true)
      // The form for one may leave the number out: "1 item" or "an item".
      expect(namesIn(english.at(-1)!)).toEqual(namesIn(forms(chinese)[0]!))
    }
  },
)

test('a sentence is filled with its parameters', () => {
  expect(t('ui.quantityOf', { name: '茶杯' })).toBe('茶杯的数量')
})

test('an English plural follows count', () => {
  const items = { one: '{count} item', other: '{count} items' }
  expect([0, 1, 2].map((count) => format(items, { count }))).toEqual(['0 items', '1 item', '2 items'])
})

test('a parameter nobody gave stays visible', () => {
  expect(format('{name}的数量')).toBe('{name}的数量')
})

test('a chosen language is used at once and remembered', () => {
  setLocale('en')
  expect(t('common.tabCart')).toBe('Cart')
  expect(remembered('locale')).toBe('en')
})
