import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Home, HomeDocument, HomeWorkbench, MerchantAct, MerchantPicture, Problem } from '@xiaopu/contract'
import sharp from 'sharp'
import { DAY } from '../../testing/clock'
import { form } from '../../testing/form'
import { openedShop } from '../../testing/opened-shop'

const AT = '/v1/merchant/pictures'

const { stand, owner } = openedShop(
  {},
  'truncate gateway.home_versions, gateway.home_draft, gateway.merchant_pictures, gateway.merchant_acts',
)

const paint = () => sharp({ create: { width: 1600, height: 800, channels: 3, background: '#cc5533' } })
const send = async (file: Buffer, who = owner) => {
  const { payload, headers } = form([{ bytes: file }])
  return who.post<MerchantPicture & Problem>(AT, payload, headers)
}
const sent = async () => (await send(await paint().jpeg().toBuffer())).body
const list = async () => (await owner.get<{ pictures: MerchantPicture[] }>(AT)).body.pictures
const filesOf = async ({ own: { source } }: MerchantPicture) =>
  (await readdir(join(stand().config.dataDir, 'media'), { recursive: true })).filter(
    (name) => name.includes(source) && name.endsWith('.webp'),
  )

const page = ({ own }: MerchantPicture): HomeDocument => ({
  blocks: [
    {
      type: 'hero',
      title: { 'zh-CN': '新品' },
      subtitle: { 'zh-CN': '今天到店' },
      target: { product: 'lamp' },
      picture: { own },
    },
  ],
})
async function saved(document: HomeDocument) {
  const { newest, revision } = (await owner.get<HomeWorkbench>('/v1/merchant/home')).body
  return owner.call<{ revision: number; warnings: unknown[] }>('PUT', '/v1/merchant/home/draft', {
    ...{ document, basedOn: newest, revision },
  })
}
const publish = (revision: number) => owner.post('/v1/merchant/home/publish', { revision, publishAt: null, note: '' })

test('somebody’s file becomes a picture of the home page, in sizes, and nothing of it but the pixels', async () => {
  const file = await paint()
    .withExif({ IFD0: { Copyright: '摄影：小林' } })
    .jpeg()
    .toBuffer()
  expect((await sharp(file).metadata()).exif).toBeDefined()
  const { status, body } = await send(file)
  expect(status).toBe(201)
  expect(body).toMatchObject({ own: { width: 1200, height: 600, tone: '#cc5533' }, sentBy: { name: 'OWNER_TOKEN' } })
  const seen = await stand().gateway.app.inject(new URL(body.picture.full).pathname)
  const metadata = await sharp(seen.rawPayload).metadata()
  expect(metadata).toMatchObject({ format: 'webp', width: 1200, height: 600 })
  expect(metadata.exif).toBeUndefined()

  const { body: draft } = await saved(page(body))
  expect(draft.warnings).toEqual([])
  await publish(draft.revision)
  const home = (await stand().visitor().get<Home>('/v1/home')).body
  expect(home.blocks).toMatchObject([{ type: 'hero', picture: { full: body.picture.full } }])
  const acts = (await owner.get<{ items: MerchantAct[] }>('/v1/merchant/acts')).body.items
  expect(acts.map(({ act }) => act)).toContain('sendMerchantPicture')
})

test.each([
  ['a text that calls itself a picture', () => Buffer.from('milk, bread')],
  ['a script behind the beginning of one', () => Buffer.from('\u00ff\u00d8\u00ff<script>alert(1)</script>', 'latin1')],
  ['one that is broken off', async () => (await paint().jpeg().toBuffer()).subarray(0, 400)],
  [
    'a few bytes that claim a hundred million pixels',
    () =>
      sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: '#000' } })
        .png({ compressionLevel: 9 })
        .toBuffer(),
  ],
])('%s is refused, and nothing is kept', async (_, file) => {
  expect(await send(await file())).toMatchObject({ status: 422, body: { code: 'upload_not_a_picture' } })
  expect(await list()).toEqual([])
})

test('more than ten megabytes, and what comes from no member of staff, are refused unread', async () => {
  expect(await send(Buffer.alloc(10 * 1024 * 1024 + 1))).toMatchObject({
    ...{ status: 413, body: { code: 'payload_too_large' } },
  })
  expect(await send(await paint().jpeg().toBuffer(), await stand().shopper())).toMatchObject({
    ...{ status: 401, body: { code: 'staff_required' } },
  })
  expect(await stand().count('gateway.merchant_pictures')).toBe(0)
})

describe('what no home page names', () => {
  test('goes after thirty days, files and all; what a draft names stays', async () => {
    const [kept, lost] = [await sent(), await sent()]
    await saved(page(kept))
    stand().clock.pass(30 * DAY - 1_000)
    await stand().gateway.runJobsOnce()
    expect(await list()).toHaveLength(2)
    stand().clock.pass(2_000)
    await stand().gateway.runJobsOnce()
    expect(await list()).toMatchObject([{ own: { source: kept.own.source }, used: true }])
    expect([(await filesOf(kept)).length, (await filesOf(lost)).length]).toEqual([3, 0])
  })

  test('is told of, where somebody writes it into a page all the same', async () => {
    const lost = await sent()
    stand().clock.pass(31 * DAY)
    await stand().gateway.runJobsOnce()
    expect((await saved(page(lost))).body.warnings).toEqual([
      { path: 'blocks[0].picture.own.source', message: `there is no picture ${lost.own.source} to be shown` },
    ])
  })

  test('but an earlier version does, stays: that version can be had back', async () => {
    const first = await sent()
    await publish((await saved(page(first))).body.revision)
    const second = await sent()
    await publish((await saved(page(second))).body.revision)
    stand().clock.pass(400 * DAY)
    await stand().gateway.runJobsOnce()
    expect((await list()).map(({ used }) => used)).toEqual([true, true])
    await owner.post('/v1/merchant/home/versions/1/restore', { basedOn: 2 })
    expect((await stand().visitor().get<Home>('/v1/home')).body.blocks).toMatchObject([
      { picture: { full: first.picture.full } },
    ])
    expect(await filesOf(first)).toHaveLength(3)
  })

  test('and is written into one at the moment it would go, either stays or is told of', async () => {
    for (let round = 0; round < 5; round++) {
      const picture = await sent()
      stand().clock.pass(31 * DAY)
      const [{ body }] = await Promise.all([saved(page(picture)), stand().gateway.runJobsOnce()])
      const isThere = (await filesOf(picture)).length === 3
      expect(body.warnings.length > 0).toBe(!isThere)
      await stand().database.execute('truncate gateway.home_draft, gateway.merchant_pictures')
    }
  })
})
