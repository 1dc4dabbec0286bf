import { createSign, type KeyObject } from 'node:crypto'

/**
 * A self-signed X.509 certificate, in DER written by hand: node:crypto reads certificates but cannot make one, and one
 * certificate with one fixed subject does not justify an ASN.1 library.
 */
export interface CertificateRequest {
  privateKey: KeyObject
  publicKey: KeyObject
  /** Upper-case hex, the form WeChat shows serial numbers in. */
  serial: string
  notBefore: number
  notAfter: number
  commonName: string
}

const SHA256_WITH_RSA = Buffer.from('300d06092a864886f70d01010b0500', 'hex')
const OID_COMMON_NAME = Buffer.from('0603550403', 'hex')
const VERSION_3 = Buffer.from('a003020102', 'hex')

export function selfSignedCertificatePem(request: CertificateRequest): string {
  const name = sequence(set(sequence(OID_COMMON_NAME, der(0x0c, Buffer.from(request.commonName, 'utf8')))))
  const unsigned = sequence(
    VERSION_3,
    integer(Buffer.from(request.serial, 'hex')),
    SHA256_WITH_RSA,
    name,
    sequence(generalizedTime(request.notBefore), generalizedTime(request.notAfter)),
    name,
    request.publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = createSign('RSA-SHA256').update(unsigned).sign(request.privateKey)
  const certificate = sequence(unsigned, SHA256_WITH_RSA, der(0x03, Buffer.concat([Buffer.from([0]), signature])))
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}

function der(tag: number, content: Buffer): Buffer {
  if (content.length < 0x80) return Buffer.concat([Buffer.from([tag, content.length]), content])
  const hex = content.length.toString(16)
  const length = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, content])
}

function sequence(...parts: Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts))
}

function set(...parts: Buffer[]): Buffer {
  return der(0x31, Buffer.concat(parts))
}

/** A leading 1 bit would make the number negative. */
function integer(bytes: Buffer): Buffer {
  return der(0x02, (bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes)
}

function generalizedTime(time: number): Buffer {
  const text = `${new Date(time).toISOString().replace(/\D/g, '').slice(0, 14)}Z`
  return der(0x18, Buffer.from(text, 'ascii'))
}
