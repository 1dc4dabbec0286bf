import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import type { Video } from '@xiaopu/commerce'
import { NotPlayable, readMp4 } from './mp4'
import type { VideoStorage } from './video-storage'

export type ImportVideo = (file: string) => Promise<Video | null>

/** About two minutes at what a phone's screen shows. Larger, and shoppers on mobile data leave before it plays. */
export const MOST_MEGABYTES = 30

/**
 * Takes a film over as it is: it is looked at, never converted. The key is a hash of its bytes, so the same file is the
 * same film. Null: there is no such file.
 *
 * @throws NotPlayable it is too large, or not what phones play
 */
export function videoImporter(storage: VideoStorage): ImportVideo {
  return async (file) => {
    const found = await stat(file).catch(() => null)
    if (!found?.isFile()) return null
    if (found.size > MOST_MEGABYTES * 1_000_000)
      throw new NotPlayable(
        `it has ${(found.size / 1_000_000).toFixed(1)} MB, and a film may have ${MOST_MEGABYTES} MB at most. Make it shorter or smaller.`,
      )
    const bytes = await readFile(file)
    const film = readMp4(bytes)
    const key = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
    if (!(await storage.find(key))) await storage.write(key, bytes)
    return { source: key, poster: null, ...film, bytes: bytes.length }
  }
}
