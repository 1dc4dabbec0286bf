import type { Locale, Picture, Product, Views } from '@xiaopu/contract'

/** One product as it was seen on this phone. No price: by tomorrow it may be another. */
export interface Viewed {
  id: string
  /** UTC, ISO 8601: when it was last looked at. */
  at: string
  names: Partial<Record<Locale, string>>
  picture: Picture | null
  /** The gateway has been told of this look. */
  told: boolean
}

/** What was looked at on this phone, each product once, the last first. */
export type ViewLog = readonly Viewed[]

export const LOG_LENGTH = 60

/** The log after one more look. */
export function withView(
  log: ViewLog,
  { id, name, picture }: Pick<Product, 'id' | 'name' | 'picture'>,
  at: string,
  locale: Locale,
): ViewLog {
  const before = log.find((viewed) => viewed.id === id)
  const viewed: Viewed = { id, at, names: { ...before?.names, [locale]: name }, picture, told: false }
  return [viewed, ...log.filter((other) => other !== before)].slice(0, LOG_LENGTH)
}

/** What the gateway does not know yet, in its words. */
export const untold = (log: ViewLog): Views['views'] =>
  log.filter(({ told }) => !told).map(({ id, at }) => ({ productId: id, at }))

/** The log once the gateway knows these looks; what was looked at again meanwhile is still to be told. */
export const withTold = (log: ViewLog, views: Views['views']): ViewLog =>
  log.map((viewed) =>
    views.some(({ productId, at }) => productId === viewed.id && at === viewed.at) ? { ...viewed, told: true } : viewed,
  )

export const nameOf = ({ names }: Viewed, locale: Locale): string => names[locale] ?? Object.values(names)[0] ?? ''

const isViewed = (value: unknown): value is Viewed =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Viewed).id === 'string' &&
  !Number.isNaN(Date.parse((value as Viewed).at)) &&
  typeof (value as Viewed).names === 'object' &&
  (value as Viewed).names !== null

/** What the phone kept; what is no look is left out. */
export const readLog = (kept: unknown): ViewLog =>
  Array.isArray(kept) ? kept.filter(isViewed).slice(0, LOG_LENGTH) : []
