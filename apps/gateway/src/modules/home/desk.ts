import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { HomeVersion, HomeWorkbench, PublishHome, SaveHomeDraft, StaffMember } from '@xiaopu/contract'
import type { z } from 'zod'
import { after, type Clock } from '../../clock'
import { Refusal } from '../../http/refusal'
import type { HomeDrafts } from './draft'
import { readDocument, warningsOf } from './findings'
import type { HomeSources } from './goods'
import type { HomePage } from './service'
import type { HomeVersions } from './versions'

interface Needs {
  db: Sql
  clock: Clock
  sources: HomeSources
  versions: HomeVersions
  drafts: HomeDrafts
  page: HomePage
}

export type HomeDesk = ReturnType<typeof createHomeDesk>

/** Nobody plans a home page for longer, ms. */
const YEAR = 366 * 24 * 60 * 60_000

/** The merchant's hand on the home page. */
export function createHomeDesk({ db, clock, sources, versions, drafts, page }: Needs) {
  async function workbench(): Promise<HomeWorkbench> {
    const [written, current, newest, { draft, revision }] = await Promise.all([
      page.written('zh-CN'),
      versions.current(),
      versions.newest(),
      drafts.get(),
    ])
    const document = draft?.document ?? written.document
    return { shownFrom: written.from, newest, current: current?.number ?? 0, revision, draft, document }
  }

  async function save(draft: SaveHomeDraft, by: StaffMember) {
    if (draft.basedOn > (await versions.newest())) {
      throw new Refusal('home_changed', { detail: `there is no version ${draft.basedOn}` })
    }
    const saved = await drafts.save(draft, by)
    return { ...saved, warnings: await warningsOf(sources, draft.document, clock()) }
  }

  /** Nothing is kept: it may be asked at every keystroke. */
  async function check(written: unknown) {
    const read = readDocument(written)
    if ('problems' in read) return { problems: read.problems, warnings: [] }
    return { problems: [], warnings: await warningsOf(sources, read.document, clock()) }
  }

  async function publish(asked: z.output<typeof PublishHome>, by: StaffMember): Promise<HomeVersion> {
    await mayPublish()
    const visibleFrom = momentOf(asked.publishAt)
    return db.transaction(async (transaction) => {
      const { document, basedOn } = await drafts.take(asked.revision, transaction)
      return versions.publish({ document, basedOn, by, visibleFrom, note: asked.note }, transaction)
    })
  }

  async function restore(number: number, basedOn: number, by: StaffMember): Promise<HomeVersion> {
    await mayPublish()
    const { document } = await versions.find(number)
    return versions.publish({ document, basedOn, by, visibleFrom: null, restoredFrom: number })
  }

  async function preview(version: number | null) {
    if (version !== null) await versions.find(version)
    return drafts.preview(version)
  }

  /** @throws Refusal `not_supported`: what is written in the shop system comes first, so nothing would change */
  async function mayPublish(): Promise<void> {
    if ((await page.written('zh-CN')).from === 'shop_system') {
      throw new Refusal('not_supported', { detail: `the home page is written in ${sources.backend.name}` })
    }
  }

  function momentOf(publishAt: string | null): Date | null {
    if (publishAt === null) return null
    const [moment, now] = [new Date(publishAt), clock()]
    const wrong = moment <= now ? 'is over' : moment > after(now, YEAR) ? 'is more than a year ahead' : null
    if (wrong) throw new Refusal('validation_failed', { fields: [{ path: 'body.publishAt', message: wrong }] })
    return moment
  }

  return {
    workbench,
    save,
    check,
    publish,
    restore,
    preview,
    versions: versions.list,
    version: versions.find,
    withdraw: versions.withdraw,
  }
}
