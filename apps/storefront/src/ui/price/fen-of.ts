/**
 * Yuan as people type them: with ¥, commas, a Chinese keyboard's wide digits. No float comes near them.
 * @returns fen; null where nothing was typed; undefined for what is no price
 */
export function fenOf(typed: string): number | null | undefined {
  const text = typed.normalize('NFKC').replace(/[¥,\s]/g, '')
  if (text === '') return null
  const [, yuan, fraction = ''] = /^(\d{1,9})(?:\.(\d{0,2}))?$/.exec(text) ?? []
  return yuan === undefined ? undefined : Number(yuan) * 100 + Number(fraction.padEnd(2, '0'))
}
