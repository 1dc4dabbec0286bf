import type { CommerceBackend } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { FastifyBaseLogger } from 'fastify'
import type { Clock } from '../../clock'
import type { PictureView } from '../media/picture-view'
import type { Uploads } from '../uploads/service'
import { createAfterSaleBook } from './book'
import { createCases } from './cases'
import { createAfterSaleDesk } from './desk'
import { afterSaleJobs } from './jobs'
import { refundingOrders } from './refund-order'
import { createReplacements } from './replacements'
import { afterSaleHandlers } from './routes'
import { createAfterSales } from './service'

interface Needs {
  db: Sql
  backend: CommerceBackend
  uploads: Uploads
  picture: PictureView
  clock: Clock
  windowMs: number
  returnWithinMs: number
  log: Pick<FastifyBaseLogger, 'error'>
}

/** Puts the parts of this module together. */
export function createAfterSalesModule({ windowMs, returnWithinMs, uploads, log, ...needs }: Needs) {
  const { db, backend, picture, clock } = needs
  const book = createAfterSaleBook(db, clock)
  const cases = createCases({ db, book, clock, windowMs })
  const replacements = createReplacements({ backend, book, log })
  const desk = createAfterSaleDesk({ db, backend, book, replacements, picture, clock, returnWithinMs })
  const service = createAfterSales({ db, backend, book, cases, replacements, uploads, picture, clock })
  const { noteRefund, sweep, handlers: events } = afterSaleJobs(book, replacements, clock)
  return {
    ...{ cases, desk, noteRefund, events },
    sweeps: [sweep],
    handlers: afterSaleHandlers(service, desk, refundingOrders({ backend, book, cases, clock })),
  }
}

export type AfterSalesModule = ReturnType<typeof createAfterSalesModule>
