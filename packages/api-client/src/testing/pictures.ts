import type { Picture } from '@xiaopu/contract'
import type { View, Words } from './words'

export interface Photograph {
  /** Part of its address. */
  name: string
  tone: string
  alt: Words
  width?: number
  height?: number
}

export function pictureOf(
  { name, tone, alt, width = 1200, height = 1200 }: Photograph,
  { origin, locale }: View,
): Picture {
  const size = (pixels: number) => `${origin}/media/${name}-${pixels}.webp`
  return { thumb: size(240), card: size(600), full: size(1200), width, height, tone, alt: alt[locale] }
}

/** One white pixel of lossless WebP: every photograph of the fake shop, and one to send. */
export const photograph = Uint8Array.from(atob('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=='), (character) =>
  character.charCodeAt(0),
)
