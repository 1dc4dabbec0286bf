import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import { handleErrors } from '../../http/error-handler'
import { mp4Bytes, type PaintedMp4 } from '../../testing/mp4-bytes'
import { type ImportVideo, videoImporter } from './import-video'
import { pictureView } from './picture-view'
import { serveMedia } from './routes'
import { folderStorage } from './storage'
import { folderVideos, type VideoStorage } from './video-storage'
import { videoView } from './video-view'

let folder: string
let videos: VideoStorage
let importVideo: ImportVideo
let app: FastifyInstance
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiaopu-video-'))
  videos = folderVideos(join(folder, 'media'))
  importVideo = videoImporter(videos)
  app = fastify()
  handleErrors(app)
  serveMedia(app, folderStorage(join(folder, 'media')), videos)
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

async function file(name: string, bytes: Buffer | PaintedMp4 = {}): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, Buffer.isBuffer(bytes) ? bytes : mp4Bytes(bytes))
  return path
}

describe('what is no film for every phone is refused with the reason', () => {
  const whole = mp4Bytes()
  test.each<[string, Buffer | PaintedMp4, RegExp]>([
    ['a text that is called film.mp4', Buffer.from('milk, bread'), /it is no MP4/],
    ['nothing at all', Buffer.alloc(0), /it is no MP4/],
    ['a WebM', Buffer.from('1a45dfa39f4286810142f7810142f281', 'hex'), /it is no MP4/],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), /it is no MP4/],
    ['QuickTime of an iPhone', { brand: 'qt  ' }, /QuickTime film \(MOV\), which Android does not play/],
    ['H.265', { codec: 'hvc1' }, /it is H\.265, which not all phones play\. Export it with H\.264/],
    ['AV1', { codec: 'av01' }, /it is AV1/],
    ['a codec nobody knows', { codec: 'wxyz' }, /it is "wxyz"/],
    ['sound', { codec: null }, /it has sound, but no picture/],
    ['a film without size', { width: 0 }, /does not say how large/],
    ['half of one', whole.subarray(0, whole.length - 1), /it is not complete/],
    ['its head alone', whole.subarray(0, 40), /it is not complete/],
  ])('%s', async (_, bytes, reason) => {
    await expect(importVideo(await file('film.mp4', bytes))).rejects.toThrow(reason)
  })

  test('what is larger than shoppers wait for', async () => {
    const path = await file('long.mp4')
    await truncate(path, 30_500_000)
    await expect(importVideo(path)).rejects.toThrow('it has 30.5 MB, and a film may have 30 MB at most')
  })

  test('boxes that say they are larger than everything, or have no size, end nowhere but in a refusal', async () => {
    const endless = Buffer.from([0, 0, 0, 1, ...Buffer.from('ftypisom'), 255, 255, 255, 255, 255, 255])
    await expect(importVideo(await file('endless.mp4', endless))).rejects.toThrow(/it is n/)
    const stuck = Buffer.from([0, 0, 0, 4, ...Buffer.from('ftypisom')])
    await expect(importVideo(await file('stuck.mp4', stuck))).rejects.toThrow(/it is no MP4/)
  })
})

test('a film that is not there is none', async () => {
  expect(await importVideo(join(folder, 'gone.mp4'))).toBeNull()
})

test('its length and measures are read from the film, upright', async () => {
  const lying = await importVideo(await file('lying.mp4', { width: 1280, height: 720, turned: true, seconds: 12.25 }))
  expect(lying).toMatchObject({ width: 720, height: 1280, seconds: 12.25, poster: null })
  expect(await importVideo(await file('live.mp4', { seconds: 0 }))).toMatchObject({ seconds: null })
})

test('the same film under two names is one', async () => {
  const first = await importVideo(await file('one.mp4'))
  expect(await importVideo(await file('two.mp4'))).toEqual(first)
})

describe('a film is served', () => {
  let url: string
  let whole: Buffer
  beforeAll(async () => {
    whole = mp4Bytes({ seconds: 3 })
    const { source } = (await importVideo(await file('served.mp4', whole)))!
    url = `/media/${source}/video.mp4`
  })
  const ask = (headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
    app.inject({ method, url, headers })

  test('whole, for ever, as what it is', async () => {
    const { statusCode, headers, rawPayload } = await ask()
    expect([statusCode, rawPayload.equals(whole)]).toEqual([200, true])
    expect(headers).toMatchObject({
      'content-type': 'video/mp4',
      'accept-ranges': 'bytes',
      'content-length': String(whole.length),
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })

  test('in the pieces iOS asks for', async () => {
    const { statusCode, headers, rawPayload } = await ask({ range: 'bytes=0-1' })
    expect([statusCode, headers['content-range'], headers['content-length']]).toEqual([
      206,
      `bytes 0-1/${whole.length}`,
      '2',
    ])
    expect(rawPayload.equals(whole.subarray(0, 2))).toBe(true)
    const rest = await ask({ range: `bytes=100-`, 'if-range': String(headers.etag) })
    expect([rest.statusCode, rest.rawPayload.equals(whole.subarray(100))]).toEqual([206, true])
  })

  test('whole again to who has had a piece of something else', async () => {
    const { statusCode, rawPayload } = await ask({ range: 'bytes=0-1', 'if-range': '"another"' })
    expect([statusCode, rawPayload.length]).toEqual([200, whole.length])
  })

  test('not at all behind its end', async () => {
    const { statusCode, headers } = await ask({ range: `bytes=${whole.length}-` })
    expect([statusCode, headers['content-range']]).toEqual([416, `bytes */${whole.length}`])
  })

  test('by its measures alone to who only asks for those', async () => {
    const { statusCode, headers, rawPayload } = await ask({}, 'HEAD')
    expect([statusCode, headers['content-length'], rawPayload.length]).toEqual([200, String(whole.length), 0])
  })
})

test.each([`/media/${'a'.repeat(32)}/video.mp4`, '/media/..%2f..%2fetc/video.mp4', '/media/constructor/video.mp4'])(
  '%s is not there',
  async (url) => {
    expect((await app.inject(url)).statusCode).toBe(404)
  },
)

test('a key that is no hash is never made into a path', () => {
  return expect(videos.write('../../etc', Buffer.alloc(0))).rejects.toThrow('not a media key')
})

test('a film has an address at the gateway, or its own', () => {
  const view = videoView('https://cdn.example/media', pictureView('https://cdn.example/media'))
  const film = { poster: null, width: null, height: null, seconds: null, bytes: null }
  expect(view({ source: 'k', ...film })?.src).toBe('https://cdn.example/media/k/video.mp4')
  const elsewhere = 'https://magento.example/film.m3u8'
  expect(view({ source: elsewhere, ...film })?.src).toBe(elsewhere)
  expect(view(null)).toBeNull()
})
