import { createPrivateKey, createPublicKey, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { digits } from '../state/ids'
import { selfSignedCertificatePem } from './x509'

/** The platform's keys; each absent part is generated. PEMs are PKCS#8 and X.509. */
export interface PlatformIdentityOptions {
  /** `PUB_KEY_ID_…` */
  publicKeyId?: string
  privateKeyPem?: string
  /** Upper-case hex. Give it together with `certificatePrivateKeyPem`, or leave both to be made. */
  certificateSerial?: string
  certificatePrivateKeyPem?: string
}

/** What a merchant may know of the platform. */
export interface PublicPlatformIdentity {
  publicKeyId: string
  publicKeyPem: string
  certificateSerial: string
  certificatePem: string
}

const FIVE_YEARS_MS = 5 * 365 * 86_400_000

/**
 * The two ways WeChat Pay signs: with the key behind a `PUB_KEY_ID_…` and with the key of a platform certificate. They
 * are different keys, so that a client that mixes them up fails here as it would there.
 */
export class PlatformIdentity {
  readonly public: PublicPlatformIdentity
  readonly certificateFrom: number
  readonly certificateUntil: number
  private readonly keys: Record<string, KeyObject>
  private impostor: KeyObject | undefined

  constructor(options: PlatformIdentityOptions, now: number) {
    const key = readOrGenerate(options.privateKeyPem)
    const certificateKey = readOrGenerate(options.certificatePrivateKeyPem)
    const publicKeyId = options.publicKeyId ?? `PUB_KEY_ID_01${digits(20)}`
    const certificateSerial = options.certificateSerial ?? newSerial()
    this.certificateFrom = now - 86_400_000
    this.certificateUntil = this.certificateFrom + FIVE_YEARS_MS
    this.keys = { [publicKeyId]: key, [certificateSerial]: certificateKey }
    this.public = {
      publicKeyId,
      publicKeyPem: createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString(),
      certificateSerial,
      certificatePem: selfSignedCertificatePem({
        privateKey: certificateKey,
        publicKey: createPublicKey(certificateKey),
        serial: certificateSerial,
        notBefore: this.certificateFrom,
        notAfter: this.certificateUntil,
        commonName: 'WeChat Pay Sandbox Platform',
      }),
    }
  }

  owns(serial: string): boolean {
    return serial in this.keys
  }

  /** Base64 RSASSA-PKCS1-v1_5/SHA-256 with the key named `serial`. */
  sign(message: string, serial: string): string {
    return this.signWith(this.keys[serial]!, message)
  }

  /** A signature that looks right and was made with a key that is not the platform's. */
  forge(message: string): string {
    this.impostor ??= generateKey()
    return this.signWith(this.impostor, message)
  }

  private signWith(key: KeyObject, message: string): string {
    return createSign('RSA-SHA256').update(message).sign(key, 'base64')
  }
}

function generateKey(): KeyObject {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
}

function readOrGenerate(pem?: string): KeyObject {
  return pem === undefined ? generateKey() : createPrivateKey(pem)
}

/** 40 hex digits with the top bit clear: exactly the number the certificate carries. */
function newSerial(): string {
  const hex = BigInt(`1${digits(46)}`)
    .toString(16)
    .toUpperCase()
    .padStart(40, '0')
  return `5${hex.slice(-39)}`
}
