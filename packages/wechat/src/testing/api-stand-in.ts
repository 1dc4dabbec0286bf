import type { ServerResponse } from 'node:http'
import { type HttpStandIn, type Received, startHttpStandIn } from './http-stand-in'

/**
 * `'hang-up'` cuts the connection, `'silent'` never answers, another text is sent as it is, an object as JSON (its `httpStatus`, if
 * any, is the status), a function decides by the request.
 */
export type ApiReply = object | string | ((request: Received) => object)

export interface ApiStandIn extends HttpStandIn {
  /** Answers requests for `path` in turn; the last reply stays. */
  on(path: string, ...replies: ApiReply[]): void
  /** Requests for `path` so far. */
  to(path: string): Received[]
}

/** api.weixin.qq.com on a free port. */
export async function startApiStandIn(): Promise<ApiStandIn> {
  const replies = new Map<string, ApiReply[]>()
  const pathOf = (request: Received) => request.url.replace(/\?.*/, '')
  const server = await startHttpStandIn((request, response) => {
    const prepared = replies.get(pathOf(request)) ?? []
    const reply = prepared.length > 1 ? prepared.shift() : prepared[0]
    write(
      response,
      (typeof reply === 'function' ? reply(request) : reply) ?? { errcode: -2, errmsg: 'nothing prepared' },
    )
  })
  return {
    ...server,
    on: (path, ...prepared) => void replies.set(path, prepared),
    to: (path) => server.received.filter((request) => pathOf(request) === path),
  }
}

function write(response: ServerResponse, reply: object | string): void {
  if (reply === 'silent') return
  if (reply === 'hang-up') return void response.destroy()
  if (typeof reply === 'object' && 'httpStatus' in reply) response.statusCode = Number(reply.httpStatus)
  response.end(typeof reply === 'string' ? reply : JSON.stringify(reply))
}
