import { pgSchema, timestamp } from 'drizzle-orm/pg-core'

/** Everything the gateway keeps for itself, apart from the back end's own tables. */
export const gateway = pgSchema('gateway')

/** A point in time, kept in UTC to the millisecond, read as a `Date`. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })
