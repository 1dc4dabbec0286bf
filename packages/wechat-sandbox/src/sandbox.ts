import type { AddressInfo } from 'node:net'
import fastify from 'fastify'
import { Control } from './control/control'
import { Mishaps } from './control/mishaps'
import { controlRoutes } from './control/routes'
import { Cashier } from './device/cashier'
import { deviceRoutes } from './device/routes'
import { CallbackEngine } from './notify/engine'
import { MessagePushes } from './notify/message-push'
import type { WechatSandboxOptions } from './options'
import { PlatformIdentity, type PublicPlatformIdentity } from './pay/platform-identity'
import { planSettlement } from './pay/refund-desk'
import { payRoutes } from './pay/routes'
import { AccessTokens } from './server-api/access-tokens'
import { CodePool } from './server-api/codes'
import { Parcels } from './server-api/express'
import { serverApiRoutes } from './server-api/routes'
import { Agenda } from './state/agenda'
import { SandboxClock } from './state/clock'
import { DEMO_PEOPLE } from './state/demo-people'
import { Ledger } from './state/ledger'
import { People } from './state/people'
import { Subscriptions } from './state/subscriptions'
import type { World } from './world'

/** A running sandbox. */
export interface WechatSandbox {
  /** Stands for both `https://api.weixin.qq.com` and `https://api.mch.weixin.qq.com`. */
  url: string
  port: number
  /** What the merchant must be configured with. */
  platform: PublicPlatformIdentity
  control: Control
  /** Waits for callbacks in flight, keeps the state file, frees the port. */
  close(): Promise<void>
}

/**
 * Starts the other side of WeChat's wires on one local port.
 *
 * @throws RangeError when the APIv3 key is not 32 bytes; an `EADDRINUSE` error when the port is taken.
 */
export async function startWechatSandbox(options: WechatSandboxOptions): Promise<WechatSandbox> {
  if (Buffer.byteLength(options.merchant.apiV3Key) !== 32) throw new RangeError('merchant.apiV3Key must be 32 bytes')
  const world = buildWorld(options)
  const control = new Control(world)
  const app = fastify({ forceCloseConnections: true, bodyLimit: 1_048_576 })
  await app.register(payRoutes(world), { prefix: '/v3' })
  await app.register(serverApiRoutes(world))
  await app.register(deviceRoutes(world), { prefix: '/device' })
  await app.register(controlRoutes(control), { prefix: '/control' })
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({
      error: 'NotModelled',
      message: `${request.method} ${request.url.split('?')[0]}: this sandbox answers /sns, /cgi-bin, /wxa, /v3, /device, /control`,
    }),
  )
  await app.listen({ host: options.host ?? '127.0.0.1', port: options.port ?? 0 })
  world.callbacks.resume()
  for (const refund of world.ledger.refunds.values()) if (refund.status === 'PROCESSING') planSettlement(world, refund)

  const { address, port, family } = app.server.address() as AddressInfo
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    port,
    platform: world.platform.public,
    control,
    async close() {
      await world.agenda.close()
      await app.close()
    },
  }
}

function buildWorld(options: WechatSandboxOptions): World {
  const clock = new SandboxClock(options.clock)
  const base = {
    options,
    clock,
    agenda: new Agenda(clock),
    ledger: new Ledger(options.statePath),
    people: new People(options.people ?? DEMO_PEOPLE),
    subscriptions: new Subscriptions(),
    platform: new PlatformIdentity(options.platform ?? {}, clock.now()),
    mishaps: new Mishaps(),
    loginCodes: new CodePool(),
    phoneCodes: new CodePool(),
    tokens: new AccessTokens(),
    parcels: new Parcels(),
  }
  // The cashier announces payments through the engine, so it is given the finished world.
  const pushes = new MessagePushes(base)
  const world = { ...base, pushes, callbacks: new CallbackEngine({ ...base, pushes }) } as World
  world.cashier = new Cashier(world)
  return world
}
