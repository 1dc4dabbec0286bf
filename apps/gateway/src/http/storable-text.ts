import type { FastifyInstance } from 'fastify'

/**
 * A text as a database can keep it: without NUL, which PostgreSQL refuses, and without halves of characters, as a phone leaves
 * behind that cuts an emoji in the middle at its `maxlength`. Nobody has typed either.
 */
export const storable = (text: string): string => text.replaceAll('\0', '').replace(/\p{Cs}/gu, '')

/** The same for every text in a document. Anything that is no plain JSON, such as bytes, stays as it is. */
export function storableAll(value: unknown): unknown {
  if (typeof value === 'string') return storable(value)
  if (Array.isArray(value)) return value.map(storableAll)
  if (value === null || typeof value !== 'object' || !isPlain(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, storableAll(part)]))
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** Before the contract is asked: a text that is too short or empty then is refused as that. */
export function keepTextStorable(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    request.body = storableAll(request.body)
    request.query = storableAll(request.query)
    request.params = storableAll(request.params)
  })
}
