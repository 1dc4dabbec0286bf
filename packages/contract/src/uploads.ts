import { z } from 'zod'
import { Id, Picture } from './primitives'
import type { RouteContract } from './routes'

/** The largest picture taken in, bytes: also the most that WeChat's own check of pictures accepts. */
export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024
/** Pictures of one review, or of one after-sale request. */
export const MAX_PICTURES = 9

/**
 * A picture a shopper has sent. Nobody is told its addresses but the sender, until what it is put into is let through; it is thrown
 * away when it has not been put into anything after a day.
 */
export const Upload = z.object({ id: Id, picture: Picture }).meta({ id: 'Upload' })
export type Upload = z.infer<typeof Upload>

/** Ids of own uploads, in the order they are to be shown. */
export const UploadIds = z
  .array(Id)
  .max(MAX_PICTURES)
  .refine((ids) => new Set(ids).size === ids.length, 'each picture once')

export const uploadRoutes = {
  uploadPicture: {
    method: 'POST',
    path: '/v1/uploads',
    summary: 'Send one picture: JPEG, PNG or WebP, 10 MB at most; only its pixels are kept',
    auth: 'shopper',
    file: { field: 'file', maxBytes: MAX_UPLOAD_BYTES },
    status: 201,
    response: Upload,
    errors: ['validation_failed', 'unsupported_media_type', 'payload_too_large', 'upload_not_a_picture'],
  },
} as const satisfies Record<string, RouteContract>
