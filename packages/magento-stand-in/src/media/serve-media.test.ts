import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { graphql } from '../testing/client'
import { openShop } from '../testing/open-shop'

test('pictures are served from the folder, and nothing beside it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'magento-media-'))
  mkdirSync(join(folder, 'pictures'))
  writeFileSync(join(folder, 'pictures', 'chair.jpg'), 'a picture')
  writeFileSync(join(folder, 'secret.jpg'), 'a secret')
  writeFileSync(join(folder, 'pictures', 'notes.txt'), 'notes')
  const magento = await openShop({ mediaFolder: join(folder, 'pictures') })
  const { data } = await graphql(
    magento.url,
    '{ products(filter: { sku: { eq: "CHAIR" } }) { items { small_image { url } } } }',
  )
  const answer = await fetch(data.products.items[0].small_image.url)
  expect([answer.headers.get('content-type'), await answer.text()]).toEqual(['image/jpeg', 'a picture'])
  for (const path of ['none.jpg', 'notes.txt', '..%2fsecret.jpg', '%2e%2e/secret.jpg', '']) {
    expect((await fetch(`${magento.url}/media/catalog/product/${path}`)).status).toBe(404)
  }
  await magento.close()
  rmSync(folder, { recursive: true })
})

test('a film is served in pieces, from whichever folder has it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'magento-films-'))
  writeFileSync(join(folder, 'chair.mp4'), '0123456789')
  const magento = await openShop({ mediaFolder: [join(folder, 'nowhere'), folder] })
  const url = `${magento.url}/media/catalog/product/chair.mp4`
  const piece = await fetch(url, { headers: { range: 'bytes=2-4' } })
  expect([piece.status, piece.headers.get('content-range'), await piece.text()]).toEqual([206, 'bytes 2-4/10', '234'])
  expect((await fetch(url, { headers: { range: 'bytes=10-' } })).status).toBe(416)
  expect(await (await fetch(url)).text()).toBe('0123456789')
  await magento.close()
  rmSync(folder, { recursive: true })
})

test('behind a public name pictures carry that name, and are served where the shop listens', async () => {
  const magento = await openShop({ publicUrl: 'https://magento.shop.example' })
  const { data } = await graphql(
    magento.url,
    '{ products(filter: { sku: { eq: "CHAIR" } }) { items { small_image { url } } } }',
  )
  expect(data.products.items[0].small_image.url).toBe('https://magento.shop.example/media/catalog/product/chair.jpg')
  await magento.close()
})
