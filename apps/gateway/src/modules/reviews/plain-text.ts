/**
 * What a shopper typed, as the plain text it is: markup stays the letters it was written in. Taken out is what nobody
 * types and a page or a database trips over: control characters, halves of characters, marks that turn the direction of
 * everything after them.
 */
export function plainText(typed: string): string {
  return typed
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** The same in one line. */
export const plainLine = (typed: string): string => plainText(typed).replace(/\s+/g, ' ')
