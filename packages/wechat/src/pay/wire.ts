/** A field WeChat's published shape promises is not there, or is something else. */
export class WireError extends Error {
  override readonly name = 'WireError'
}

export type WireObject = Record<string, unknown>

/** Parses a JSON text that must be an object. */
export function parseWire(json: string): WireObject {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new WireError('not JSON')
  }
  if (!isObject(value)) throw new WireError('not a JSON object')
  return value
}

export function wireObject(source: WireObject, field: string): WireObject {
  const value = source[field]
  if (!isObject(value)) throw new WireError(`${field} is not an object`)
  return value
}

export function optionalWireObject(source: WireObject, field: string): WireObject | undefined {
  return source[field] === undefined || source[field] === null ? undefined : wireObject(source, field)
}

export function wireText(source: WireObject, field: string): string {
  const value = optionalWireText(source, field)
  if (value === undefined) throw new WireError(`${field} is missing`)
  return value
}

/** WeChat writes "nothing" as an absent field and as an empty text. */
export function optionalWireText(source: WireObject, field: string): string | undefined {
  const value = source[field]
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'string') throw new WireError(`${field} is not a text`)
  return value
}

/** An amount in fen: an integer, 0 or more. */
export function wireFen(source: WireObject, field: string): number {
  const value = optionalWireFen(source, field)
  if (value === undefined) throw new WireError(`${field} is missing`)
  return value
}

export function optionalWireFen(source: WireObject, field: string): number | undefined {
  const value = source[field]
  if (value === undefined || value === null) return undefined
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw new WireError(`${field} is not an amount in fen`)
  return value as number
}

export function wireOneOf<T extends string>(source: WireObject, field: string, values: readonly T[]): T {
  const value = wireText(source, field)
  const known = values.find((candidate) => candidate === value)
  if (known === undefined) throw new WireError(`${field} is "${value}", none of ${values.join(', ')}`)
  return known
}

function isObject(value: unknown): value is WireObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
