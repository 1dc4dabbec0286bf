import type { CommerceBackend } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { FastifyBaseLogger } from 'fastify'
import type { Clock } from '../../clock'
import type { Outage } from '../../commerce/outage'
import type { Sweep } from '../../jobs/sweep'
import type { TextCheck } from '../content-safety/text-check'
import type { PictureView } from '../media/picture-view'
import type { Uploads } from '../uploads/service'
import { createReviewBook } from './book'
import { createReviewDesk } from './desk'
import type { ReviewLedger } from './ledger'
import { reviewDeskRoutes, reviewsRoutes } from './routes'
import { createReviews } from './service'
import { createShownReviews } from './shown'
import { createTelling } from './telling'

interface Needs {
  db: Sql
  backend: CommerceBackend
  ledger: ReviewLedger
  uploads: Uploads
  picture: PictureView
  checkText: TextCheck
  clock: Clock
  log: FastifyBaseLogger
  outage: Outage
}

/** Reviews: written and looked at here, shown together with those the shop system keeps, which hears of ours. */
export function createReviewsModule({ db, backend, ledger, uploads, picture, checkText, clock, log, outage }: Needs) {
  const book = createReviewBook(db, clock)
  const shown = createShownReviews({ backend, book, picture })
  const desk = createReviewDesk({ db, clock, tells: backend.reviews !== null })
  const tell = backend.reviews && createTelling({ db, shop: backend.reviews, clock, log })
  const sweeps: Sweep[] = []
  if (tell) sweeps.push({ name: 'reviews', everySeconds: 60, run: async () => void (await outage.spare(tell)) })
  return {
    shown,
    sweeps,
    handlers: {
      ...reviewsRoutes(createReviews({ backend, book, ledger, uploads, picture, checkText }), shown),
      ...reviewDeskRoutes(desk, picture),
    },
  }
}
