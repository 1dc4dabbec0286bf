import type { CommerceBackend } from '@xiaopu/commerce'
import type { Video } from '@xiaopu/contract'
import { notFound, Refusal } from '../../http/refusal'
import { keepFilm } from '../media/import-video'
import { NotPlayable } from '../media/mp4'
import type { VideoStorage } from '../media/video-storage'
import type { VideoView } from '../media/video-view'

interface Needs {
  backend: Pick<CommerceBackend, 'merchant' | 'name'>
  storage: VideoStorage
  video: VideoView
}

export type MerchantFilms = ReturnType<typeof createMerchantFilms>

/** Films of products, from somebody's file to the product page or away. */
export function createMerchantFilms({ backend, storage, video }: Needs) {
  /** @throws Refusal `not_supported`: films are where the products are */
  function desk() {
    if (!backend.merchant) throw new Refusal('not_supported', { detail: `films are decided in ${backend.name}` })
    return backend.merchant
  }

  /** @throws Refusal `not_supported`, `not_found`, `film_not_playable` with what is wrong and what to do */
  async function put(productId: string, file: Buffer): Promise<Video> {
    const merchant = desk()
    if (!(await merchant.hasProduct(productId))) throw notFound('product')
    const film = await keep(file)
    if (!(await merchant.setFilm(productId, film)).ok) throw notFound('product')
    return video(film)!
  }

  async function keep(file: Buffer) {
    try {
      return await keepFilm(storage, file)
    } catch (error) {
      if (error instanceof NotPlayable) throw new Refusal('film_not_playable', { detail: error.message })
      throw error
    }
  }

  /** @throws Refusal `not_supported`, `not_found` */
  async function remove(productId: string): Promise<void> {
    if (!(await desk().setFilm(productId, null)).ok) throw notFound('product')
  }

  return { put, remove }
}
