import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { World } from '../world'
import type { Endpoint, Mishap } from './mishaps'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The name under which `control.fail` scripts this route. */
    endpoint?: Endpoint
  }
  interface FastifyRequest {
    mishap: Mishap | null
  }
}

type WriteError = (mishap: Mishap, reply: FastifyReply) => string

/**
 * Lets the routes of `app` run into what was scripted for them. To be installed after authentication, so that a script
 * never hides a request WeChat would have refused anyway.
 */
export function installMishaps(app: FastifyInstance, world: World, writeError: WriteError): void {
  app.decorateRequest('mishap', null)

  app.addHook('preHandler', async (request, reply) => {
    const endpoint = request.routeOptions.config.endpoint
    const mishap = endpoint && world.mishaps.take(endpoint)
    if (!mishap) return
    request.mishap = mishap
    if (mishap.delayMs) await new Promise((resolve) => setTimeout(resolve, mishap.delayMs))
    if (mishap.drop === 'request') return hangUp(request, reply)
    if (isError(mishap) && mishap.when !== 'after') return reply.send(writeError(mishap, reply))
  })

  app.addHook('onSend', async (request, reply, payload) => {
    const mishap = request.mishap
    if (!mishap) return payload
    if (mishap.drop === 'answer') request.raw.socket.destroy()
    if (isError(mishap) && mishap.when === 'after') return writeError(mishap, reply)
    return payload
  })
}

/** An error is what was asked for by name, and also what is left when nothing else was: `fail({ endpoint })` is a 500. */
function isError({ status, code, errcode, drop, delayMs, signature }: Mishap): boolean {
  if (status !== undefined || code !== undefined || errcode !== undefined) return true
  return drop === undefined && delayMs === undefined && signature === undefined
}

function hangUp(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack()
  request.raw.socket.destroy()
  return reply
}
