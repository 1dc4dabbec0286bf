import { createHash } from 'node:crypto'

/** What the contract allows an id to be. */
const ID = /^[\w.:=+-]{1,64}$/

/**
 * The id of something the file names: that name where it can be an id, otherwise a digest of it. The same file makes
 * the same ids in every database, so that links and a brand's own settings survive a new one.
 */
export function idOf(name: string): string {
  return ID.test(name) ? name : digest(name)
}

export function digest(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 20)
}

/** "Home & Garden" → home-garden; '' for a name without Latin letters or digits. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
