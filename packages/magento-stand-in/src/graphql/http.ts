import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql'
import { strikeBefore } from '../faults/strike'
import { sha256 } from '../ids'
import { type Magento, storeOf } from '../magento'
import { OAuthRefusal, type OAuthVerifier } from '../oauth/verify'
import type { Customer } from '../state/state'
import { currencyCodes } from './catalog/store'
import { bearerOf } from './customer/tokens'
import { inputError, MagentoError, notAuthenticated } from './errors'
import { acceptOperation, InternalFault, run } from './execute'
import { rootOf } from './root'
import type { Visit } from './visit'

interface Body {
  query?: unknown
  variables?: unknown
  operationName?: unknown
}
export interface GraphqlServer {
  magento: Magento
  schema: GraphQLSchema
  oauth: OAuthVerifier
  onBug(error: Error): void
  /** Told the root fields, for the request log. */
  onOperation(request: FastifyRequest, fields: string[], name: string | null, variables: Record<string, unknown>): void
}

export function serveGraphql(app: FastifyInstance, server: GraphqlServer): void {
  app.get('/graphql', (request, reply) => {
    const { query, variables, operationName } = request.query as Record<string, string | undefined>
    if (request.url.length > 8_190) return reply.code(414).send()
    let given: unknown = {}
    try {
      given = variables ? JSON.parse(variables) : {}
    } catch {
      return reply.send({ errors: [{ message: 'Unable to unserialize value.' }] })
    }
    return answer(server, request, reply, { query, variables: given, operationName })
  })
  app.post('/graphql', (request, reply) => answer(server, request, reply, (request.body ?? {}) as Body))
}

async function answer(server: GraphqlServer, request: FastifyRequest, reply: FastifyReply, body: Body) {
  const { magento, schema } = server
  const refuse = (errors: readonly GraphQLError[]) => reply.code(statusOf(magento, errors)).send({ errors })
  if (typeof body.query !== 'string' || body.query === '') {
    return refuse([inputError('Query cannot be empty.')])
  }
  const visit = openVisit(server, request)
  if (visit instanceof MagentoError) return refuse([visit])
  const operation = acceptOperation(schema, visit, {
    query: body.query,
    variables: (body.variables ?? {}) as Record<string, unknown>,
    operationName: typeof body.operationName === 'string' && body.operationName ? body.operationName : undefined,
  })
  if ('errors' in operation) {
    server.onOperation(request, [], null, {})
    return refuse(operation.errors)
  }
  const { fields, definition, variables } = operation
  server.onOperation(request, fields, definition.name?.value ?? null, variables)
  const mutation = definition.operation === OperationTypeNode.MUTATION
  if (mutation && request.method === 'GET') {
    return refuse([inputError('Mutation requests allowed only for POST requests')])
  }
  await strikeBefore(magento, fields)
  const failing = magento.faults.strike('http200WithErrors', fields)
  if (failing) {
    const { message = 'Something went wrong', category } = failing
    const extensions = category ? { category } : undefined
    return reply.send({ errors: [{ message, extensions, path: [fields[0]] }], data: { [fields[0]!]: null } })
  }
  const masked = magento.faults.strike('maskedError', fields)
  const root = rootOf(mutation ? 'mutation' : 'query', visit, () => {
    if (masked) throw new InternalFault()
  })
  const result = await run(schema, visit, operation, root, server.onBug)
  if (
    magento.faults.strike('dropAfter', fields) ||
    (fields.includes('placeOrder') && magento.faults.strike('placeOrderThenDrop'))
  ) {
    request.raw.socket.destroy()
    return reply.hijack()
  }
  if (!mutation) reply.header('X-Magento-Cache-Id', cacheId(visit))
  return reply.code(statusOf(magento, result.errors ?? [])).send(result)
}

/** One for all who see the same prices. */
function cacheId({ store, currency, customer }: Visit): string {
  return sha256(`salt|${store.code}|${currency}|${customer ? 'General' : 'NOT LOGGED IN'}`)
}

function statusOf({ settings }: Magento, errors: readonly GraphQLError[]): number {
  if (settings.authorisationErrorsAs === 200) return 200
  const categories = errors.map(({ extensions }) => extensions.category)
  if (categories.includes('graphql-authentication')) return 401
  return categories.includes('graphql-authorization') ? 403 : 200
}

function openVisit({ magento, oauth }: GraphqlServer, request: FastifyRequest): Visit | MagentoError {
  const { headers } = request
  const storeCode = headers.store
  const store = typeof storeCode === 'string' ? storeOf(magento, storeCode) : magento.stores[0]!
  if (!store) return inputError('Requested store is not found')
  const wanted = headers['content-currency']
  if (typeof wanted === 'string') {
    const allowed = currencyCodes(magento).includes(wanted.toUpperCase())
    if (!allowed || magento.faults.strike('currencyHeaderRefused'))
      return inputError('Please correct the target currency')
  }
  const currency = typeof wanted === 'string' ? wanted.toUpperCase() : store.currency
  let customer: Customer | null = null
  let integration = false
  const { authorization } = headers
  if (authorization?.startsWith('OAuth ')) {
    try {
      oauth.verify({ method: request.method, url: `${magento.url}${request.url}`, authorization })
      integration = true
    } catch (error) {
      if (error instanceof OAuthRefusal) return notAuthenticated(error.message)
      throw error
    }
  } else if (authorization?.toLowerCase().startsWith('bearer ')) {
    const bearer = bearerOf(magento, authorization.slice(7).trim())
    if (typeof bearer === 'object') customer = bearer.customer
    else if (!(bearer === 'expired' && magento.faults.isOn('expiredTokenAsGuest'))) {
      return new MagentoError('graphql-authentication', 'User token has been revoked or has expired')
    }
  }
  return { magento, store, currency, customer, integration, ip: request.ip }
}
