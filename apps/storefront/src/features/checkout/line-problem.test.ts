import type { QuoteLine } from '@xiaopu/contract'
import { t } from '../../i18n'
import { lineProblem } from './line-problem'

const line = (status: QuoteLine['status'], available: number | null = 9) =>
  ({ skuId: 'mug', status, available }) as QuoteLine

test.each([
  ['can be bought', line('ok'), [], undefined],
  ['few are left, yet enough', line('low_stock', 2), [], undefined],
  ['too many asked for', line('insufficient', 2), [], '只剩 2 件'],
  ['sold out when the order was placed', line('ok'), [{ skuId: 'mug', status: 'sold_out', available: 0 }], '已售罄'],
  ['another line was refused', line('ok'), [{ skuId: 'tee', status: 'sold_out', available: 0 }], undefined],
  ['off sale', line('off_sale'), [], '已下架'],
  ['short by nobody knows how much', line('insufficient', null), [], '库存不足'],
] as const)('%s', (_what, quoted, refused, words) => expect(lineProblem(quoted, [...refused], t)).toBe(words))
