import type { Picture as StoredPicture } from '@xiaopu/commerce'
import type { Picture } from '@xiaopu/contract'

/** Turns a picture as the back end names it into the addresses of its three sizes. */
export type PictureView = (picture: StoredPicture | null) => Picture | null

/** `mediaUrl` has no slash at the end. A picture that has an address of its own is shown from there in every slot. */
export const pictureView =
  (mediaUrl: string): PictureView =>
  (picture) => {
    if (!picture) return null
    const { source, width, height, tone } = picture
    const elsewhere = /^https?:\/\//.test(source)
    const url = (slot: string) => (elsewhere ? source : `${mediaUrl}/${source}/${slot}.webp`)
    const alt = [...picture.alt].slice(0, 200).join('')
    return { thumb: url('thumb'), card: url('card'), full: url('full'), width, height, tone, alt }
  }
