import sharp, { type Sharp } from 'sharp'
import { SLOTS } from './slots'

const QUALITY = 80

/** The picture in one size, as WebP, without anything but its pixels. */
export function sized(picture: Sharp, slot: keyof typeof SLOTS): Promise<Buffer> {
  const width = SLOTS[slot]
  const resized =
    slot === 'full'
      ? picture.resize({ width, withoutEnlargement: true })
      : picture.resize({ width, height: width, fit: 'cover', position: sharp.strategy.attention })
  return resized.webp({ quality: QUALITY }).toBuffer()
}

/** What `full` measures, in pixels. */
export function fullSize({ width, height }: { width: number; height: number }) {
  if (width <= SLOTS.full) return { width, height }
  return { width: SLOTS.full, height: Math.max(1, Math.round((height * SLOTS.full) / width)) }
}

/** Shown until the picture has come; what is transparent counts as white, as it will look. */
export async function averageColour(picture: Sharp): Promise<string> {
  const one = await picture
    .clone()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize(1, 1, { fit: 'fill' })
    .raw()
    .toBuffer()
  const [red = 0, green = red, blue = red] = one
  return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}
