/** `#c8a16a` of a swatch, `#fff` in full; null: a word, a picture, nothing. */
export function colourOf(swatch: string | null | undefined): string | null {
  const value = (swatch ?? '').trim().toLowerCase()
  if (/^#[0-9a-f]{6}$/.test(value)) return value
  return /^#[0-9a-f]{3}$/.test(value) ? value.replace(/[0-9a-f]/g, (digit) => digit + digit) : null
}
