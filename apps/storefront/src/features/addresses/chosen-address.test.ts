import { bookWith } from './address-keys'
import { whereTo } from './chosen-address'

const at = (detail: string) => ({
  name: '张三',
  phone: '13800138000',
  province: '广东省',
  city: '深圳市',
  district: '南山区',
  detail,
  postalCode: null,
  nationalCode: null,
})
const home = { ...at('家'), id: 'home', isDefault: true }
const work = { ...at('公司'), id: 'work', isDefault: false }
const chosen = { id: 'work', address: at('公司') }
const elsewhere = { id: null, address: at('别处') }

test.each([
  ['nothing chosen, no book yet: that of last time', null, undefined, at('上次'), '上次'],
  ['nothing chosen: the default', null, [home, work], at('上次'), '家'],
  ['an empty book: that of last time', null, [], at('上次'), '上次'],
  ['nothing at all', null, [], null, undefined],
  ['chosen in the book', chosen, [home, work], null, '公司'],
  ['chosen, and changed in the book since', chosen, [home, { ...work, detail: '新公司' }], null, '新公司'],
  ['chosen, and taken out of the book: the default', chosen, [home], at('上次'), '家'],
  ['chosen, and the book is empty now: never that of last time', chosen, [], at('上次'), undefined],
  ['chosen, and the book does not answer', chosen, undefined, null, '公司'],
  ['chosen where the book does not know it', elsewhere, [home, work], null, '别处'],
])('%s', (_what, choice, book, lastTime, detail) =>
  expect(whereTo(choice, book, lastTime)?.address.detail).toBe(detail),
)

test('what goes to an order has no id', () => expect(whereTo(null, [home], null)?.address).toEqual(at('家')))

test.each([
  ['a new default takes the place of the old one', { ...work, isDefault: true }, ['公司 default', '家']],
  ['another goes behind the default', { ...at('别处'), id: 'new', isDefault: false }, ['家 default', '别处', '公司']],
])('in the book, %s', (_what, saved, order) =>
  expect(
    bookWith([home, work], saved).map(({ detail, isDefault }) => (isDefault ? `${detail} default` : detail)),
  ).toEqual(order),
)
