import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto'
import { WechatConfigError } from '../config-error'

/** Reads the merchant's RSA private key (`apiclient_key.pem`). */
export function readPrivateKey(setting: string, pem: string): KeyObject {
  return readRsaKey(setting, pem, 'a PEM private key ("-----BEGIN PRIVATE KEY-----")', createPrivateKey)
}

/** Reads WeChat Pay's RSA public key (`pub_key.pem`). */
export function readPublicKey(setting: string, pem: string): KeyObject {
  // createPublicKey would quietly derive a public key from a private one: the merchant's own, put in the wrong place.
  if (pem.includes('PRIVATE KEY'))
    throw new WechatConfigError(setting, "is a private key; WeChat Pay's public key belongs here")
  return readRsaKey(setting, pem, 'a PEM public key ("-----BEGIN PUBLIC KEY-----")', createPublicKey)
}

/** Reads a platform certificate. */
export function readCertificate(setting: string, pem: string): X509Certificate {
  try {
    return new X509Certificate(unfolded(pem))
  } catch (cause) {
    throw new WechatConfigError(setting, 'is not a PEM certificate ("-----BEGIN CERTIFICATE-----")', { cause })
  }
}

function readRsaKey(setting: string, pem: string, wanted: string, read: (pem: string) => KeyObject): KeyObject {
  let key: KeyObject
  try {
    key = read(unfolded(pem))
  } catch (cause) {
    throw new WechatConfigError(setting, `is not ${wanted}`, { cause })
  }
  if (key.asymmetricKeyType !== 'rsa')
    throw new WechatConfigError(setting, `must be an RSA key, is ${key.asymmetricKeyType}`)
  return key
}

/** Environment variables often carry a PEM on one line, its line ends written as `\n`. */
function unfolded(pem: string): string {
  return pem.replaceAll('\\n', '\n')
}
