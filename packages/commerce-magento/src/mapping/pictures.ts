import type { Picture } from '@xiaopu/commerce'

/** Magento tells no measures; its product pictures are square by default. Shown until a picture has come: pale grey. */
const UNKNOWN = { width: 1200, height: 1200, tone: '#f2f2f0' }

/** A picture on Magento's media host; null without one. Its placeholder is none: an empty slot of ours is better. */
export function pictureOf(
  image: { url?: string | null; label?: string | null } | null | undefined,
  name: string,
): Picture | null {
  const source = image?.url
  if (!source || !/^https?:\/\//.test(source) || source.includes('/placeholder/')) return null
  return { source, ...UNKNOWN, alt: image.label || name }
}
