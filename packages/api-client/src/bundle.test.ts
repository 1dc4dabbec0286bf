import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import type * as Client from './index'

/** What browsers and Node have and WeChat's logic layer has not. */
const absent = [
  'URL',
  'URLSearchParams',
  'fetch',
  'AbortController',
  'AbortSignal',
  'TextEncoder',
  'crypto',
  'structuredClone',
]
/** Some 150 bytes for each of its eighty calls, and how a call is made. */
const limit = 24 * 1024

async function bundle(minify: boolean) {
  const result = await build({
    entryPoints: [`${__dirname}/index.ts`],
    bundle: true,
    write: false,
    minify,
    metafile: true,
    format: 'iife',
    globalName: 'client',
    target: 'es2020',
  })
  return { code: result.outputFiles[0]!.text, inputs: Object.keys(result.metafile.inputs) }
}

test(`the phone carries less than ${limit} bytes for it, and no schema library`, async () => {
  const { code, inputs } = await bundle(true)
  expect(inputs.filter((file) => /zod|contract\/|testing|\/test\/|fetch-transport/.test(file))).toEqual([])
  expect(code).not.toMatch(/zod/i)
  expect(code.length).toBeLessThan(limit)
  process.stdout.write(`@xiaopu/api-client minified: ${code.length} bytes of ${limit}\n`)
})

test('nothing in it names what the logic layer of WeChat lacks', async () => {
  const { code } = await bundle(false)
  const withoutComments = code.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
  for (const name of absent) expect(withoutComments).not.toMatch(new RegExp(`\\b${name}\\b`))
})

test('a shopper buys where none of it exists: signed in, retried, aborted, refused', async () => {
  const context = createContext({ setTimeout, clearTimeout })
  for (const name of absent) expect(runInContext(`typeof ${name}`, context)).toBe('undefined')
  const { code } = await bundle(true)
  const { createApiClient, createAborter, newIdempotencyKey } = runInContext(`${code};client`, context) as typeof Client

  const asked: string[] = []
  let token: string | null = null
  const api = createApiClient({
    origin: 'https://gateway.test/',
    session: {
      read: () => token,
      async renew() {
        token = (await api.sessions.signIn('code')).token
        return token
      },
      forget() {
        token = null
      },
    },
    locale: () => 'en',
    async transport({ method, url }) {
      const call = `${method} ${url.replace('https://gateway.test', '')}`
      asked.push(call)
      const headers = { 'content-type': 'application/json' }
      if (asked.length === 1) return { status: 502, headers: {}, body: '<html>' }
      if (call.includes('cart')) return { status: 409, headers, body: '{"code":"sold_out_in_future"}' }
      return { status: 200, headers, body: '{"token":"t","items":[]}' }
    },
  })

  await api.catalog.products({ q: '茶' })
  await api.orders.place({} as never, { idempotencyKey: newIdempotencyKey() })
  await expect(api.cart.get()).rejects.toMatchObject({ code: 'bad_answer' })
  const { signal, abort } = createAborter()
  abort()
  await expect(api.home.get({ signal })).rejects.toMatchObject({ code: 'aborted' })
  expect(asked).toEqual([
    'GET /v1/products?q=%E8%8C%B6',
    'GET /v1/products?q=%E8%8C%B6',
    'POST /v1/sessions',
    'POST /v1/orders',
    'GET /v1/cart',
  ])
})
