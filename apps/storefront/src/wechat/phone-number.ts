import { type Answer, refusalOf } from './answer'

/** What the phone button's event brings. */
export interface PhoneNumberEvent {
  code?: string
  errMsg?: string
  errno?: number
}

/** The code the gateway turns into the number: single use, five minutes. Without one, why not. */
export const phoneCodeOf = (detail: PhoneNumberEvent): Answer<string> =>
  detail.code ? { status: 'ok', value: detail.code } : refusalOf(detail)
