import type { Video as StoredVideo } from '@xiaopu/commerce'
import type { Video } from '@xiaopu/contract'
import type { PictureView } from './picture-view'

/** Turns a film as the back end names it into its address. */
export type VideoView = (video: StoredVideo | null) => Video | null

/** `mediaUrl` has no slash at the end. A film that has an address of its own is played from there. */
export const videoView =
  (mediaUrl: string, picture: PictureView): VideoView =>
  (video) => {
    if (!video) return null
    const { source, poster, ...measures } = video
    const src = /^https:\/\//.test(source) ? source : `${mediaUrl}/${source}/video.mp4`
    return { src, poster: picture(poster), ...measures }
  }
