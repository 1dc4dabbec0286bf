import type { ShopApi } from './shop-api'

/** A picture of the shop's own, as the home page names it and as this machine's browser can load it. */
export interface DeskPicture {
  own: { source: string; width: number; height: number; tone: string }
  thumb: string
  used: boolean
}

interface Sent extends Pick<DeskPicture, 'own' | 'used'> {
  picture: { thumb: string }
}

const AT = '/v1/merchant/pictures'

/** Pictures for the home page, at the gateway. */
export function createPictureRoom(ask: ShopApi, gatewayUrl: string) {
  // Addresses are those of the shop on the internet; the gateway they lead to runs here.
  const shown = ({ own, used, picture: { thumb } }: Sent): DeskPicture => ({
    ...{ own, used },
    thumb: gatewayUrl + new URL(thumb).pathname,
  })

  async function look(): Promise<DeskPicture[]> {
    return (await ask<{ pictures: Sent[] }>('GET', AT)).pictures.map(shown)
  }

  /** @throws DeskRefusal where the gateway finds it no picture, or too large */
  async function send(file: Uint8Array): Promise<DeskPicture> {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(file)]), 'picture')
    return shown(await ask<Sent>('POST', AT, { form }))
  }

  return { look, send }
}

export type PictureRoom = ReturnType<typeof createPictureRoom>
