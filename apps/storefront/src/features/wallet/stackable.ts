import type { Translate } from '../../i18n'

/** Whether other coupons may be used with it, on one order. */
export const stackableWords = (stackable: boolean, t: Translate) => t(stackable ? 'wallet.stackable' : 'wallet.alone')
