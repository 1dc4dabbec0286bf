import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { Locale } from '@xiaopu/contract'
import type { FastifyBaseLogger } from 'fastify'
import type { Clock } from '../../clock'
import { createHomeDesk } from './desk'
import { createHomeDrafts } from './draft'
import type { HomeSources } from './goods'
import { createHomePage } from './service'
import { createHomeVersions } from './versions'

interface Needs {
  db: Sql
  clock: Clock
  sources: HomeSources
  log: Pick<FastifyBaseLogger, 'warn'>
  merchantBlock?(locale: Locale): Promise<unknown>
}

/** The home page as shoppers see it, and the merchant's hand on it. */
export function createHome({ db, clock, sources, log, merchantBlock }: Needs) {
  const versions = createHomeVersions(db, clock)
  const drafts = createHomeDrafts(db, clock)
  const page = createHomePage({ sources, versions, drafts, clock, log, merchantBlock })
  const desk = createHomeDesk({ db, clock, sources, versions, drafts, page })
  return { page, desk, forgetOldPreviews: drafts.forgetOldPreviews }
}
