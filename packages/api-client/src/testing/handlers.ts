import { type RouteContract, type RouteName, routes } from '@xiaopu/contract'
import { HttpResponse, http, type RequestHandler } from 'msw'
import { type ReceivedFile, readFile } from './forms'
import type { Failure } from './mishaps'
import { photograph } from './pictures'
import { Refusal } from './refusal'
import { type BackOffice, backOfficeOf, type Shop, type ShopRequest } from './shop'
import { readLocale } from './words'

/** Of an MSW request: what the handlers read. */
interface Call {
  request: Request
  params: Record<string, string | readonly string[] | undefined>
}

/**
 * MSW handlers for every call of the contract under `origin`, its pictures, and a `not_found` for anything else there.
 *
 * What comes is validated as the gateway would (`validation_failed`); what goes is validated too: a fake that breaks the
 * contract throws, and says so in `shop.faults`.
 */
export function handlers(shop: Shop, origin: string): RequestHandler[] {
  // MSW notes for each handler where it was written, and reads it from a stack, which Jest maps back to the sources: for
  // a hundred of them in each test that is most of the work, and all were written here.
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    return everyCall(shop, origin)
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

function everyCall(shop: Shop, origin: string): RequestHandler[] {
  const calls = (Object.keys(routes) as RouteName[]).map((name) => {
    const route: RouteContract = routes[name]
    const listen = http[route.method.toLowerCase() as Lowercase<RouteContract['method']>]
    return listen(origin + route.path, (call) => serve(shop, origin, name, call))
  })
  return [
    ...calls,
    http.get(`${origin}/media/:file`, () =>
      HttpResponse.arrayBuffer(photograph.buffer, { headers: { 'Content-Type': 'image/webp' } }),
    ),
    http.all(`${origin}/*`, async ({ request }) => {
      const { entry } = await read(request)
      return problem(new Refusal('not_found'), nameOf(shop.requests.push({ ...entry, route: 'unknown' })))
    }),
  ]
}

async function serve(shop: Shop, origin: string, name: RouteName, { request, params }: Call): Promise<Response> {
  const backOffice = backOfficeOf(shop)
  const { mishaps } = backOffice
  const asked = await read(request)
  const requestId = nameOf(shop.requests.push({ ...asked.entry, route: name }))
  await mishaps.wait(name)
  const failure = mishaps.next(name)
  if (failure && !failure.afterwards) return broken(failure, requestId)
  let response: Response
  try {
    response = answer(backOffice, { origin, name, asked, request, params, requestId })
  } catch (error) {
    if (error instanceof Refusal) return problem(error, requestId)
    shop.faults.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    throw error
  }
  return failure ? broken(failure, requestId) : response
}

interface Received extends Call {
  name: RouteName
  origin: string
  asked: Asked
  requestId: string
}

/** @throws {Refusal} for the shopper's mistakes; anything else is a mistake of the fake */
function answer({ answers, sessions, now }: BackOffice, received: Received): Response {
  const { name, origin, asked, request, params, requestId } = received
  const route: RouteContract = routes[name]
  const token = request.headers.get('authorization')?.replace(/^Bearer /, '') ?? null
  const shopper = route.auth === 'shopper' ? sessions.shopperWith(token) : ''
  if (route.body && !/^application\/json\b/.test(request.headers.get('content-type') ?? ''))
    throw new Refusal('unsupported_media_type')
  if (route.body && asked.unreadable) throw new Refusal('malformed_body')
  if (route.file && !asked.file) throw new Refusal('unsupported_media_type')
  if (route.file && asked.file?.field !== route.file.field)
    throw new Refusal('validation_failed', { fields: [{ path: route.file.field, message: 'one file' }] })
  if (route.file && asked.file!.bytes.length > route.file.maxBytes) throw new Refusal('payload_too_large')
  const ask = {
    shopper,
    token: token ?? '',
    params: check(route.params, params, 'not_found'),
    query: check(route.query, Object.fromEntries(new URL(request.url).searchParams)),
    body: check(route.body, asked.entry.body),
    file: asked.file?.bytes,
    idempotencyKey: request.headers.get('idempotency-key'),
    view: { locale: readLocale(request.headers.get('accept-language')), origin, now: now() },
  }
  // Which answer belongs to which call is checked in the table; the compiler cannot follow it through the lookup.
  const said = (answers[name] as (ask: unknown) => unknown)(ask)
  const meant = route.response.safeParse(said)
  if (!meant.success) throw new Error(`the fake’s answer breaks the contract: ${meant.error.message}`)
  const headers = { 'X-Request-Id': requestId }
  return route.status === 204
    ? new HttpResponse(null, { status: 204, headers })
    : HttpResponse.json(meant.data as object, { status: route.status, headers })
}

function check(
  schema: RouteContract['body'],
  value: unknown,
  otherwise: 'validation_failed' | 'not_found' = 'validation_failed',
): unknown {
  if (!schema) return undefined
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  throw new Refusal(otherwise, otherwise === 'validation_failed' ? { fields } : {})
}

interface Asked {
  entry: Omit<ShopRequest, 'route'>
  /** There is a body, and it is no JSON. */
  unreadable: boolean
  /** It was a form with a file. */
  file?: ReceivedFile
}

async function read(request: Request): Promise<Asked> {
  const { pathname, search } = new URL(request.url)
  const entry = { method: request.method, path: pathname + search, headers: Object.fromEntries(request.headers) }
  const file = await readFile(request)
  if (file)
    return { entry: { ...entry, body: { field: file.field, bytes: file.bytes.length } }, unreadable: false, file }
  const text = await request.clone().text()
  if (text === '') return { entry: { ...entry, body: undefined }, unreadable: false }
  try {
    return { entry: { ...entry, body: JSON.parse(text) }, unreadable: false }
  } catch {
    return { entry: { ...entry, body: text }, unreadable: true }
  }
}

const nameOf = (place: number) => `req-${place}`

function problem(refusal: Refusal, requestId: string, headers: Record<string, string> = {}): Response {
  const document = refusal.document(requestId)
  return HttpResponse.json(document, {
    status: document.status,
    headers: { 'Content-Type': 'application/problem+json', 'X-Request-Id': requestId, ...headers },
  })
}

function broken(
  { network, html, code = 'internal', status, lines, fields, retryAfter }: Failure,
  requestId: string,
): Response {
  if (network) return HttpResponse.error()
  const headers: Record<string, string> = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }
  if (html)
    return HttpResponse.html('<html><body><h1>502 Bad Gateway</h1></body></html>', { status: status ?? 502, headers })
  return problem(new Refusal(code, { status, lines, fields }), requestId, headers)
}
