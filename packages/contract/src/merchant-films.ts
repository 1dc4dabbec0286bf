import { z } from 'zod'
import { Id, Video } from './primitives'
import type { RouteContract } from './routes'

/** About two minutes at what a phone's screen shows. Larger, and shoppers on mobile data leave before it plays. */
export const MAX_FILM_BYTES = 30_000_000

const common = {
  path: '/v1/merchant/products/:productId/film',
  auth: 'staff',
  params: z.strictObject({ productId: Id }),
} as const

/** The film in front of a product's pictures. Where Magento has the products it has their films. */
export const merchantFilmRoutes = {
  putProductFilm: {
    ...common,
    method: 'POST',
    summary:
      'Put a film in front of a product’s pictures: MP4 with H.264, 30 MB at most; it takes the place of the one before',
    file: { field: 'file', maxBytes: MAX_FILM_BYTES },
    status: 201,
    response: Video,
    errors: [
      ...(['validation_failed', 'not_found', 'unsupported_media_type', 'payload_too_large'] as const),
      ...(['film_not_playable', 'not_supported'] as const),
    ],
  },
  removeProductFilm: {
    ...common,
    method: 'DELETE',
    summary: 'Take a product’s film away; having none is no error',
    status: 204,
    response: z.void(),
    errors: ['not_found', 'not_supported'],
  },
} as const satisfies Record<string, RouteContract>
