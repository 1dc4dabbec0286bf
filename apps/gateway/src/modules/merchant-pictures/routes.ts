import type { merchantPictureRoutes } from '@xiaopu/contract'
import type { Handlers } from '../../http/calls'
import type { MerchantPictures } from './service'

export const merchantPictureHandlers = (pictures: MerchantPictures): Handlers<keyof typeof merchantPictureRoutes> => ({
  sendMerchantPicture: ({ file, staff }) => pictures.receive(file, staff),
  listMerchantPictures: async () => ({ pictures: await pictures.list() }),
})
