import { WechatApiError } from './errors'
import type { ApiAnswer } from './request'

const PATH = '/wxa/business/getuserphonenumber'

export interface PhoneNumber {
  /** Without country code: `13800138000`. */
  number: string
  /** `86` */
  countryCode: string
}

/**
 * The number behind a code of `<button open-type="getPhoneNumber">` (single use, 5 min, another pool than login codes).
 *
 * Never tried twice by itself: the first attempt may have used the code up, and each success is paid for.
 *
 * @throws WechatApiError kind `invalid-code` (40029), `code-used` (40163), `rate-limited` (45011), `credential`, `system`, `network`, `timeout`
 */
export async function readPhoneNumber(
  call: (path: string, body: unknown) => Promise<ApiAnswer>,
  code: string,
): Promise<PhoneNumber> {
  if (code === '') throw new WechatApiError({ kind: 'invalid-code', path: PATH, message: 'the code is empty' })
  const { phone_info } = (await call(PATH, { code })) as {
    phone_info?: { purePhoneNumber?: unknown; countryCode?: unknown }
  }
  // countryCode is a string in the documentation's table and a number in its sample.
  const [number, countryCode] = [phone_info?.purePhoneNumber, phone_info?.countryCode].map((part) => String(part ?? ''))
  if (!/^\d{4,20}$/.test(number!) || !/^\d{1,4}$/.test(countryCode!)) {
    throw new WechatApiError({ kind: 'system', path: PATH, httpStatus: 200, message: 'no phone number in the answer' })
  }
  return { number: number!, countryCode: countryCode! }
}
