import type { AfterSaleKind, AfterSaleOptions, AfterSaleReason, AfterSaleRequest } from '@xiaopu/contract'
import { fenOf } from '../../ui/price/fen-of'
import { type AmountProblem, amountProblem } from './amount'

/** What the contract takes. */
export const LONGEST_WORDS = 500
export const MOST_PICTURES = 9

/** What is asked for, as it stands. */
export interface RequestDraft {
  kind: AfterSaleKind
  /** Pieces of each chosen line, by SKU. */
  pieces: Record<string, number>
  /** Of an exchange: what is wanted for a line where it is not the same again, both by SKU. */
  replacements: Record<string, string>
  reason: AfterSaleReason | null
  /** Yuan as typed; null: not touched, so all there is. */
  amount: string | null
  words: string
}
export interface RequestProblems {
  lines: boolean
  reason: boolean
  amount: AmountProblem | null
}
type Line = AfterSaleOptions['lines'][number]

const NO_KIND: AfterSaleOptions['kinds'][number] = { kind: 'refund', reasons: [] }

/** How many pieces of a line can be asked for in this way. */
export const mostPieces = ({ most }: Line, kind: AfterSaleKind): number => most[kind]

/** As far as it can be asked for now: what is over a limit comes down to it, what is not allowed goes. */
export function fitted(options: AfterSaleOptions, draft: RequestDraft): RequestDraft {
  const { kind, reasons } = options.kinds.find((one) => one.kind === draft.kind) ?? options.kinds[0] ?? NO_KIND
  const pieces = options.lines
    .map((line) => [line.skuId, Math.min(draft.pieces[line.skuId] ?? 0, mostPieces(line, kind))] as const)
    .filter(([, count]) => count > 0)
  const reason = draft.reason && reasons.includes(draft.reason) ? draft.reason : null
  const replacements = Object.entries(draft.replacements).filter(([skuId, wanted]) =>
    replacementsOf(options, skuId).some((one) => one.skuId === wanted),
  )
  return { ...draft, kind, pieces: Object.fromEntries(pieces), replacements: Object.fromEntries(replacements), reason }
}

/** What a line can be exchanged for: itself first. */
export const replacementsOf = ({ lines }: AfterSaleOptions, skuId: string) =>
  lines.find((line) => line.skuId === skuId)?.replacements ?? []

/** What is wanted for a line, and whether there is any at the moment. */
export const replacementFor = (options: AfterSaleOptions, { replacements }: RequestDraft, skuId: string) =>
  replacementsOf(options, skuId).find((one) => one.skuId === (replacements[skuId] ?? skuId))

/** Nothing to choose from is chosen already: the only line, or the one the shopper came from. Null where nothing is left. */
export function freshDraft(options: AfterSaleOptions, skuId?: string): RequestDraft | null {
  const kind = options.kinds[0]?.kind
  if (!kind) return null
  const able = options.lines.filter((line) => mostPieces(line, kind) > 0)
  const meant = able.find((line) => line.skuId === skuId) ?? (able.length === 1 ? able[0] : undefined)
  const pieces = meant ? { [meant.skuId]: mostPieces(meant, kind) } : {}
  return { kind, pieces, replacements: {}, reason: null, amount: null, words: '' }
}

/**
 * Fen: the most that can go back for what is chosen, as the server reckons it from the same figures: what the pieces are worth, with
 * a refund of all that is left of the order its delivery, and in all no more than is left of the money.
 */
export function mostOf(options: AfterSaleOptions, { kind, pieces }: Pick<RequestDraft, 'kind' | 'pieces'>) {
  if (kind === 'exchange') return { amount: 0, shipping: 0 }
  const goods = options.lines.reduce((sum, { skuId, amounts }) => {
    const count = pieces[skuId] ?? 0
    return sum + (count > 0 ? (amounts[count - 1] ?? 0) : 0)
  }, 0)
  const everything = options.lines.every((line) => (pieces[line.skuId] ?? 0) === line.most.refund)
  const shipping = kind === 'refund' && everything ? options.shipping : 0
  const amount = Math.min(goods + shipping, options.money)
  return { amount, shipping: Math.max(0, amount - goods) }
}

/** Another kind, other pieces: they are worth something else, so that an amount typed before is let go. */
export const withKind = (options: AfterSaleOptions, draft: RequestDraft, kind: AfterSaleKind): RequestDraft =>
  fitted(options, { ...draft, kind, amount: null })

/** @param count 0 takes the line out */
export const withPieces = (
  options: AfterSaleOptions,
  draft: RequestDraft,
  skuId: string,
  count: number,
): RequestDraft => fitted(options, { ...draft, pieces: { ...draft.pieces, [skuId]: count }, amount: null })

/** Whether there is anything that would be missed. */
export const isBegun = ({ reason, amount, words }: RequestDraft) =>
  reason !== null || amount !== null || words.trim() !== ''

export function problemsOf(options: AfterSaleOptions, draft: RequestDraft): RequestProblems {
  const { amount: most } = mostOf(options, draft)
  const lines = Object.keys(draft.pieces).length === 0
  return {
    lines,
    reason: draft.reason === null,
    // Without goods there is no limit to say.
    amount: lines || draft.kind === 'exchange' || draft.amount === null ? null : amountProblem(draft.amount, most),
  }
}

/** What is sent, of a draft without problems. An amount nobody touched is the server's to say. */
export function requestOf(draft: RequestDraft, uploadIds: string[]): AfterSaleRequest | null {
  if (draft.reason === null) return null
  return {
    kind: draft.kind,
    lines: Object.entries(draft.pieces).map(([skuId, quantity]) => {
      const wanted = draft.kind === 'exchange' ? draft.replacements[skuId] : undefined
      return { skuId, quantity, ...(wanted !== undefined && wanted !== skuId && { replacementSkuId: wanted }) }
    }),
    amount: draft.amount === null || draft.kind === 'exchange' ? null : (fenOf(draft.amount) ?? null),
    reason: draft.reason,
    words: draft.words.trim(),
    uploadIds,
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isText = (pair: [string, unknown]): pair is [string, string] => typeof pair[1] === 'string'
const isCount = (pair: [string, unknown]): pair is [string, number] => Number.isSafeInteger(pair[1])

/** What was kept on the phone for this order, if it is what this version keeps; whether it can still be asked for is another matter. */
export function keptDraft(kept: unknown, orderId: string): RequestDraft | null {
  if (!isObject(kept) || kept.orderId !== orderId || !isObject(kept.draft)) return null
  const { kind, pieces, replacements, reason, amount, words } = kept.draft
  if (typeof kind !== 'string' || typeof words !== 'string' || !isObject(pieces)) return null
  return {
    // One that nobody knows any more gives way to the first there is.
    kind: kind as AfterSaleKind,
    pieces: Object.fromEntries(Object.entries(pieces).filter(isCount)),
    replacements: isObject(replacements) ? Object.fromEntries(Object.entries(replacements).filter(isText)) : {},
    reason: typeof reason === 'string' ? (reason as AfterSaleReason) : null,
    amount: typeof amount === 'string' ? amount : null,
    words: words.slice(0, LONGEST_WORDS),
  }
}
