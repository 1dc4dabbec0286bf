import type { World } from '../world'
import { ServerApiError } from './errors'

/** `POST /wxa/business/getuserphonenumber`: a code of the phone-number button becomes the number, once. */
export function phoneNumber(world: World, body: Record<string, unknown>): Record<string, unknown> {
  if (typeof body.code !== 'string' || body.code === '') throw new ServerApiError(41008)
  const now = world.clock.now()
  const person = world.people.find(world.phoneCodes.redeem(body.code, now))
  if (!person) throw new ServerApiError(40029)
  return {
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: person.telNumber,
      purePhoneNumber: person.telNumber,
      countryCode: '86',
      watermark: { timestamp: Math.floor(now / 1000), appid: world.options.appid },
    },
  }
}
