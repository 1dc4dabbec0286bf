import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import type { Video } from '@xiaopu/commerce'
import { MAX_FILM_BYTES } from '@xiaopu/contract'
import { NotPlayable, readMp4 } from './mp4'
import type { VideoStorage } from './video-storage'

export type ImportVideo = (file: string) => Promise<Video | null>

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
    if (found.size > MAX_FILM_BYTES)
      throw new NotPlayable(
        `it has ${inMegabytes(found.size)} MB, and a film may have ${inMegabytes(MAX_FILM_BYTES)} MB at most. Make it shorter or smaller.`,
      )
    return keepFilm(storage, await readFile(file))
  }
}

const inMegabytes = (bytes: number) => Number((bytes / 1_000_000).toFixed(1))

/**
 * Keeps a film under the hash of its bytes: sent twice it is kept once.
 *
 * @throws NotPlayable it is not what phones play; nothing is kept
 */
export async function keepFilm(storage: VideoStorage, bytes: Buffer): Promise<Video> {
  const film = readMp4(bytes)
  const key = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  if (!(await storage.find(key))) await storage.write(key, bytes)
  return { source: key, poster: null, ...film, bytes: bytes.length }
}
