import { z } from 'zod'
import { HomeDocument } from './home-document'
import { MerchantPageQuery } from './merchant'
import { Id, Instant, pageOf } from './primitives'
import type { RouteContract } from './routes'

/** 0 is the page that is made of the catalogue while nobody has published one. */
const VersionNumber = z.int().min(0).max(1_000_000_000)
const Person = z.object({ id: Id, name: z.string() })

/** `current` is what shoppers see; `scheduled` takes its place at its time; `withdrawn` was scheduled and never came. */
export const HomeVersionState = z.enum(['scheduled', 'current', 'past', 'withdrawn'])

/** A home page that was published. It never changes; another one takes its place. */
export const HomeVersion = z
  .object({
    number: VersionNumber,
    state: HomeVersionState,
    publishedAt: Instant.describe('When somebody decided it'),
    publishedBy: Person,
    visibleFrom: Instant,
    note: z.string(),
    restoredFrom: VersionNumber.nullable().describe('The version it repeats'),
  })
  .meta({ id: 'HomeVersion' })
export type HomeVersion = z.infer<typeof HomeVersion>

export const HomeVersionDetail = HomeVersion.extend({ document: HomeDocument }).meta({ id: 'HomeVersionDetail' })
export const HomeVersionPage = pageOf(HomeVersion).meta({ id: 'HomeVersionPage' })

export const HomeDraft = z
  .object({
    document: HomeDocument,
    basedOn: VersionNumber.describe('The newest version its writer knew'),
    savedAt: Instant,
    savedBy: Person,
  })
  .meta({ id: 'HomeDraft' })
export type HomeDraft = z.infer<typeof HomeDraft>

/** What is wrong with a document, or will not show: `blocks[3].items[0].target.product`. */
export const HomeFinding = z
  .object({ path: z.string(), message: z.string() })
  .meta({ id: 'HomeFinding', description: 'A place in the document: blocks[3].items[0].target.product' })
export type HomeFinding = z.infer<typeof HomeFinding>

/** What somebody needs who wants to change the home page. */
export const HomeWorkbench = z
  .object({
    shownFrom: z
      .enum(['gateway', 'shop_system', 'catalogue'])
      .describe(
        'shop_system: it is written there, and nothing can be published here. catalogue: nobody has written one',
      ),
    newest: VersionNumber,
    current: VersionNumber.describe('0: none of the versions is shown yet'),
    revision: z
      .int()
      .min(0)
      .describe('Of the draft; given with the next one, so that nobody overwrites what they have not seen'),
    draft: HomeDraft.nullable(),
    document: HomeDocument.describe('To begin with: the draft, or else what is shown'),
  })
  .meta({ id: 'HomeWorkbench' })
export type HomeWorkbench = z.infer<typeof HomeWorkbench>

export const SaveHomeDraft = z
  .strictObject({ document: HomeDocument, basedOn: VersionNumber, revision: z.int().min(0) })
  .meta({ id: 'SaveHomeDraft' })
export type SaveHomeDraft = z.infer<typeof SaveHomeDraft>

export const PublishHome = z.strictObject({
  revision: z.int().min(0).describe('Of the draft that is meant'),
  publishAt: Instant.nullable().describe('null: now'),
  note: z.string().trim().max(200).default(''),
})

const version = z.strictObject({ number: z.coerce.number<string>().int().min(1).max(1_000_000_000) })

/** The merchant's hand on the home page. All of it is for staff; who did what is in the book of acts and with each version. */
export const merchantHomeRoutes = {
  getHomeWorkbench: {
    method: 'GET',
    path: '/v1/merchant/home',
    summary: 'What is shown, the draft, and what to begin with',
    auth: 'staff',
    status: 200,
    response: HomeWorkbench,
    errors: ['commerce_unavailable'],
  },
  saveHomeDraft: {
    method: 'PUT',
    path: '/v1/merchant/home/draft',
    summary: 'Keep a draft; home_changed when somebody else has saved one meanwhile',
    auth: 'staff',
    body: SaveHomeDraft,
    status: 200,
    response: z.object({ draft: HomeDraft, revision: z.int(), warnings: z.array(HomeFinding) }),
    errors: ['home_changed', 'commerce_unavailable'],
  },
  checkHomeDocument: {
    method: 'POST',
    path: '/v1/merchant/home/check',
    summary: 'What is wrong with a document, and what of it would not be shown now; nothing is kept',
    auth: 'staff',
    body: z.strictObject({ document: z.unknown() }),
    status: 200,
    response: z.object({ problems: z.array(HomeFinding), warnings: z.array(HomeFinding) }),
    errors: ['commerce_unavailable'],
  },
  publishHome: {
    method: 'POST',
    path: '/v1/merchant/home/publish',
    summary: 'Publish the draft, now or later; home_changed when it is based on an older version than the newest',
    auth: 'staff',
    body: PublishHome,
    status: 201,
    response: HomeVersion,
    errors: ['not_found', 'home_changed', 'validation_failed', 'not_supported', 'commerce_unavailable'],
  },
  listHomeVersions: {
    method: 'GET',
    path: '/v1/merchant/home/versions',
    summary: 'What was published when and by whom, newest first',
    auth: 'staff',
    query: MerchantPageQuery,
    status: 200,
    response: HomeVersionPage,
    errors: [],
  },
  getHomeVersion: {
    method: 'GET',
    path: '/v1/merchant/home/versions/:number',
    summary: 'One version with its document',
    auth: 'staff',
    params: version,
    status: 200,
    response: HomeVersionDetail,
    errors: ['not_found'],
  },
  restoreHomeVersion: {
    method: 'POST',
    path: '/v1/merchant/home/versions/:number/restore',
    summary: 'Publish an old version again; home_changed when there is a newer one than the caller knows',
    auth: 'staff',
    params: version,
    body: z.strictObject({ basedOn: VersionNumber }),
    status: 201,
    response: HomeVersion,
    errors: ['not_found', 'home_changed', 'not_supported'],
  },
  withdrawHomeVersion: {
    method: 'POST',
    path: '/v1/merchant/home/versions/:number/withdraw',
    summary: 'Call off a scheduled version; home_changed when it is shown already',
    auth: 'staff',
    params: version,
    status: 200,
    response: HomeVersion,
    errors: ['not_found', 'home_changed'],
  },
  previewHome: {
    method: 'POST',
    path: '/v1/merchant/home/previews',
    summary: 'A token to look at the draft, or a version, on a phone for a day',
    auth: 'staff',
    body: z.strictObject({ version: VersionNumber.min(1).nullable() }),
    status: 201,
    response: z.object({ token: z.string(), expiresAt: Instant }),
    errors: ['not_found'],
  },
} as const satisfies Record<string, RouteContract>
