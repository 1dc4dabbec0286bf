import type { Video } from '@xiaopu/commerce'
import { pictureOf } from './pictures'

interface GalleryEntry {
  __typename?: string
  url?: string | null
  label?: string | null
  video_content?: { video_url?: string | null } | null
}

/**
 * A film of a product's gallery; null unless a phone can play it. Magento keeps an address: that of a page at YouTube or Vimeo, which
 * no Mini Program can show, or of the film itself (https, MP4 or HLS). The entry's own picture stands for it until it plays.
 */
export function videoOf(entry: GalleryEntry, name: string): Video | null {
  const source = entry.video_content?.video_url?.trim() ?? ''
  if (!URL.canParse(source)) return null
  const { protocol, pathname } = new URL(source)
  if (protocol !== 'https:' || !/\.(mp4|m3u8)$/i.test(pathname)) return null
  return { source, poster: pictureOf(entry, name), seconds: null, bytes: null, width: null, height: null }
}
