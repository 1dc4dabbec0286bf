import { createHash } from 'node:crypto'
import { secretId } from '../../ids'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** As Magento keeps it: `hash:salt:version`. Version 1 is SHA-256 over salt and password. */
export function passwordHash(password: string): string {
  const salt = secretId()
  return `${sha256(`${salt}${password}`)}:${salt}:1`
}

/** Of a hash that was made here, or was put through REST. No other version is modelled: nobody can log in by it. */
export function isPassword(password: string, kept: string): boolean {
  const [hash, salt, version] = kept.split(':')
  return version === '1' && hash === sha256(`${salt}${password}`)
}
