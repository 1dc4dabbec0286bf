import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { FastifyInstance, FastifyReply } from 'fastify'

interface Forwarding {
  routes: Record<string, string>
  appid: string
}

interface RequestOrder {
  url: string
  method: string
  headers: Record<string, string>
  /** Text, or base64 when `base64` is set. */
  body?: string
  base64?: boolean
}

/** Headers of the browser that a phone would not send, or that fetch sets itself. */
const NOT_FORWARDED = new Set(['host', 'connection', 'content-length', 'referer', 'origin', 'cookie', 'user-agent'])

/** Of a file; the last two are for films, which are played in pieces. */
const PASSED_ON = ['content-type', 'cache-control', 'etag', 'last-modified', 'accept-ranges', 'content-range']

const USER_AGENT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50 NetType/WIFI Language/zh_CN'

/**
 * `POST /~request` does what `wx.request` asks: a Mini Program knows neither CORS nor cookies, so a browser's fetch will not do.
 * `GET /~net/<origin>/<path>` is for pictures and other things a page loads by address.
 */
export function forwardRequests(server: FastifyInstance, { routes, appid }: Forwarding): void {
  const target = (url: URL) => {
    const base = routes[url.origin]
    return base ? `${base}${url.pathname}${url.search}` : null
  }

  server.post<{ Body: RequestOrder }>('/~request', async (request, reply) => {
    const order = request.body
    const url = target(new URL(order.url))
    if (!url) return reply.code(421).send('url not in domain list')
    const headers = new Headers({ 'user-agent': USER_AGENT })
    for (const [name, value] of Object.entries(order.headers)) {
      if (!NOT_FORWARDED.has(name.toLowerCase())) headers.set(name, String(value))
    }
    headers.set('referer', `https://servicewechat.com/${appid}/0/page-frame.html`)
    const body = order.body === undefined ? undefined : order.base64 ? Buffer.from(order.body, 'base64') : order.body
    try {
      const answer = await fetch(url, {
        method: order.method,
        headers,
        body,
        redirect: 'follow',
        signal: whileOpen(reply),
      })
      const head = { status: answer.status, header: headersOf(answer.headers), cookies: answer.headers.getSetCookie() }
      return reply
        .header('x-answer', encodeURIComponent(JSON.stringify(head)))
        .type('application/octet-stream')
        .send(Buffer.from(await answer.arrayBuffer()))
    } catch (error) {
      return reply.code(502).send(reason(error))
    }
  })

  server.get<{ Params: { origin: string; '*': string } }>('/~net/:origin/*', async (request, reply) => {
    const path = request.url.split('/').slice(3).join('/')
    const origin = decodeURIComponent(request.params.origin)
    const url = URL.canParse(origin) ? target(new URL(`${origin}/${path}`)) : null
    if (!url) return reply.code(404).send('Not routed')
    try {
      const { range } = request.headers
      const headers = { 'user-agent': USER_AGENT, ...(range ? { range } : {}) }
      const answer = await fetch(url, { headers, signal: whileOpen(reply) })
      reply.code(answer.status)
      for (const name of PASSED_ON) {
        const value = answer.headers.get(name)
        if (value) reply.header(name, value)
      }
      return reply.send(answer.body ? Readable.fromWeb(answer.body as ReadableStream) : '')
    } catch (error) {
      return reply.code(502).send(reason(error))
    }
  })
}

/** `abort()` on the phone closes the browser's request; what we asked for in its name ends with it. */
function whileOpen(reply: FastifyReply): AbortSignal {
  const controller = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort()
  })
  return controller.signal
}

/** WeChat joins repeated headers with a comma and keeps the names as sent; Node gives them in lower case. */
function headersOf(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].map(([name, value]) => [titleCase(name), value]))
}

function titleCase(name: string): string {
  return name.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => dash + letter.toUpperCase())
}

function reason(error: unknown): string {
  const { cause, message } = error as Error & { cause?: { code?: string; message?: string } }
  return cause?.code ?? cause?.message ?? message
}
