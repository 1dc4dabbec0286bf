import type { OrderAction } from '@xiaopu/contract'
import { splitActions } from './split-actions'

const known = (action: string) => action !== 'fly'
const split = (...actions: string[]) => splitActions(actions as OrderAction[], known)

test.each([
  [split(), { shown: [], more: [], canDelete: false }],
  [split('pay', 'cancel'), { shown: ['pay', 'cancel'], more: [], canDelete: false }],
  [
    split('review', 'buy_again', 'request_fapiao', 'delete'),
    { shown: ['review', 'buy_again', 'request_fapiao'], more: [], canDelete: true },
  ],
  [
    split('confirm_receipt', 'review', 'buy_again', 'extend_receipt', 'request_fapiao'),
    { shown: ['confirm_receipt', 'review'], more: ['buy_again', 'extend_receipt', 'request_fapiao'], canDelete: false },
  ],
  [split('fly', 'pay'), { shown: ['pay'], more: [], canDelete: false }],
])('at most three buttons, deleting apart: %j', (is, expected) => expect(is).toEqual(expected))
