import type { AfterSale } from '@xiaopu/contract'
import { t } from '../../i18n'
import { moneyOf, stateHint } from './after-sale-words'

type Valued = Parameters<typeof moneyOf>[0]
const valued = (changed: Partial<Valued>): Valued => ({
  open: true,
  asked: 128_00,
  granted: null,
  refund: null,
  ...changed,
})

test.each([
  [{}, 128_00],
  [{ granted: 100_00 }, 100_00],
  [{ granted: 100_00, refund: { amount: 100_00, state: 'on_its_way' } }, 100_00],
  [{ open: false, granted: 100_00, refund: { amount: 100_00, state: 'done' } }, 100_00],
  // Refused or withdrawn: what was asked does not come.
  [{ open: false }, null],
  [{ asked: 0 }, null],
  // An exchange of which none was left.
  [{ asked: 0, refund: { amount: 128_00, state: 'on_its_way' } }, 128_00],
] as const)('%j: %p fen go back', (changed, fen) => {
  expect(moneyOf(valued(changed))).toBe(fen)
})

type Hinted = Parameters<typeof stateHint>[0]
const at = (state: AfterSale['state'], changed: Partial<Hinted> = {}) =>
  stateHint({ kind: 'return', state, returnBy: null, refund: null, insteadOfExchange: false, ...changed }, t)

test.each([
  [at('awaiting_return'), '请寄回商品，再填上运单号'],
  [at('awaiting_return', { returnBy: '2026-11-30T02:11:00.000Z' }), '请在 2026-11-30 10:11 前寄回，再填上运单号'],
  [
    at('awaiting_return', { returnBy: '2026-11-30T02:11:00.000Z', insteadOfExchange: true }),
    '没有货可换了，店家改为退货退款。请在 2026-11-30 10:11 前寄回；不想退可以撤销',
  ],
  [at('closed'), '这笔订单的钱已经全部退回，这次售后就关闭了'],
  [at('returning'), '店家收到后，就把钱退给你'],
  [at('returning', { kind: 'exchange' }), '店家收到后，就寄出新的'],
  [at('refunding', { refund: { amount: 1, state: 'on_its_way' } }), '款项会原路退回，零钱很快，银行卡要一到三天'],
  [at('refunding', { refund: { amount: 1, state: 'delayed' } }), '退款遇到了问题，店家正在处理，也可以联系客服'],
])('%s', (hint, sentence) => {
  expect(hint).toBe(sentence)
})
