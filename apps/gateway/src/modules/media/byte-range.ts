/** The first and the last byte asked for, both included. */
export interface ByteRange {
  from: number
  to: number
}

/**
 * What a `Range` header asks of so many bytes (RFC 9110, 14.1.2). `whole`: no range, several, or one that is not
 * understood, all of which may be answered with everything; `nothing`: it begins behind the end (416).
 */
export function byteRange(header: string | undefined, bytes: number): ByteRange | 'whole' | 'nothing' {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? []
  if (first === '' && last === '') return 'whole'
  if (first === '') {
    const tail = Math.min(Number(last), bytes)
    return tail === 0 ? 'nothing' : { from: bytes - tail, to: bytes - 1 }
  }
  const from = Number(first)
  const to = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1)
  if (from >= bytes) return 'nothing'
  return from > to ? 'whole' : { from, to }
}
