import type { FastifyInstance } from 'fastify'
import type { Compiler } from '../compile/compiler'
import { bundleRuntime } from './bundle'
import type { SimulatorOptions } from './simulator'

/** The page a person opens, the runtime it loads and the Mini Program that runtime runs. */
export function shellPage(server: FastifyInstance, compiler: Compiler, options: SimulatorOptions): void {
  const { title, appid, brand, desk = null } = options
  const boot = { title, appid, accent: brand?.accent ?? '', desk, routes: Object.keys(options.routes) }

  server.get('/', async (_request, reply) => {
    const { hash } = compiler.get()
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(html({ ...boot, hash }))
  })
  server.get('/~runtime.js', async (_request, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send((await bundleRuntime()).script),
  )
  server.get('/~runtime.css', async (_request, reply) =>
    reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send((await bundleRuntime()).style),
  )
  server.get('/~app.js', async (_request, reply) => {
    const result = compiler.get()
    const script = 'error' in result ? `__xiaopuFailed(${JSON.stringify(result.error)})` : result.script
    return reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-store').send(script)
  })
  // The shell asks now and then: another hash means that the Mini Program has been built again.
  server.get('/~version', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    return { hash: compiler.get().hash }
  })
  server.get('/favicon.ico', async (_request, reply) => reply.code(204).send())
}

function html(boot: { title: string; hash: string }): string {
  const json = JSON.stringify(boot).replace(/</g, '\\u003c')
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<title>${escapeHtml(boot.title)}</title>
<link rel="stylesheet" href="/~runtime.css">
<body>
<script>window.__xiaopuBoot=${json}</script>
<script src="/~runtime.js"></script>
<script src="/~app.js?${boot.hash}"></script>
`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)
}
