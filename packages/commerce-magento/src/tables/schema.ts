import { bigint, pgSchema, timestamp } from 'drizzle-orm/pg-core'

/** What Magento cannot remember for us lives in one PostgreSQL schema of its own. */
export const magento = pgSchema('magento')

/** Whole fen. */
export const fen = (name: string) => bigint(name, { mode: 'number' })
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })
