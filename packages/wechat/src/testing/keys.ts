import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/** A key pair made for this run; no key is ever committed. */
export interface TestKeys {
  publicKey: KeyObject
  privateKey: KeyObject
  publicPem: string
  privatePem: string
}

export function generateKeys(): TestKeys {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    publicKey,
    privateKey,
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }) as string,
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  }
}

/** A self-signed certificate (X.509 v3, DER by hand: Node reads certificates but does not make them). */
export function selfSignedCertificate(keys: TestKeys, serial: string, from: Date, until: Date): string {
  const algorithm = sequence(Buffer.from('06092a864886f70d01010b', 'hex'), Buffer.from('0500', 'hex'))
  const commonName = sequence(Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from('Test platform')))
  const name = sequence(der(0x31, commonName))
  const toBeSigned = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from(serial, 'hex')),
    algorithm,
    name,
    sequence(generalizedTime(from), generalizedTime(until)),
    name,
    keys.publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = sign('sha256', toBeSigned, keys.privateKey)
  const certificate = sequence(toBeSigned, algorithm, der(0x03, Buffer.concat([Buffer.from([0]), signature])))
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

function der(tag: number, content: Buffer): Buffer {
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

function sequence(...parts: Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts))
}

function generalizedTime(instant: Date): Buffer {
  return der(0x18, Buffer.from(`${instant.toISOString().replace(/\D/g, '').slice(0, 14)}Z`))
}
