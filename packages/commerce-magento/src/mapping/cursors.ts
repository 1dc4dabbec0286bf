/** A place in a list, as opaque text. */
export function encodeCursor(place: (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** The members of a cursor, or null for anything this back end did not make: the list then starts from the top. */
export function decodeCursor<const Shape extends readonly ('string' | 'number')[]>(
  cursor: string | undefined,
  shape: Shape,
): { [Index in keyof Shape]: Shape[Index] extends 'string' ? string : number } | null {
  if (cursor === undefined) return null
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (!Array.isArray(place) || place.length !== shape.length) return null
    const fits = shape.every((type, index) => {
      const member: unknown = place[index]
      return type === 'number' ? Number.isSafeInteger(member) && Number(member) >= 0 : typeof member === 'string'
    })
    // biome-ignore lint/suspicious/noExplicitAny: its members have just been looked at, one by one.
    return fits && !JSON.stringify(place).includes('\\u0000') ? (place as any) : null
  } catch {
    return null
  }
}
