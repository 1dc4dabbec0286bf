import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import fastify from 'fastify'
import { Compiler } from '../compile/compiler'
import { forwardRequests } from './forward-requests'
import { guardOrigin } from './guard'
import { shellPage } from './shell-page'
import { wechatRoutes } from './wechat-routes'

export interface SimulatorOptions {
  /** The folder with app.json: what would be uploaded to WeChat. */
  projectDir: string
  /** Address to listen on. Default 127.0.0.1. */
  host?: string
  /** Port to listen on; 0 takes a free one. Default 0. */
  port?: number
  appid: string
  /**
   * A stand-in for DNS. The Mini Program is compiled with its production origin, such as https://api.shop.example; requests
   * and pictures to a key go to its value. `wx.request` to an origin that is not a key fails as an undeclared domain does.
   */
  routes: Record<string, string>
  /** Base URL of the WeChat sandbox: /device/... is what a phone asks WeChat, /control/... what the panel shows and steers. */
  wechat: string
  /** Name of the shop, for the browser's title. */
  title: string
  brand?: { accent?: string }
  /** A page of somebody else's for the panel to show, such as the merchant's side of the shop; see the README. */
  desk?: { title: { zh: string; en: string }; url: string }
}

export interface Simulator {
  url: string
  port: number
  close(): Promise<void>
}

/**
 * Serves a phone that runs the compiled Mini Program, all under one address.
 *
 * @throws when `projectDir` has no app.json, or when the port is taken (`EADDRINUSE`).
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const host = options.host ?? '127.0.0.1'
  const projectDir = resolve(options.projectDir)
  if (!existsSync(resolve(projectDir, 'app.json'))) {
    throw new Error(`There is no app.json in ${projectDir}. Build the Mini Program first.`)
  }
  const routes = normalise(options.routes)
  const compiler = new Compiler(projectDir)
  const server = fastify({ bodyLimit: 32 * 1024 * 1024, forceCloseConnections: true })
  guardOrigin(server, host)
  shellPage(server, compiler, { ...options, routes })
  forwardRequests(server, { routes, appid: options.appid })
  wechatRoutes(server, options.wechat)
  await server.register(fastifyStatic, { root: projectDir, prefix: '/~app/', cacheControl: false, index: false })

  await server.listen({ host, port: options.port ?? 0 })
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
  return { url: `http://${name}:${port}/`, port, close: () => server.close() }
}

function normalise(routes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(routes).map(([from, to]) => [new URL(from).origin, to.replace(/\/+$/, '')] as const),
  )
}
