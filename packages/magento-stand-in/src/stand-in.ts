import Fastify, { type FastifyInstance } from 'fastify'
import { Control } from './faults/control'
import { FaultBox } from './faults/fault-box'
import { serveControl } from './faults/http'
import { type LoggedRequest, RequestLog } from './faults/request-log'
import { Webhooks } from './faults/webhooks'
import { buildCatalogue } from './fixtures/catalogue'
import { chineseRegions } from './fixtures/regions'
import { serveGraphql } from './graphql/http'
import { magentoSchema } from './graphql/schema'
import type { Magento } from './magento'
import { serveMedia } from './media/serve-media'
import { OAuthVerifier } from './oauth/verify'
import { DEFAULT_SETTINGS, type MagentoStandInOptions } from './options'
import { serveRest } from './rest/serve-rest'
import { openState, saveState } from './state/state-file'

export interface MagentoStandIn {
  /** Without a slash at the end. */
  url: string
  graphqlUrl: string
  control: Control
  /** Writes the state file, if there is one, and stops. */
  close(): Promise<void>
}

/** Starts a Magento. @throws when the schema or the fixtures do not fit together. */
export async function startMagentoStandIn(options: MagentoStandInOptions): Promise<MagentoStandIn> {
  const [defaultStore] = options.stores
  if (!defaultStore) throw new Error('A Magento has at least one store view')
  const webhooks = new Webhooks(options.webhook ?? null)
  const magento = assemble(options, webhooks)
  const schema = magentoSchema(options.schema.sdl, options.catalogue.attributes ?? [])
  const bugs: Error[] = []
  const log = new RequestLog()
  const control = new Control(magento, log, webhooks, bugs)
  // Signatures are dated by the client's clock, which `advance` does not move.
  const oauth = new OAuthVerifier(options.integration, options.clock ?? Date.now)
  const app = Fastify({
    forceCloseConnections: true,
    bodyLimit: 4_000_000,
    routerOptions: { ignoreTrailingSlash: true, querystringParser },
  })
  const entries = new WeakMap<object, LoggedRequest>()

  keepLog(app, magento, log, entries)
  app.setErrorHandler<Error & { statusCode?: number }>((error, _request, reply) => {
    if (!error.statusCode) bugs.push(error)
    return reply.code(error.statusCode ?? 500).send({ message: error.message })
  })
  serveGraphql(app, {
    magento,
    schema,
    oauth,
    onBug: (error) => bugs.push(error),
    onOperation: (request, operations, operationName, variables) =>
      Object.assign(entries.get(request) ?? {}, { operations, operationName, variables }),
  })
  serveRest(app, {
    magento,
    oauth,
    onBug: (error) => bugs.push(error),
    onOperation: (request, operation) => Object.assign(entries.get(request) ?? {}, { operations: [operation] }),
  })
  serveMedia(app, magento.mediaFolders)
  serveControl(app, control)

  magento.url = await app.listen({ host: options.host ?? '127.0.0.1', port: options.port ?? 0 })
  magento.publicUrl = options.publicUrl ?? magento.url
  const keep = options.statePath ? setInterval(() => saveState(magento.state, options.statePath), 2_000) : null
  keep?.unref()
  return {
    url: magento.url,
    graphqlUrl: `${magento.url}/graphql`,
    control,
    close: async () => {
      if (keep) clearInterval(keep)
      await app.close()
      await webhooks.settled()
      saveState(magento.state, options.statePath)
    },
  }
}

function assemble(options: MagentoStandInOptions, webhooks: Webhooks): Magento {
  const clock = options.clock ?? Date.now
  const settings = { ...DEFAULT_SETTINGS, ...options.settings }
  const catalogue = buildCatalogue(options.catalogue, options.stores[0]!)
  const magento: Magento = {
    profile: options.profile,
    settings,
    stores: options.stores,
    integration: options.integration,
    catalogue,
    regions: chineseRegions(settings.regionIdBase),
    state: openState(catalogue, options.statePath),
    faults: new FaultBox(),
    mediaFolders: [options.mediaFolder ?? []].flat(),
    url: '',
    publicUrl: '',
    now: () => clock() + magento.state.clockOffset,
    nextId: () => magento.state.nextId++,
    tell: (event, order) => webhooks.tell(magento, event, order),
  }
  return magento
}

/** Everything but the control is noted, and fails while the shop is down. */
function keepLog(
  app: FastifyInstance,
  magento: Magento,
  log: RequestLog,
  entries: WeakMap<object, LoggedRequest>,
): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/__control')) return
    const { store, authorization } = request.headers
    const entry: LoggedRequest = {
      method: request.method,
      path: request.url,
      operations: [],
      operationName: null,
      variables: {},
      headers: {
        store: typeof store === 'string' ? store : null,
        currency: (request.headers['content-currency'] as string | undefined) ?? null,
        authorization: authorization?.startsWith('OAuth') ? 'oauth' : authorization ? 'bearer' : 'none',
      },
      status: null,
    }
    log.add(entry)
    entries.set(request, entry)
    const down = magento.faults.strike('down')
    if (!down) return
    if (down.status) return reply.code(down.status).type('text/html').send('<h1>Service Temporarily Unavailable</h1>')
    request.raw.socket.destroy()
    return reply.hijack()
  })
  app.addHook('onResponse', async (request, reply) => {
    const entry = entries.get(request)
    if (entry) entry.status = reply.statusCode
  })
}

/** PHP's brackets stay in the names; the search criteria are read from them. */
function querystringParser(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text))
}
