/** A place in a list, as opaque text. */
export function encodeCursor(place: (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

type Place<Shape extends readonly ('string' | 'number')[]> = {
  [Index in keyof Shape]: Shape[Index] extends 'string' ? string : number
}

/**
 * The place a cursor names, or null for anything this back end did not make: the list then starts from the top.
 * `shape` is what the place must look like, one type per member.
 */
export function decodeCursor<const Shape extends readonly ('string' | 'number')[]>(
  cursor: string | undefined,
  shape: Shape,
): Place<Shape> | null {
  if (cursor === undefined) return null
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (!Array.isArray(place) || place.length !== shape.length) return null
    const fits = shape.every((type, index) =>
      type === 'number'
        ? Number.isSafeInteger(place[index])
        : typeof place[index] === 'string' && !place[index].includes('\0'),
    )
    return fits ? (place as unknown as Place<Shape>) : null
  } catch {
    return null
  }
}
