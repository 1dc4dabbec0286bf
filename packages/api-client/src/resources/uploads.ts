import type { Upload } from '@xiaopu/contract'
import type { Caller, CallOptions } from '../call/caller'
import { endpoint } from '../call/endpoint'

const uploadPicture = endpoint({
  name: 'uploadPicture',
  method: 'POST',
  path: '/v1/uploads',
  auth: 'shopper',
  status: 201,
})

export interface UploadOptions extends CallOptions {
  /** How much has been sent, 0 to 100. All of it is not yet an answer. */
  onProgress?: (percent: number) => void
}

export interface UploadsResource {
  /**
   * Sends a picture of the phone's; its id is good for a day, and for one thing to put it into.
   *
   * @param filePath as `wx.chooseMedia` names it
   * @throws {ApiError} `upload_not_a_picture`, `payload_too_large`, `rate_limited`
   */
  send(filePath: string, options?: UploadOptions): Promise<Upload>
}

export const uploadsResource = (call: Caller): UploadsResource => ({
  send: (filePath, { onProgress, ...options } = {}) =>
    call(uploadPicture, { ...options, file: { filePath, field: 'file', onProgress } }),
})
