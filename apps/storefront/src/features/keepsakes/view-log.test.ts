import type { Picture } from '@xiaopu/contract'
import { LOG_LENGTH, nameOf, readLog, untold, type ViewLog, withTold, withView } from './view-log'

const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 8, minute)).toISOString()
const product = (id: string, name = id) => ({ id, name, picture: null as Picture | null })
const logOf = (...ids: string[]) =>
  [...ids].reverse().reduce<ViewLog>((log, id, minute) => withView(log, product(id), at(minute), 'zh-CN'), [])
const ids = (log: ViewLog) => log.map(({ id }) => id)

test('the last look comes first, and a product stands there once', () => {
  expect(ids(withView(logOf('mug', 'tee', 'lamp'), product('lamp'), at(9), 'zh-CN'))).toEqual(['lamp', 'mug', 'tee'])
})

test('the oldest makes room', () => {
  const full = logOf(...Array.from({ length: LOG_LENGTH }, (_, place) => `p${place}`))
  const after = withView(full, product('new'), at(59), 'zh-CN')
  expect([after.length, after[0]?.id, ids(after).includes(`p${LOG_LENGTH - 1}`)]).toEqual([LOG_LENGTH, 'new', false])
})

test('what was told is not told again; what was looked at again meanwhile is', () => {
  const log = logOf('mug', 'tee')
  const views = untold(log)
  expect(views).toEqual([
    { productId: 'mug', at: at(1) },
    { productId: 'tee', at: at(0) },
  ])
  const again = withView(log, product('tee'), at(7), 'zh-CN')
  expect(untold(withTold(again, views))).toEqual([{ productId: 'tee', at: at(7) }])
})

test('a product is called as the shopper reads, else as it was seen', () => {
  const [seen] = withView(logOf('茶杯'), product('茶杯', 'Cup'), at(1), 'en')
  expect([nameOf(seen!, 'zh-CN'), nameOf(seen!, 'en')]).toEqual(['茶杯', 'Cup'])
  const [once] = logOf('茶壶')
  expect(nameOf(once!, 'en')).toBe('茶壶')
})

test.each([[undefined], ['mug'], [{}], [[{ id: 'mug' }, null, 7, { id: 'tee', at: 'yesterday', names: {} }]]])(
  '%p on the phone is nothing looked at',
  (kept) => expect(readLog(kept)).toEqual([]),
)
