import { join } from 'node:path'

/** A hand-written native Mini Program: components, events, WXS, a subpackage, a theme. */
export const FIXTURE = join(import.meta.dirname, '../fixtures/shop')
