import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import type { ByteRange } from './byte-range'
import { isMediaKey } from './storage'

/** Where films lie, as the merchant made them. An object store speaks the same few words. */
export interface VideoStorage {
  write(key: string, mp4: Buffer): Promise<void>
  /** null: there is no such film. */
  find(key: string): Promise<StoredVideo | null>
}
export interface StoredVideo {
  bytes: number
  read(range?: ByteRange): Readable
}

/** Films beside the pictures, under `folder`, spread in the same way. */
export function folderVideos(folder: string): VideoStorage {
  const pathOf = (key: string) => {
    if (!isMediaKey(key)) throw new Error(`not a media key: ${key}`)
    return join(folder, key.slice(0, 2), key, 'video.mp4')
  }
  return {
    async write(key, mp4) {
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true })
      // Renamed into place: a reader never gets half a film.
      const draft = `${path}.${randomUUID()}`
      await writeFile(draft, mp4)
      await rename(draft, path)
    },
    async find(key) {
      if (!isMediaKey(key)) return null
      const path = pathOf(key)
      const file = await stat(path).catch(() => null)
      if (!file?.isFile()) return null
      return {
        bytes: file.size,
        read: (range) => createReadStream(path, range && { start: range.from, end: range.to }),
      }
    },
  }
}
