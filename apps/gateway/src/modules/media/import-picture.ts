import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Picture } from '@xiaopu/commerce'
import sharp from 'sharp'
import { averageColour, fullSize, sized } from './sizes'
import { slotNames } from './slots'
import type { MediaStorage } from './storage'

/** The file is missing, or is no picture that can be read. */
export class NoPicture extends Error {
  override readonly name = 'NoPicture'

  constructor(
    message: string,
    readonly missing: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

export type ImportPicture = (file: string, alt?: string) => Promise<Picture>

/** A change of sizes, cropping or quality gives new keys: old addresses are cached for ever. */
const RECIPE = 'webp-1'
/** A picture file larger than a poster is a mistake or an attack. */
const MAX_PIXELS = 100_000_000

/**
 * Makes the sizes of one picture file, once: the key is a hash of its bytes, so the same file is the same picture and
 * is not made again. `alt` is left empty unless given.
 *
 * @throws NoPicture
 */
export function pictureImporter(storage: MediaStorage): ImportPicture {
  return async (file, alt = '') => {
    const bytes = await readOriginal(file)
    const key = createHash('sha256').update(RECIPE).update(bytes).digest('hex').slice(0, 32)
    try {
      // Upright first: phones store a turned picture and a note that says so.
      const upright = await sharp(bytes, { limitInputPixels: MAX_PIXELS })
        .rotate()
        .toBuffer({ resolveWithObject: true })
      const original = sharp(upright.data)
      for (const slot of slotNames) {
        if (!(await storage.has(key, slot))) await storage.write(key, slot, await sized(original.clone(), slot))
      }
      return { source: key, ...fullSize(upright.info), tone: await averageColour(original), alt }
    } catch (cause) {
      throw new NoPicture(`${basename(file)} is no picture that can be read`, false, { cause })
    }
  }
}

async function readOriginal(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (cause) {
    throw new NoPicture(`there is no picture ${basename(file)}`, true, { cause })
  }
}
