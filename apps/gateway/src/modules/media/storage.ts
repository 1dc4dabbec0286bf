import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Slot } from './slots'

/** Where prepared pictures lie. A folder for now; an object store speaks the same few words. */
export interface MediaStorage {
  has(key: string, slot: Slot): Promise<boolean>
  write(key: string, slot: Slot, webp: Buffer): Promise<void>
  /** null: there is no such picture. */
  read(key: string, slot: Slot): Promise<Readable | null>
  /** Every size of it. One that is not there is no error. */
  remove(key: string): Promise<void>
}

/** Keys are hashes, or random: nothing else is ever turned into a path. */
export const isMediaKey = (key: string) => /^[0-9a-f]{32}$/.test(key)

/** Pictures as files under `folder`, spread over 256 folders by their first two digits. */
export function folderStorage(folder: string): MediaStorage {
  const folderOf = (key: string) => {
    if (!isMediaKey(key)) throw new Error(`not a media key: ${key}`)
    return join(folder, key.slice(0, 2), key)
  }
  const pathOf = (key: string, slot: Slot) => join(folderOf(key), `${slot}.webp`)
  const has = (key: string, slot: Slot) =>
    access(pathOf(key, slot)).then(
      () => true,
      () => false,
    )
  return {
    has,
    async write(key, slot, webp) {
      const path = pathOf(key, slot)
      await mkdir(dirname(path), { recursive: true })
      // Renamed into place: a reader never gets half a picture, and two writers of one key write the same.
      const draft = `${path}.${randomUUID()}`
      await writeFile(draft, webp)
      await rename(draft, path)
    },
    remove: (key) => rm(folderOf(key), { recursive: true, force: true }),
    async read(key, slot) {
      return isMediaKey(key) && (await has(key, slot)) ? createReadStream(pathOf(key, slot)) : null
    },
  }
}
