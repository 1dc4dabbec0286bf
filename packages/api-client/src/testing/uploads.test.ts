import { createApiClient } from '../client'
import { createScripted, failureOf, json, problem } from '../test/scripted-gateway'
import { openShop, origin, useServer } from '../test/shopping'
import { createFetchTransport, createFetchUploads } from '../wire/fetch-transport'
import { photograph } from './index'

const server = useServer()

/** A phone with these files on it, in a shop. */
function phoneWith(files: Record<string, Uint8Array>) {
  const { shop } = openShop(server)
  const token = shop.signIn()
  const api = createApiClient({
    origin,
    transport: createFetchTransport(),
    uploadTransport: createFetchUploads((path) => files[path]!),
    locale: () => 'zh-CN',
    session: { read: () => token, renew: async () => token, forget() {} },
  })
  return { shop, api }
}

test('a photograph is sent, and comes back as an address of its own', async () => {
  const { shop, api } = phoneWith({ 'tmp/1.jpg': photograph })
  const told: number[] = []
  const upload = await api.uploads.send('tmp/1.jpg', { onProgress: (percent) => told.push(percent) })
  expect(upload).toMatchObject({ id: 'upload-1', picture: { full: `${origin}/media/upload-1-1200.webp` } })
  expect(told).toEqual([100])
  expect(shop.requestsTo('uploadPicture').map(({ body }) => body)).toEqual([
    { field: 'file', bytes: photograph.length },
  ])
})

test('what is no photograph, or too large for one, is refused', async () => {
  const page = new TextEncoder().encode('<script>')
  const { api } = phoneWith({ page, large: new Uint8Array(10 * 1024 * 1024 + 1) })
  expect(await failureOf(api.uploads.send('page'))).toMatchObject({ code: 'upload_not_a_picture', status: 422 })
  expect(await failureOf(api.uploads.send('large'))).toMatchObject({ code: 'payload_too_large' })
})

test('a session that has ended is renewed, and the picture sent once more', async () => {
  const { api, uploads, session } = createScripted([problem('session_expired', 401), json({ id: 'u1' }, 201)])
  session.renew = async () => {
    session.token = 'token-2'
    return 'token-2'
  }
  await api.uploads.send('tmp/1.jpg')
  expect(uploads.map(({ filePath, headers }) => [filePath, headers.Authorization])).toEqual([
    ['tmp/1.jpg', 'Bearer token-1'],
    ['tmp/1.jpg', 'Bearer token-2'],
  ])
})

test('a picture whose answer was lost is not sent again by itself', async () => {
  const { api, uploads } = createScripted([problem('overloaded', 503)])
  expect(await failureOf(api.uploads.send('tmp/1.jpg'))).toMatchObject({ code: 'overloaded', retryable: true })
  expect(uploads).toHaveLength(1)
})
