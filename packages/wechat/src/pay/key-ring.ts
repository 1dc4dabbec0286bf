import type { KeyObject } from 'node:crypto'
import { WechatConfigError } from '../config-error'
import type { Clock } from '../exchange'
import { readCertificate, readPublicKey } from './keys'

/**
 * The keys WeChat Pay signs with. A new merchant has `publicKeys` only; an older one has platform `certificates`; during the
 * move from certificates to a public key (callbacks move over in 7 days) both are given.
 */
export interface VerificationOptions {
  /** From the merchant platform: id `PUB_KEY_ID_…` and its PEM. The first is the one asked for in requests. */
  publicKeys?: readonly { id: string; pem: string }[]
  /** Platform certificates as PEM, or `'download'`: fetched from `/v3/certificates` whenever an unknown serial turns up. */
  certificates?: readonly { pem: string }[] | 'download'
}

/** A platform certificate, checked to be readable and to bear the serial it is listed under. */
export interface PlatformCertificate {
  serial: string
  pem: string
  /** Epoch ms. */
  effectiveAt: number
  expiresAt: number
  publicKey: KeyObject
}

/** WeChat's keys held by this process, by serial. */
export interface KeyRing {
  /** What goes into a request's `Wechatpay-Serial`: asks for answers signed with the public key. Undefined in certificate mode. */
  readonly preferredSerial: string | undefined
  /** The key of `serial`, unless it is unknown or its certificate is not in force. */
  keyOf(serial: string): KeyObject | undefined
  add(certificates: readonly PlatformCertificate[]): void
}

/** Reads a certificate. The serial comes out of the certificate itself. Throws WechatConfigError naming `setting`. */
export function platformCertificate(setting: string, pem: string): PlatformCertificate {
  const certificate = readCertificate(setting, pem)
  return {
    serial: certificate.serialNumber,
    pem,
    effectiveAt: Date.parse(certificate.validFrom),
    expiresAt: Date.parse(certificate.validTo),
    publicKey: certificate.publicKey,
  }
}

/** @throws WechatConfigError when a key cannot be read, is in the wrong place, or there is none */
export function createKeyRing(options: VerificationOptions, merchantSerial: string, clock: Clock): KeyRing {
  const publicKeys = new Map<string, KeyObject>()
  const certificates = new Map<string, PlatformCertificate>()

  for (const [index, { id, pem }] of (options.publicKeys ?? []).entries()) {
    const setting = `verification.publicKeys[${index}]`
    if (!isPublicKeyId(id)) throw new WechatConfigError(`${setting}.id`, 'must start with PUB_KEY_ID_')
    publicKeys.set(id, readPublicKey(`${setting}.pem`, pem))
  }
  const given = options.certificates === 'download' ? [] : (options.certificates ?? [])
  for (const [index, { pem }] of given.entries()) {
    const setting = `verification.certificates[${index}].pem`
    const certificate = platformCertificate(setting, pem)
    if (sameSerial(certificate.serial, merchantSerial)) {
      throw new WechatConfigError(
        setting,
        "is the merchant's own certificate; WeChat Pay's platform certificate belongs here",
      )
    }
    certificates.set(normalSerial(certificate.serial), certificate)
  }
  if (publicKeys.size + certificates.size === 0 && options.certificates !== 'download') {
    throw new WechatConfigError(
      'verification',
      'needs publicKeys, certificates or both: an answer that cannot be checked is refused',
    )
  }

  return {
    preferredSerial: [...publicKeys.keys()][0],
    keyOf(serial) {
      if (isPublicKeyId(serial)) return publicKeys.get(serial)
      const certificate = certificates.get(normalSerial(serial))
      return certificate && inForce(certificate, clock()) ? certificate.publicKey : undefined
    },
    add(more) {
      for (const certificate of more) certificates.set(normalSerial(certificate.serial), certificate)
    },
  }
}

/** Whether `now` (epoch ms) lies within the certificate's validity. */
export function inForce({ effectiveAt, expiresAt }: PlatformCertificate, now: number): boolean {
  return effectiveAt <= now && now < expiresAt
}

export function isPublicKeyId(serial: string): boolean {
  return serial.startsWith('PUB_KEY_ID_')
}

export function sameSerial(one: string, other: string): boolean {
  return normalSerial(one) === normalSerial(other)
}

/** Serials are hexadecimal numbers, written with or without leading zeros and in either case. */
function normalSerial(serial: string): string {
  return serial.toUpperCase().replace(/^0+(?=.)/, '')
}
