import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as a stand-in for WeChat received it. */
export interface Received {
  method: string
  /** Path and query, undecoded: what request signatures cover. */
  url: string
  headers: IncomingHttpHeaders
  body: string
}

export interface HttpStandIn {
  url: string
  received: Received[]
  close(): Promise<void>
}

/** A local HTTP server on a free port that answers with `answer`, and remembers what it was asked. */
export async function startHttpStandIn(
  answer: (request: Received, response: ServerResponse) => void,
): Promise<HttpStandIn> {
  const received: Received[] = []
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming
      const request = { method, url, headers, body: Buffer.concat(chunks).toString('utf8') }
      received.push(request)
      answer(request, response)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
