import { nonce } from '../state/ids'
import { ServerApiError } from './errors'

const CODE_LIFE_MS = 5 * 60_000

interface IssuedCode {
  personId: string
  issuedAt: number
  used: boolean
}

/** Codes a phone hands to the merchant: one use, five minutes. Login codes and phone-number codes are two pools. */
export class CodePool {
  private readonly codes = new Map<string, IssuedCode>()

  issue(personId: string, now: number): string {
    const code = nonce(32)
    this.codes.set(code, { personId, issuedAt: now, used: false })
    return code
  }

  /** @throws ServerApiError 40029 unknown or too old, 40163 already used. */
  redeem(code: string, now: number): string {
    const issued = this.codes.get(code)
    if (!issued) throw new ServerApiError(40029)
    if (issued.used) throw new ServerApiError(40163)
    if (now - issued.issuedAt >= CODE_LIFE_MS) throw new ServerApiError(40029)
    issued.used = true
    return issued.personId
  }

  clear(): void {
    this.codes.clear()
  }
}
