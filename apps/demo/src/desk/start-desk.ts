import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { perform } from './acts'
import type { AfterSaleRoom } from './after-sales'
import { type Desk, DeskRefusal, type Overview } from './desk'
import { type FapiaoRoom, LARGEST_FAPIAO } from './fapiao'
import { mayUse } from './guard'
import type { HomeRoom } from './home'
import type { PictureRoom } from './pictures'
import type { Shelf } from './shelf'

export interface DeskOptions {
  desk: Desk
  shelf: Shelf
  home: HomeRoom
  pictures: PictureRoom
  afterSales: AfterSaleRoom
  fapiao: FapiaoRoom
}

export interface DeskServer {
  url: string
  close(): Promise<void>
}

const HOST = '127.0.0.1'
const PAGE = join(import.meta.dirname, 'page')
/** What is in that folder for a browser. */
const FILES = [
  'desk.css',
  'desk.js',
  'dom.js',
  'words.js',
  'ask.js',
  'form.js',
  'surroundings.js',
  'orders.js',
  'refunds.js',
  'shipping.js',
  'reviews.js',
  'shelf.js',
  'coupons.js',
  'home.js',
  'pictures.js',
  'after-sales.js',
  'after-sale-words.js',
  'fapiao.js',
  'fapiao-words.js',
]
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
}
/** It is shown beside a phone of this machine, and nowhere else. */
const POLICY =
  "default-src 'self'; img-src 'self' http://127.0.0.1:* http://localhost:*; frame-ancestors http://127.0.0.1:* http://localhost:*; base-uri 'none'; form-action 'none'"
const LARGEST_BODY = 16_384
/** A home page of 64 KB, and what is said around it. */
const LARGEST_HOME = 72 * 1024
/** As much as the gateway takes. */
const LARGEST_PICTURE = 10 * 1024 * 1024

/** Serves the merchant's desk on a free port: a page, and the calls only that page may make. */
export async function startDesk({ desk, shelf, home, pictures, afterSales, fapiao }: DeskOptions): Promise<DeskServer> {
  let port = 0
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const refusal = error instanceof DeskRefusal ? error : new DeskRefusal('internal', 500)
      if (refusal !== error) console.error(error)
      reply(response, refusal.status, { code: refusal.code, detail: refusal.message })
    })
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!mayUse(request, port)) throw new DeskRefusal('forbidden', 403)
    const { pathname, searchParams } = new URL(request.url ?? '/', `http://${HOST}`)
    const language = searchParams.get('language') === 'en' ? 'en' : 'zh-CN'
    const which = decoded(pathname.split('/')[3] ?? '')
    if (pathname.startsWith('/api/acts/') && request.method === 'POST') {
      await perform(desk, which, await bodyOf(request))
      return reply(response, 200, {})
    }
    if (pathname.startsWith('/api/home/') && request.method === 'POST')
      return reply(response, 200, (await home.perform(which, await bodyOf(request, LARGEST_HOME))) ?? {})
    if (pathname.startsWith('/api/after-sales/') && request.method === 'POST') {
      await afterSales.perform(which, await bodyOf(request))
      return reply(response, 200, {})
    }
    if (pathname.startsWith('/api/fapiao/') && request.method === 'POST') {
      await fapiao.perform(which, await bodyOf(request, LARGEST_FAPIAO))
      return reply(response, 200, {})
    }
    if (pathname === '/api/pictures' && request.method === 'POST')
      return reply(response, 200, await pictures.send(await bytesOf(request, LARGEST_PICTURE)))
    if (request.method !== 'GET') throw new DeskRefusal('method_not_allowed', 405)
    if (pathname === '/api/overview') return reply(response, 200, await overview(desk, afterSales, fapiao))
    if (pathname === '/api/pictures') return reply(response, 200, await pictures.look())
    if (pathname === '/api/home') return reply(response, 200, await home.look())
    if (pathname === '/api/products')
      return reply(response, 200, await shelf.products(searchParams.get('q') ?? '', language))
    if (pathname.startsWith('/api/products/')) return reply(response, 200, await shelf.skus(which, language))
    await sendFile(pathname, response)
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, HOST, resolve)
  })
  const address = server.address()
  port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://${HOST}:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function overview(desk: Desk, afterSales: AfterSaleRoom, fapiao: FapiaoRoom): Promise<Overview> {
  const { runBy, can } = desk
  const [orders, reviews, coupons, shipping, asked, wanted] = await Promise.all([
    desk.orders(),
    desk.reviews(),
    desk.coupons(),
    desk.shipping(),
    afterSales.look(),
    fapiao.look(),
  ])
  return { runBy, can, orders, reviews, coupons, shipping, afterSales: asked, fapiao: wanted }
}

async function sendFile(pathname: string, response: ServerResponse): Promise<void> {
  const name = pathname === '/' ? 'index.html' : pathname.slice(1)
  if (pathname !== '/' && !FILES.includes(name)) throw new DeskRefusal('not_found', 404)
  response.writeHead(200, {
    'content-type': TYPES[extname(name)],
    'content-security-policy': POLICY,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  })
  response.end(await readFile(join(PAGE, name)))
}

/** What is no UTF-8 is nothing we have. */
function decoded(step: string): string {
  try {
    return decodeURIComponent(step)
  } catch {
    throw new DeskRefusal('not_found', 404)
  }
}

async function bodyOf(request: IncomingMessage, largest = LARGEST_BODY): Promise<unknown> {
  const bytes = await bytesOf(request, largest)
  try {
    return JSON.parse(bytes.toString())
  } catch {
    throw new DeskRefusal('malformed_body', 400)
  }
}

async function bytesOf(request: IncomingMessage, largest: number): Promise<Buffer> {
  let size = 0
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > largest) throw new DeskRefusal('payload_too_large', 413)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}
