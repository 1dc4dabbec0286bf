import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import type { Problem, Upload } from '@xiaopu/contract'
import sharp from 'sharp'
import { HOUR, MINUTE } from '../../testing/clock'
import { form } from '../../testing/form'
import { PUBLIC_URL } from '../../testing/merchant'
import { CHEN, Stand } from '../../testing/stand'
import type { Visitor } from '../../testing/visitor'
import { pictureView } from '../media/picture-view'
import { folderStorage } from '../media/storage'
import { createUploads, type Uploads } from './service'

let stand: Stand
let shopper: Visitor
let media: string
let uploads: Uploads
beforeAll(async () => {
  stand = await Stand.open()
  media = join(stand.config.dataDir, 'media')
  const [db, clock] = [stand.database.db, stand.clock.now]
  uploads = createUploads({ db, clock, storage: folderStorage(media), picture: pictureView(`${PUBLIC_URL}/media`) })
})
afterAll(() => stand.close())
beforeEach(async () => {
  await stand.firstMorning()
  shopper = await stand.shopper()
})

const paint = (width = 400, height = 300) => sharp({ create: { width, height, channels: 3, background: '#cc5533' } })
const photograph = () => paint().jpeg().toBuffer()
const send = (file: Buffer | string, who = shopper, field?: string) => {
  const { payload, headers } = form([{ field, bytes: Buffer.from(file as string) }])
  return who.post<Upload & Problem>('/v1/uploads', payload, headers)
}
const fileOf = async (url: string) => {
  const { rawPayload, statusCode } = await stand.gateway.app.inject(new URL(url).pathname)
  return { statusCode, bytes: rawPayload }
}
const kept = async () => (await readdir(media, { recursive: true })).filter((name) => name.endsWith('.webp')).length
const shopperId = async (who = shopper) => (await who.get<{ id: string }>('/v1/me')).body.id

describe('a photograph', () => {
  test('is taken in and can be seen in three sizes by whoever is told where', async () => {
    const { status, body } = await send(await photograph())
    expect(status).toBe(201)
    expect(body.picture).toMatchObject({ width: 400, height: 300, alt: '' })
    const sizes = await Promise.all(
      [body.picture.thumb, body.picture.card, body.picture.full].map(async (url) => {
        const { format, width, height } = await sharp((await fileOf(url)).bytes).metadata()
        return [format, width, height]
      }),
    )
    expect(sizes).toEqual([
      ['webp', 240, 240],
      ['webp', 600, 600],
      ['webp', 400, 300],
    ])
  })

  test('loses where it was taken, by what, and in which colours; it stands upright', async () => {
    const taken = await paint()
      .withExif({ IFD0: { Copyright: 'Lin', Make: 'Phone' }, IFD3: { GPSLatitude: '31/1 13/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .withIccProfile('p3')
      .jpeg()
      .toBuffer()
    expect((await sharp(taken).metadata()).exif).toBeDefined()
    const { picture } = (await send(taken)).body
    expect(picture).toMatchObject({ width: 300, height: 400 })
    const { bytes } = await fileOf(picture.full)
    const { exif, icc, xmp, orientation } = await sharp(bytes).metadata()
    expect({ exif, icc, xmp, orientation }).toEqual({})
  })

  test('with a script behind it is a photograph and no more', async () => {
    const script = '<script>alert(document.cookie)</script>'
    const { status, body } = await send(Buffer.concat([await photograph(), Buffer.from(script)]))
    expect(status).toBe(201)
    for (const url of [body.picture.thumb, body.picture.card, body.picture.full])
      expect((await fileOf(url)).bytes.includes('script')).toBe(false)
  })

  test('sent twice is two pictures: an address tells nothing of what somebody else has sent', async () => {
    const [one, other] = [await send(await photograph()), await send(await photograph(), await stand.shopper(CHEN))]
    expect(one.body.picture.full).not.toBe(other.body.picture.full)
  })

  test('as long as a chat, or as wide as a mountain range, fits', async () => {
    for (const [width, height] of [
      [300, 12_000],
      [12_000, 300],
    ] as const)
      expect((await send(await paint(width, height).png().toBuffer())).status).toBe(201)
  })
})

/** A PNG that says it has as many pixels as one likes, in a few bytes. */
function bomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * 100))
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}
function crc(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return (sum ^ 0xffffffff) >>> 0
}

describe('a file that only claims to be a picture is refused, and nothing is kept:', () => {
  const cut = async () => (await paint(1_000, 1_000).jpeg().toBuffer()).subarray(0, 2_000)
  test.each<[string, () => Promise<Buffer> | Buffer]>([
    ['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    [
      'a drawing with a script',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    ],
    [
      'a page that begins like a photograph',
      () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('<script>')]),
    ],
    ['a script that is a GIF, too', () => Buffer.from('GIF89a/*\u0000*/=alert(1)')],
    ['a GIF', () => paint().gif().toBuffer()],
    ['a photograph that broke off', cut],
    ['a bomb of 10,000 million pixels', () => bomb(100_000, 100_000)],
    ['nothing', () => Buffer.alloc(0)],
  ])('%s', async (_what, file) => {
    const before = await kept()
    expect(await send(await file())).toMatchObject({ status: 422, body: { code: 'upload_not_a_picture' } })
    expect([await kept(), await stand.count('gateway.uploads')]).toEqual([before, 0])
  })
})

describe('a form is refused', () => {
  test('from somebody who has not signed in', async () => {
    expect((await send(await photograph(), stand.visitor())).body).toMatchObject({ code: 'session_required' })
  })

  test('with more than 10 MB in it', async () => {
    expect(await send(Buffer.alloc(10 * 1024 * 1024 + 1, 0xff))).toMatchObject({
      status: 413,
      body: { code: 'payload_too_large' },
    })
  })

  test('when it is none', async () => {
    expect(await shopper.post('/v1/uploads', { file: 'x' })).toMatchObject({
      status: 415,
      body: { code: 'unsupported_media_type' },
    })
  })

  test('with another field, with two files, with a word, with nothing', async () => {
    const bytes = await photograph()
    const refused = { status: 400, body: { code: 'validation_failed', fields: [{ path: 'body.file' }] } }
    expect(await send(bytes, shopper, 'picture')).toMatchObject(refused)
    for (const parts of [[{ bytes }, { bytes }], [{ bytes }, { field: 'note', text: 'x' }], []]) {
      const { payload, headers } = form(parts)
      expect(await shopper.post('/v1/uploads', payload, headers)).toMatchObject(refused)
    }
    expect(await stand.count('gateway.uploads')).toBe(0)
  })

  test('when sixty pictures lie about that were put into nothing', async () => {
    const id = await shopperId()
    await stand.database.execute(
      `insert into gateway.uploads (id, shopper_id, picture, created_at)
       select 'old-' || n, $1, '{"source": ""}', $2 from generate_series(1, 60) n`,
      [id, stand.clock.now()],
    )
    expect(await send(await photograph())).toMatchObject({ status: 429, body: { code: 'rate_limited' } })
    expect((await send(await photograph(), await stand.shopper(CHEN))).status).toBe(201)
  })
})

describe('what is put into something', () => {
  const claim = async (ids: string[], by = 'review:1') => uploads.claim({ shopperId: await shopperId(), ids, by })
  const sent = async (who = shopper) => (await send(await photograph(), who)).body.id

  test('comes in the order asked for, and again for the same thing', async () => {
    const [one, two] = [await sent(), await sent()]
    const pictures = await claim([two, one])
    expect(await claim([two, one])).toEqual(pictures)
    expect((await claim([one])).map(({ source }) => source)).toEqual([pictures[1]!.source])
  })

  test('is one’s own, exists, and is in nothing else; otherwise none of them is taken', async () => {
    const [mine, theirs] = [await sent(), await sent(await stand.shopper(CHEN))]
    for (const other of [theirs, 'nothing'])
      await expect(claim([mine, other])).rejects.toMatchObject({ code: 'validation_failed' })
    await claim([mine], 'review:1')
    await expect(claim([mine], 'review:2')).rejects.toMatchObject({ code: 'validation_failed' })
  })

  test('goes into one of two things that want it at once', async () => {
    const id = await sent()
    const outcomes = await Promise.allSettled(['review:1', 'review:2', 'review:3'].map((by) => claim([id], by)))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
  })

  test('stays, while the rest is thrown away after a day, files and all', async () => {
    const [inside, outside] = [(await send(await photograph())).body, (await send(await photograph())).body]
    await claim([inside.id])
    stand.clock.pass(24 * HOUR - MINUTE)
    await stand.gateway.runJobsOnce()
    expect((await fileOf(outside.picture.full)).statusCode).toBe(200)
    stand.clock.pass(2 * MINUTE)
    await stand.gateway.runJobsOnce()
    expect((await fileOf(outside.picture.full)).statusCode).toBe(404)
    expect((await fileOf(inside.picture.full)).statusCode).toBe(200)
    expect(await stand.count('gateway.uploads')).toBe(1)
  })

  test('is free again when the thing came to nothing, and goes with it when it is thrown away', async () => {
    const { id, picture } = (await send(await photograph())).body
    await claim([id], 'review:1')
    await uploads.release('review:1')
    await claim([id], 'review:2')
    await uploads.discard('review:2')
    await expect(claim([id])).rejects.toMatchObject({ code: 'validation_failed' })
    await stand.gateway.runJobsOnce()
    expect((await fileOf(picture.thumb)).statusCode).toBe(404)
  })
})
