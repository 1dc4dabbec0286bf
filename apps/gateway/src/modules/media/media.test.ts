import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import sharp from 'sharp'
import { handleErrors } from '../../http/error-handler'
import { type ImportPicture, NoPicture, pictureImporter } from './import-picture'
import { pictureView } from './picture-view'
import { serveMedia } from './routes'
import { folderStorage, type MediaStorage } from './storage'
import { folderVideos } from './video-storage'

let folder: string
let storage: MediaStorage
let importPicture: ImportPicture
let app: FastifyInstance
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiaopu-media-'))
  storage = folderStorage(join(folder, 'media'))
  importPicture = pictureImporter(storage)
  app = fastify()
  handleErrors(app)
  serveMedia(app, storage, folderVideos(join(folder, 'media')))
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

const paint = async (name: string, width: number, height: number, background = '#336699') => {
  const file = join(folder, name)
  await sharp({ create: { width, height, channels: 4, background } }).toFile(file)
  return file
}
const sizeOf = async (url: string) => {
  const { rawPayload, statusCode, headers } = await app.inject(url)
  expect(statusCode).toBe(200)
  expect(headers['content-type']).toBe('image/webp')
  const { width, height, format } = await sharp(rawPayload).metadata()
  return { width, height, format }
}

test('a photograph becomes three sizes, squares for rows and lists, its own shape for galleries', async () => {
  const { source, ...picture } = await importPicture(await paint('wide.png', 2400, 1600))
  expect(picture).toEqual({ width: 1200, height: 800, tone: '#336699', alt: '' })
  expect(await sizeOf(`/media/${source}/thumb.webp`)).toEqual({ width: 240, height: 240, format: 'webp' })
  expect(await sizeOf(`/media/${source}/card.webp`)).toEqual({ width: 600, height: 600, format: 'webp' })
  expect(await sizeOf(`/media/${source}/full.webp`)).toEqual({ width: 1200, height: 800, format: 'webp' })
})

test('a small photograph is not blown up in the gallery', async () => {
  const { source, width, height } = await importPicture(await paint('small.png', 300, 450))
  expect({ width, height }).toEqual({ width: 300, height: 450 })
  expect(await sizeOf(`/media/${source}/full.webp`)).toMatchObject({ width: 300, height: 450 })
})

test('a photograph taken with a turned phone stands upright', async () => {
  const file = join(folder, 'turned.jpg')
  await sharp({ create: { width: 400, height: 200, channels: 3, background: '#888888' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toFile(file)
  expect(await importPicture(file)).toMatchObject({ width: 200, height: 400 })
})

test('what is transparent counts as white in the tone', async () => {
  expect(await importPicture(await paint('clear.png', 50, 50, '#00000000'))).toMatchObject({ tone: '#ffffff' })
})

test('the same file is the same picture, made once', async () => {
  const file = await paint('once.png', 100, 100)
  const written = jest.fn()
  const counting = pictureImporter({
    ...storage,
    write: async (...args) => {
      written()
      await storage.write(...args)
    },
  })
  const first = await counting(file)
  const second = await counting(file)
  expect(second).toEqual(first)
  expect(written).toHaveBeenCalledTimes(3)
  expect(await readdir(join(folder, 'media', first.source.slice(0, 2), first.source))).toEqual([
    'card.webp',
    'full.webp',
    'thumb.webp',
  ])
})

test('pictures may be kept for ever', async () => {
  const { source } = await importPicture(await paint('kept.png', 10, 10))
  const { headers } = await app.inject(`/media/${source}/card.webp`)
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
})

test('a file that is no picture is refused by name', async () => {
  const file = join(folder, 'notes.jpg')
  await writeFile(file, 'milk, bread')
  await expect(importPicture(file)).rejects.toThrow('notes.jpg is no picture that can be read')
  await expect(importPicture(join(folder, 'gone.jpg'))).rejects.toThrow(NoPicture)
})

test.each([
  '/media/../media.test.ts/full.webp',
  '/media/..%2f..%2fetc/passwd.webp',
  `/media/${'a'.repeat(32)}/full.webp`,
  `/media/${'a'.repeat(32)}/..%2fthumb.webp`,
  `/media/${'A'.repeat(32)}/full.webp`,
  '/media/constructor/toString.webp',
])('%s is not there', async (url) => {
  expect((await app.inject(url)).statusCode).toBe(404)
})

test('a key that is no hash is never made into a path', () => {
  return expect(storage.write('../../etc', 'full', Buffer.alloc(0))).rejects.toThrow('not a media key')
})

test('a picture with an address of its own is shown from there', () => {
  const picture = { source: 'https://magento.example/p.jpg', width: 800, height: 800, tone: '#ffffff', alt: '' }
  expect(pictureView('https://cdn.example/media')(picture)).toMatchObject({
    thumb: picture.source,
    full: picture.source,
  })
})
