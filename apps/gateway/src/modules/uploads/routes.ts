import type { Handlers } from '../../http/calls'
import type { Uploads } from './service'

export const uploadHandlers = (uploads: Uploads): Handlers<'uploadPicture'> => ({
  uploadPicture: ({ shopper, file }) => uploads.receive(shopper.id, file),
})
