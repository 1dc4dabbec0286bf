import type { VideoElement } from '../elements/video'
import type { Host } from '../host/host'
import type { Api } from './call'

/** `wx.createVideoContext(id)`: the hand on a `<video>` of the page it was made on. One that is gone is none's concern, as on a phone. */
export function video({ pages, records }: Host, api: Api): void {
  api.sync('createVideoContext', (id: string) => {
    const { doc } = pages.top.view
    const act =
      (work: (film: VideoElement, ...given: number[]) => void) =>
      (...given: number[]) => {
        const film = [...doc.querySelectorAll<VideoElement>('wx-video')].find((one) => one.id === id)
        if (film) work(film, ...given)
        else records.log('warn', [`createVideoContext: there is no <video id="${id}">`])
      }
    return {
      play: act((film) => film.play()),
      pause: act((film) => film.pause()),
      stop: act((film) => film.stop()),
      seek: act((film, seconds = 0) => film.seek(seconds)),
    }
  })
}
