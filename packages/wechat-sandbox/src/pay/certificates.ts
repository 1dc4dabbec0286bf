import { beijingTime } from '../state/clock'
import type { World } from '../world'
import { encryptResource } from './encryption'

/** `GET /v3/certificates`: the platform certificate, encrypted with the APIv3 key. */
export function platformCertificates(world: World): Record<string, unknown> {
  const { platform, options } = world
  return {
    data: [
      {
        serial_no: platform.public.certificateSerial,
        effective_time: beijingTime(platform.certificateFrom),
        expire_time: beijingTime(platform.certificateUntil),
        encrypt_certificate: encryptResource(platform.public.certificatePem, options.merchant.apiV3Key, 'certificate'),
      },
    ],
  }
}
