import { t } from '../../i18n'
import '../../trade/sentences'
import { receiptWords } from './receipt-words'

const SERVER = '2026-03-01T00:00:00.000Z'

test.each([
  [null, null],
  ['2026-03-07T03:20:00.000Z', '还剩 6 天 3 小时 自动确认收货'],
  ['2026-03-01T03:20:59.000Z', '还剩 3 小时 20 分 自动确认收货'],
  ['2026-03-01T00:05:00.000Z', '还剩 5 分钟 自动确认收货'],
  ['2026-02-28T00:00:00.000Z', '即将自动确认收货'],
])('due at %s: %s', (receiptDueAt, words) => expect(receiptWords({ receiptDueAt, serverTime: SERVER }, t)).toBe(words))
