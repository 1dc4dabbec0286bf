import type { OrderLine, ReviewTag, Upload } from '@xiaopu/contract'
import { isTag } from '../reviews/tags'

/** What the contract takes. */
export const LONGEST_TEXT = 1_000
export const LONGEST_NICKNAME = 20

/** What one product is to be told of, as it stands. `stars` 0: none yet. */
export interface Draft {
  stars: number
  text: string
  tags: readonly ReviewTag[]
  pictures: readonly Upload[]
}
export const NO_DRAFT: Draft = { stars: 0, text: '', tags: [], pictures: [] }

/** One page of drafts: by product, and how the shopper wants to be named. */
export interface Drafts {
  products: Record<string, Draft>
  anonymous: boolean
  nickname: string
}
export const NO_DRAFTS: Drafts = { products: {}, anonymous: true, nickname: '' }

/** The shop throws away what lies about for a day, ms; what was kept longer than this is sent anew. */
const PICTURES_KEEP = 20 * 3_600_000

export type DraftProblem = 'stars' | 'text'

export const isBegun = ({ stars, text, pictures }: Draft) => stars > 0 || text.trim() !== '' || pictures.length > 0

/** What a draft that was begun lacks to be sent. */
export function draftProblem(draft: Draft): DraftProblem | null {
  if (!isBegun(draft)) return null
  if (draft.stars === 0) return 'stars'
  return draft.text.trim() === '' ? 'text' : null
}

/** Something to review: a product, however many of its SKUs were bought. */
export type Reviewable = Pick<OrderLine, 'productId' | 'name' | 'picture'> & { options: string[] }

/** The products of an order without a review, each once. */
export function toReview(lines: readonly OrderLine[]): Reviewable[] {
  const products = new Map<string, Reviewable>()
  for (const { productId, name, picture, options, reviewed } of lines) {
    if (reviewed) continue
    const words = options.join(' · ')
    const before = products.get(productId)
    if (before) before.options.push(words)
    else products.set(productId, { productId, name, picture, options: [words] })
  }
  return [...products.values()].map((product) => ({ ...product, options: product.options.filter(Boolean) }))
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isUpload = (kept: unknown): kept is Upload =>
  isObject(kept) && typeof kept.id === 'string' && isObject(kept.picture) && typeof kept.picture.thumb === 'string'

/** What was kept on the phone for this order, if it is what this version keeps. */
export function keptDrafts(kept: unknown, orderId: string, now = Date.now()): Drafts {
  if (!isObject(kept) || kept.orderId !== orderId || !isObject(kept.products)) return NO_DRAFTS
  const { anonymous, nickname, at } = kept
  const fresh = typeof at === 'number' && now - at < PICTURES_KEEP
  const products: Drafts['products'] = {}
  for (const [productId, draft] of Object.entries(kept.products)) {
    if (!isObject(draft) || typeof draft.text !== 'string') continue
    const stars = typeof draft.stars === 'number' && [1, 2, 3, 4, 5].includes(draft.stars) ? draft.stars : 0
    const tags = Array.isArray(draft.tags) ? draft.tags.filter(isTag) : []
    const pictures = fresh && Array.isArray(draft.pictures) ? draft.pictures.filter(isUpload) : []
    products[productId] = { stars, text: draft.text.slice(0, LONGEST_TEXT), tags, pictures }
  }
  return { products, anonymous: anonymous !== false, nickname: typeof nickname === 'string' ? nickname : '' }
}
