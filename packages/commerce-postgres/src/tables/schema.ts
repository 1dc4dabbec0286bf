import { bigint, jsonb, pgSchema, timestamp } from 'drizzle-orm/pg-core'

/** Everything the shop stores lives in one PostgreSQL schema; the gateway's own tables live in another. */
export const commerce = pgSchema('commerce')

/** A text in both languages. A language that is missing falls back to the other when it is read. */
export interface LocalText {
  'zh-CN': string
  en: string
}

export const localText = (name: string) => jsonb(name).$type<LocalText>()
/** Whole fen. */
export const fen = (name: string) => bigint(name, { mode: 'number' })
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })
