/** What the doctor says of one thing, in plain words; `change` is what to do about it. */
export interface Finding {
  level: 'ok' | 'warn' | 'fail'
  about: string
  says: string
  change: string | null
}

export const ok = (about: string, says: string): Finding => ({ level: 'ok', about, says, change: null })
export const warn = (about: string, says: string, change: string): Finding => ({ level: 'warn', about, says, change })
export const fail = (about: string, says: string, change: string): Finding => ({ level: 'fail', about, says, change })
