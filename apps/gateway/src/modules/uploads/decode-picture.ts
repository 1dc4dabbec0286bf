import sharp from 'sharp'
import { Refusal } from '../../http/refusal'
import { averageColour, fullSize, sized } from '../media/sizes'
import { type Slot, slotNames } from '../media/slots'

/** A phone's best camera has 50 million pixels; a file that claims more is made to fill our memory. */
const MAX_PIXELS = 50_000_000
/** What the sizes are cut from, px: a panorama and the picture of a long chat are both wide enough in it. */
const WORKING = { width: 2_400, height: 4_800 }

/** How JPEG, PNG and WebP begin, byte by byte as Latin-1. What begins otherwise (GIF, SVG, HTML) is given to no decoder at all. */
const BEGINNINGS = [/^ÿØÿ/, /^\u0089PNG\r\n/, /^RIFF.{4}WEBP/s]

export interface DecodedPicture {
  sizes: [Slot, Buffer][]
  width: number
  height: number
  tone: string
}

/**
 * A stranger's picture, decoded and made anew in every size: upright, in sRGB, and nothing of the file but its pixels, so that neither
 * a position nor a script behind the picture goes any further.
 *
 * @throws Refusal `upload_not_a_picture`: it is none, is broken off, or is larger than any camera's
 */
export async function decodePicture(file: Buffer): Promise<DecodedPicture> {
  if (!BEGINNINGS.some((beginning) => beginning.test(file.subarray(0, 16).toString('latin1')))) throw notAPicture()
  try {
    const { data, info } = await sharp(file, { failOn: 'error', limitInputPixels: MAX_PIXELS })
      .autoOrient()
      .resize({ ...WORKING, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { width, height, channels } = info
    const picture = sharp(data, { raw: { width, height, channels } })
    const sizes: [Slot, Buffer][] = []
    for (const slot of slotNames) sizes.push([slot, await sized(picture.clone(), slot)])
    return { sizes, ...fullSize(info), tone: await averageColour(picture) }
  } catch (cause) {
    throw notAPicture(cause)
  }
}

const notAPicture = (cause?: unknown) => new Refusal('upload_not_a_picture', {}, { cause })
