import { WechatConfigError } from '../config-error'
import type { Clock } from '../exchange'
import { singleFlight } from '../single-flight'
import { openSealed } from './cipher'
import {
  inForce,
  isPublicKeyId,
  type KeyRing,
  type PlatformCertificate,
  platformCertificate,
  sameSerial,
} from './key-ring'
import { type PayWire, sendSigned } from './transport'
import { type KeyLookup, SignatureRefused } from './verification'
import { parseWire, WireError, wireObject, wireText } from './wire'

/** Forged serials must not make us ask WeChat over and over. */
const DOWNLOADS_APART_MS = 10_000

/**
 * Downloads WeChat Pay's platform certificates, opens them with the APIv3 key and adds them to the ring. What opens was sealed by
 * someone who knows that key, so the answer's own signature may then be checked with the certificates it brought.
 *
 * @throws WechatPayError
 */
export async function downloadCertificates(
  wire: PayWire,
  apiV3Key: Buffer,
  ring: KeyRing,
): Promise<PlatformCertificate[]> {
  let opened: PlatformCertificate[] = []
  const keysFor = (body: Buffer): KeyLookup => {
    opened = openCertificates(apiV3Key, body)
    const usable = opened.filter((certificate) => inForce(certificate, wire.clock()))
    return (serial) =>
      usable.find((certificate) => sameSerial(certificate.serial, serial))?.publicKey ?? ring.keyOf(serial)
  }
  await sendSigned(wire, { method: 'GET', path: '/v3/certificates', keysFor, repeatable: true })
  ring.add(opened)
  return opened
}

/** The ring's keys, and with `download` those of an unknown certificate serial too: asked for at most every 10 s. */
export function createKeyFinder(
  ring: KeyRing,
  download: (() => Promise<unknown>) | undefined,
  clock: Clock,
): KeyLookup {
  let lastDownloadAt = Number.NEGATIVE_INFINITY
  const refresh =
    download &&
    singleFlight(async () => {
      if (clock() - lastDownloadAt < DOWNLOADS_APART_MS) return
      lastDownloadAt = clock()
      await download()
    })
  return async (serial) => {
    const known = ring.keyOf(serial)
    if (known || !refresh || isPublicKeyId(serial)) return known
    await refresh()
    return ring.keyOf(serial)
  }
}

function openCertificates(apiV3Key: Buffer, body: Buffer): PlatformCertificate[] {
  try {
    const { data } = parseWire(body.toString('utf8'))
    if (!Array.isArray(data)) throw new WireError('data is not a list')
    return data.map((entry) => openCertificate(apiV3Key, entry))
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    throw new SignatureRefused('signature', `the list of certificates is malformed: ${error.message}`, { cause: error })
  }
}

function openCertificate(apiV3Key: Buffer, entry: unknown): PlatformCertificate {
  const wire = wireObject({ entry }, 'entry')
  const sealed = wireObject(wire, 'encrypt_certificate')
  const serial = wireText(wire, 'serial_no')
  const certificate = unseal(serial, apiV3Key, {
    ciphertext: wireText(sealed, 'ciphertext'),
    nonce: wireText(sealed, 'nonce'),
    associatedData: typeof sealed.associated_data === 'string' ? sealed.associated_data : '',
  })
  if (!sameSerial(certificate.serial, serial)) {
    throw new SignatureRefused(
      'signature',
      `the certificate listed as ${serial} bears the serial ${certificate.serial}`,
    )
  }
  return certificate
}

function unseal(serial: string, apiV3Key: Buffer, sealed: Parameters<typeof openSealed>[1]): PlatformCertificate {
  let pem: string
  try {
    pem = openSealed(apiV3Key, sealed)
  } catch (cause) {
    throw new SignatureRefused('signature', `certificate ${serial} does not open: is apiV3Key this merchant's?`, {
      cause,
    })
  }
  try {
    return platformCertificate(`certificate ${serial}`, pem)
  } catch (cause) {
    if (!(cause instanceof WechatConfigError)) throw cause
    throw new SignatureRefused('signature', cause.message, { cause })
  }
}
