import { behindPublicName, MAGENTO_ORIGIN } from './public-address'

const HERE = 'http://127.0.0.1:4711'
const answering = (body: string | null, status = 200) =>
  behindPublicName(HERE, async () => new Response(body, { status, headers: { 'x-magento-cache-id': 'abc' } }))

test('what Magento says of its own address carries the public name', async () => {
  const answer = await answering(`{"url":"${HERE}/media/a.jpg","link":"https://elsewhere.example/"}`)(`${HERE}/graphql`)
  expect(await answer.json()).toEqual({ url: `${MAGENTO_ORIGIN}/media/a.jpg`, link: 'https://elsewhere.example/' })
  expect(answer.headers.get('x-magento-cache-id')).toBe('abc')
})

test('a refusal stays one, and an empty answer is let through', async () => {
  expect((await answering('{"message":"no"}', 401)(HERE)).status).toBe(401)
  expect((await answering(null, 204)(HERE)).status).toBe(204)
})
