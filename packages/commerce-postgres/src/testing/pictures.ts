import type { Picture, Video } from '@xiaopu/commerce'

/** Finds every picture, ten pixels wide. */
export async function anyPicture(fileName: string): Promise<Picture> {
  return { source: `media/${fileName}`, width: 10, height: 10, tone: '#808080', alt: '' }
}

/** Finds every film, four seconds long. */
export async function anyVideo(fileName: string): Promise<Video> {
  return { source: `media/${fileName}`, poster: null, width: 10, height: 10, seconds: 4, bytes: 1_000 }
}
