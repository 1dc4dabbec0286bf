import { sha256 } from '../../ids'

export function passwordHash(password: string): string {
  return sha256(`salt:${password}`)
}
