import type { FastifyInstance, FastifyRequest } from 'fastify'
import { strikeBefore } from '../faults/strike'
import type { Magento } from '../magento'
import { OAuthRefusal, type OAuthVerifier } from '../oauth/verify'
import { SalesRefusal } from '../sales/after-sale'
import { CUSTOMER_ROUTES } from './customers'
import { INVENTORY_ROUTES } from './inventory'
import { ORDER_ROUTES } from './orders'
import { noRoute, RestError } from './rest-error'
import type { RestCall, RestRoute } from './route'
import { STORE_ROUTES } from './store'

export interface RestServer {
  magento: Magento
  oauth: OAuthVerifier
  onBug(error: Error): void
  onOperation(request: FastifyRequest, operation: string): void
}

const ROUTES: RestRoute[] = [...CUSTOMER_ROUTES, ...ORDER_ROUTES, ...INVENTORY_ROUTES, ...STORE_ROUTES]

/** The routes of this version, below /rest and below /rest/{store code}. */
export function serveRest(app: FastifyInstance, server: RestServer): void {
  for (const route of ROUTES) {
    if (route.versions && !route.versions.includes(server.magento.profile.version)) continue
    const [method, path] = route.name.split(' ') as [RestMethod, string]
    for (const prefix of ['/rest', '/rest/:storeCode']) {
      app.route({
        method,
        url: `${prefix}${path}`,
        handler: async (request, reply) => {
          server.onOperation(request, route.name)
          const { status, body } = await answer(server, route, request)
          if (server.magento.faults.strike('dropAfter', [route.name])) {
            request.raw.socket.destroy()
            return reply.hijack()
          }
          // A bare number, string or boolean is JSON here, too.
          return reply.code(status).type('application/json').send(JSON.stringify(body))
        },
      })
    }
  }
  app.setNotFoundHandler((request, reply) => {
    const known = request.url.startsWith('/rest') ? { message: noRoute().message } : { message: 'Not found' }
    return reply.code(404).send(known)
  })
}
type RestMethod = 'GET' | 'POST' | 'PUT' | 'DELETE'

async function answer(
  server: RestServer,
  route: RestRoute,
  request: FastifyRequest,
): Promise<{ status: number; body: unknown }> {
  const { magento } = server
  try {
    letIn(server, request)
    await strikeBefore(magento, [route.name])
    if (magento.faults.strike('notAllowed', [route.name])) {
      throw new RestError(401, "The consumer isn't authorized to access %resources.", [
        { resources: 'Magento_Backend::store' },
      ])
    }
    if (magento.faults.strike('maskedError', [route.name])) {
      throw new RestError(500, 'Internal Error. Details are available in Magento log file. Report ID: webapi-0000')
    }
    return { status: 200, body: (await route.act(callOf(magento, request))) ?? null }
  } catch (error) {
    if (error instanceof RestError)
      return { status: error.status, body: { message: error.message, parameters: error.parameters } }
    if (error instanceof SalesRefusal) return { status: 400, body: { message: error.message } }
    server.onBug(error as Error)
    return { status: 500, body: { message: 'Internal Error. Details are available in Magento log file.' } }
  }
}

/** @throws RestError 401 unless the request is signed with the integration's keys: its token alone opens nothing. */
function letIn({ magento, oauth }: RestServer, request: FastifyRequest): void {
  const { authorization } = request.headers
  if (!authorization?.startsWith('OAuth ')) {
    throw new RestError(401, "The consumer isn't authorized to access %resources.", [
      { resources: 'Magento_Backend::all' },
    ])
  }
  try {
    oauth.verify({ method: request.method, url: `${magento.url}${request.url}`, authorization })
  } catch (error) {
    if (error instanceof OAuthRefusal) throw new RestError(401, error.message)
    throw error
  }
}

function callOf(magento: Magento, request: FastifyRequest): RestCall {
  const { storeCode, ...params } = request.params as Record<string, string>
  const body = request.body
  if (body !== undefined && body !== null && (typeof body !== 'object' || Array.isArray(body))) {
    throw new RestError(400, 'Decoding error: the body is no object.')
  }
  return {
    magento,
    storeCode: storeCode ?? magento.stores[0]!.code,
    params,
    query: request.query as Record<string, string>,
    body: (body ?? {}) as Record<string, unknown>,
  }
}
