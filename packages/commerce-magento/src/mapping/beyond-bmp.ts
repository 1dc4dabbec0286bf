/** Magento's connection to its database takes characters of three bytes at most, and cuts a text at the first longer one. */
const LONGER = /[\u{10000}-\u{10ffff}]/gu

export const hasLonger = (text: string): boolean => /[\u{10000}-\u{10ffff}]/u.test(text)

/** 👍 → `&#x1f44d;`, which Magento keeps, and shows as 👍 on the merchant's website: it leaves entities as they are. */
export const escapeLonger = (text: string): string =>
  text.replace(LONGER, (character) => `&#x${character.codePointAt(0)!.toString(16)};`)

/** The text as `escapeLonger` found it. */
export const unescapeLonger = (text: string): string =>
  text.replace(/&#x(10[0-9a-f]{4}|[1-9a-f][0-9a-f]{4});/g, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  )
