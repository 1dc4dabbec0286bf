export { pause } from './pause'
export { askUntilKnown, QUESTION_PAUSES, settlePayment, verdictOf } from './settle-payment'
export { type PaymentEnd, usePayment } from './use-payment'
