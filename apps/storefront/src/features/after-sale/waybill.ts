/** A number and nothing else: what the bar code of a label says. */
const NUMBER = /^[A-Z0-9-]{6,40}$/
/** What a carrier's number looks like amid other things: letters, if any, then many digits. */
const AMID = /^[A-Z]{0,5}\d{9,20}$/

/** What was typed or scanned as one number: no blanks, no wide digits of a Chinese keyboard. */
export const waybillOf = (typed: string): string => typed.normalize('NFKC').replace(/\s/g, '').toUpperCase()

/**
 * The number in a scanned code: a bar code is nothing else; a QR code of a label (`MMM={'k4':'SF…', …}`) or a link has it among
 * other things. Null where there is none, or where it could be one of several.
 */
export function scannedWaybill(scanned: string): string | null {
  const text = waybillOf(scanned)
  if (NUMBER.test(text)) return text
  const found = new Set(text.split(/[^A-Z0-9]+/).filter((word) => AMID.test(word)))
  const [only] = found
  return found.size === 1 && only !== undefined ? only : null
}

export interface TypedWaybill {
  carrier: string
  trackingNumber: string
}
export type WaybillProblem = 'carrierMissing' | 'trackingMissing' | 'trackingWrong'

/** What is wrong with each field, if anything is. What the contract takes. */
export function waybillProblems({ carrier, trackingNumber }: TypedWaybill) {
  const number = waybillOf(trackingNumber)
  return {
    carrier: carrier.trim() === '' ? ('carrierMissing' as const) : null,
    trackingNumber:
      number === '' ? ('trackingMissing' as const) : /^[\w-]{4,40}$/.test(number) ? null : ('trackingWrong' as const),
  } satisfies Record<keyof TypedWaybill, WaybillProblem | null>
}

/** Carriers that write their name at the head of their numbers. */
const BY_LETTERS = [
  ['SF', '顺丰速运'],
  ['JDV', '京东物流'],
  ['YT', '圆通速递'],
  ['JT', '极兔速递'],
  ['DPK', '德邦快递'],
] as const

/** Whose number it is, where its letters say so. */
export const carrierOf = (number: string): string | null =>
  BY_LETTERS.find(([letters]) => number.startsWith(letters) && /\d/.test(number))?.[1] ?? null
