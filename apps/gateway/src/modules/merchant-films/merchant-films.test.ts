import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { MAX_FILM_BYTES, type MerchantAct, type MerchantProblem, type Product, type Video } from '@xiaopu/contract'
import { form } from '../../testing/form'
import { mp4Bytes } from '../../testing/mp4-bytes'
import { openedShop } from '../../testing/opened-shop'

const { stand, shopper, owner } = openedShop()

const at = (productId: string) => `/v1/merchant/products/${productId}/film`
function send(file: Buffer, { productId = 'lamp', who = owner } = {}) {
  const { payload, headers } = form([{ bytes: file }])
  return who.post<Video & MerchantProblem>(at(productId), payload, headers)
}
const shown = async () => (await stand().visitor().get<Product>('/v1/products/lamp')).body.video
const kept = async () => {
  const names = await readdir(join(stand().config.dataDir, 'media'), { recursive: true }).catch(() => [])
  return names.filter((name) => name.includes('video.mp4')).length
}
const acts = async () =>
  (await owner.get<{ items: MerchantAct[] }>('/v1/merchant/acts')).body.items.filter(({ act }) => /Film$/.test(act))

beforeEach(() => stand().database.execute('update commerce.products set video = null; truncate gateway.merchant_acts'))

test('a film stands in front of a product’s pictures, is played in pieces, and goes again; each is written down', async () => {
  const film = mp4Bytes({ width: 720, height: 1280, seconds: 6.5 })
  const { status, body } = await send(film)
  expect(status).toBe(201)
  expect(body).toMatchObject({ width: 720, height: 1280, seconds: 6.5, bytes: film.length, poster: null })
  expect(await shown()).toEqual(body)
  const part = await stand().gateway.app.inject({ url: new URL(body.src).pathname, headers: { range: 'bytes=0-1' } })
  expect([part.statusCode, part.rawPayload.length]).toEqual([206, 2])

  expect((await owner.call('DELETE', at('lamp'))).status).toBe(204)
  expect((await owner.call('DELETE', at('lamp'))).status).toBe(204)
  expect(await shown()).toBeNull()
  const written = await acts()
  expect(written.map(({ act, outcome, subject }) => `${act} ${subject} ${outcome}`).sort()).toEqual([
    'putProductFilm lamp done',
    'removeProductFilm lamp done',
    'removeProductFilm lamp done',
  ])
  expect(written[0]).toMatchObject({ staff: { name: 'OWNER_TOKEN' } })
})

test('another film takes the place of the first, and the same one sent twice is kept once', async () => {
  const [first, second] = [mp4Bytes({ seconds: 3 }), mp4Bytes({ seconds: 4 })]
  await send(first)
  const files = await kept()
  await Promise.all([send(second), send(second), send(second)])
  expect(await shown()).toMatchObject({ seconds: 4 })
  expect(await kept()).toBe(files + 1)
})

test.each([
  ['a text that is called a film', Buffer.from('milk, bread'), /it is no MP4/],
  ['a page with a script', Buffer.from('<!doctype html><script>alert(1)</script>'), /it is no MP4/],
  ['QuickTime of an iPhone', mp4Bytes({ brand: 'qt  ' }), /Android does not play/],
  ['H.265', mp4Bytes({ codec: 'hvc1' }), /not all phones play/],
  ['half a film', mp4Bytes().subarray(0, -1), /it is not complete/],
])('%s is refused with the reason; the film before it stays, and nothing is kept', async (_, file, reason) => {
  await send(mp4Bytes({ seconds: 3 }))
  const files = await kept()
  expect(await send(file)).toMatchObject({
    status: 422,
    body: { code: 'film_not_playable', detail: expect.stringMatching(reason) },
  })
  expect(await shown()).toMatchObject({ seconds: 3 })
  expect([await kept(), (await acts()).map(({ outcome }) => outcome).sort()]).toEqual([files, ['done', 'refused']])
})

test('more than thirty megabytes is refused unread, and so is what is no form', async () => {
  expect(await send(Buffer.alloc(MAX_FILM_BYTES + 1))).toMatchObject({
    ...{ status: 413, body: { code: 'payload_too_large' } },
  })
  expect(await owner.post(at('lamp'), '{}', { 'content-type': 'application/json' })).toMatchObject({ status: 415 })
  expect(await shown()).toBeNull()
})

test('a product nobody knows has no film, and nothing of it is kept', async () => {
  const files = await kept()
  expect(await send(mp4Bytes({ seconds: 99 }), { productId: 'no-such-thing' })).toMatchObject({ status: 404 })
  expect((await owner.call('DELETE', at('no-such-thing'))).status).toBe(404)
  expect(await kept()).toBe(files)
})

test('only the shop’s own people decide about films', async () => {
  for (const who of [shopper, stand().visitor()])
    expect(await send(mp4Bytes(), { who })).toMatchObject({ status: 401, body: { code: 'staff_required' } })
  expect(await shown()).toBeNull()
})
