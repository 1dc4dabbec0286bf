import type { QuoteLine } from '@xiaopu/contract'
import { t } from '../../i18n'
import { lineProblem } from './line-problem'

const line = (status: QuoteLine['status'], available: number | null = 9) => ({ status, available })

test.each([
  ['can be bought', line('ok'), undefined],
  ['few are left, yet enough', line('low_stock', 2), undefined],
  ['too many asked for', line('insufficient', 2), '只剩 2 件'],
  ['sold out', line('sold_out', 0), '已售罄'],
  ['off sale', line('off_sale'), '已下架'],
  ['short by nobody knows how much', line('insufficient', null), '库存不足'],
] as const)('%s', (_what, quoted, words) => expect(lineProblem(quoted, t)).toBe(words))
