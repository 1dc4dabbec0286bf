import { z } from 'zod'
import { Id, Instant, Picture } from './primitives'
import type { RouteContract } from './routes'
import { MAX_UPLOAD_BYTES } from './uploads'

/** A picture the shop's people have sent, for the home page. */
export const MerchantPicture = z
  .object({
    own: z
      .object({ source: Id, width: z.int().min(1), height: z.int().min(1), tone: z.string() })
      .describe('As a block of the home page names it: { "own": … }'),
    picture: Picture.describe('Where it can be looked at'),
    sentAt: Instant,
    sentBy: z.object({ id: Id, name: z.string() }),
    used: z.boolean().describe('A draft or a version of the home page names it; otherwise it goes after thirty days'),
  })
  .meta({ id: 'MerchantPicture' })
export type MerchantPicture = z.infer<typeof MerchantPicture>

export const merchantPictureRoutes = {
  sendMerchantPicture: {
    method: 'POST',
    path: '/v1/merchant/pictures',
    summary: 'Send a picture for the home page: JPEG, PNG or WebP, 10 MB at most; only its pixels are kept',
    auth: 'staff',
    file: { field: 'file', maxBytes: MAX_UPLOAD_BYTES },
    status: 201,
    response: MerchantPicture,
    errors: ['validation_failed', 'unsupported_media_type', 'payload_too_large', 'upload_not_a_picture'],
  },
  listMerchantPictures: {
    method: 'GET',
    path: '/v1/merchant/pictures',
    summary: 'Pictures the shop’s people have sent, the newest first; 100 at most',
    auth: 'staff',
    status: 200,
    response: z.object({ pictures: z.array(MerchantPicture) }),
    errors: [],
  },
} as const satisfies Record<string, RouteContract>
