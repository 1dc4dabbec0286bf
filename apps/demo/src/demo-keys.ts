import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** What a merchant gets from WeChat, made up for one demo shop. Never good for anything outside this machine. */
export interface DemoKeys {
  appid: string
  secret: string
  mchid: string
  merchantSerial: string
  merchantPrivateKey: string
  merchantPublicKey: string
  apiV3Key: string
  /** Of the message push; a demo made before there was one gets it at its next start. */
  push: { token: string; encodingAesKey: string }
  platform: { publicKeyId: string; privateKeyPem: string; publicKeyPem: string }
}

/** The keys of this demo shop: made at the first start, the same at the next, so that unfinished payments go on. */
export function demoKeys(file: string): DemoKeys {
  if (existsSync(file)) {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as DemoKeys
    if (!kept.push) keep(file, Object.assign(kept, { push: pushKeys() }))
    return kept
  }
  const merchant = rsaKeyPair()
  const platform = rsaKeyPair()
  const keys: DemoKeys = {
    appid: `wx${randomBytes(8).toString('hex')}`,
    secret: randomBytes(16).toString('hex'),
    mchid: '1900000109',
    merchantSerial: fingerprint(merchant.publicKey),
    merchantPrivateKey: merchant.privateKey,
    merchantPublicKey: merchant.publicKey,
    apiV3Key: randomBytes(16).toString('hex'),
    push: pushKeys(),
    platform: {
      publicKeyId: `PUB_KEY_ID_${randomBytes(16).toString('hex').toUpperCase()}`,
      privateKeyPem: platform.privateKey,
      publicKeyPem: platform.publicKey,
    },
  }
  keep(file, keys)
  return keys
}

function keep(file: string, keys: DemoKeys): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 })
}

/** EncodingAESKey: 43 letters and digits; the last one of `A` leaves no bits over. */
const pushKeys = () => ({
  token: randomBytes(12).toString('hex'),
  encodingAesKey: `${randomBytes(21).toString('hex')}A`,
})

const rsaKeyPair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })

/** A merchant certificate's serial number is 40 hexadecimal digits. */
const fingerprint = (pem: string) => createHash('sha1').update(pem).digest('hex').toUpperCase()
