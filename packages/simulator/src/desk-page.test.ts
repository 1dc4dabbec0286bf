import fastify from 'fastify'
import { FIXTURE } from './testing/fixture'
import { TestPhone } from './testing/phone'

const WIDE = { width: 1280, height: 940 }
const TITLE = { zh: '店主', en: 'Merchant' }

/** Somebody's page: says what it was told, and grows when its button is pressed. */
const PAGE = `<!doctype html><meta charset="utf-8"><body style="margin:0">
<button onclick="document.querySelector('p').style.height = '300px'">长高</button>
<button onclick="parent.postMessage({ type: 'desk:open', path: this.title }, '*')" title="pages/cart/index?from=desk">打开</button><p style="margin:0;height:40px"></p>
<script>
  addEventListener('message', ({ data }) => { document.querySelector('p').textContent = JSON.stringify(data) })
  new ResizeObserver(() => parent.postMessage({ type: 'desk:height', height: document.body.offsetHeight }, '*')).observe(document.body)
</script>`

async function somebodysPage() {
  const server = fastify({ forceCloseConnections: true })
  server.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(PAGE))
  const url = await server.listen({ host: '127.0.0.1', port: 0 })
  return { url, close: () => server.close() }
}

let other: Awaited<ReturnType<typeof somebodysPage>>
let phone: TestPhone
beforeAll(async () => {
  other = await somebodysPage()
  phone = await TestPhone.start(FIXTURE, { title: TITLE, url: `${other.url}/` })
})
afterAll(async () => {
  await phone?.close()
  await other?.close()
})

const card = (name = '店主') => phone.page.getByRole('region', { name, exact: true })
const frame = () => phone.page.locator('.desk iframe')
const inside = () => phone.page.frameLocator('.desk iframe')
const heightIs = (height: (pixels: number) => boolean) =>
  expect(
    phone.page.waitForFunction(`(${height})(document.querySelector('.desk iframe').offsetHeight)`),
  ).resolves.toBeTruthy()

test('a page of somebody else’s is in a card as high as it is', async () => {
  await phone.open('', WIDE)
  await card().waitFor()
  await heightIs((pixels) => pixels > 40 && pixels < 200)
  await inside().getByRole('button', { name: '长高' }).click()
  await heightIs((pixels) => pixels > 300)
})

test('it is told the panel’s language and look, and told again when they change', async () => {
  await phone.open('', WIDE)
  await inside()
    .getByText(/"language":"zh","theme":"light"/)
    .waitFor()
  await phone.page.getByRole('button', { name: 'English' }).click()
  await card('Merchant').waitFor()
  await inside()
    .getByText(/"language":"en"/)
    .waitFor()
  expect(await frame().getAttribute('title')).toBe('Merchant')
})

test('it opens a page on the phone with its query, in place of what was open', async () => {
  await phone.open('', WIDE)
  await inside().getByRole('button', { name: '打开' }).click()
  const opened = `window.xiaopu.currentPage().query.from === 'desk' && window.xiaopu.pages().length`
  await expect(phone.page.waitForFunction(opened).then((pages) => pages.jsonValue())).resolves.toBe(1)
})

test('nobody but that page says how high it is', async () => {
  await phone.open('', WIDE)
  await heightIs((pixels) => pixels > 40 && pixels < 200)
  await phone.page.evaluate(`window.postMessage({ type: 'desk:height', height: 5000 }, '*')`)
  await phone.page.evaluate('new Promise((resolve) => setTimeout(resolve))')
  expect(await frame().evaluate('(frame) => frame.style.height')).not.toBe('5000px')
})

test('a phone alone has none', async () => {
  await phone.open()
  await phone.sees('台灯')
  expect(await frame().count()).toBe(0)
})

test('a page that is gone says so, and the phone goes on', async () => {
  await other.close()
  await phone.open('', WIDE)
  await card().getByText('这一页没有回应').waitFor()
  await phone.page.frameLocator('.screen iframe:not([hidden])').getByText('台灯').first().waitFor()
})
