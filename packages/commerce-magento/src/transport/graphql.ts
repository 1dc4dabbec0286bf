import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { BackendUnavailable } from '@xiaopu/commerce'
import { type DocumentNode, Kind, print, stripIgnoredCharacters } from 'graphql'
import type { Timeouts } from '../options'
import { refusalOf } from './errors'
import type { Wire } from './wire'

/** Longer addresses are refused by many servers (8 kB); those reads go by POST. */
const LONGEST_URL = 6_000
const CACHE_ID = 'x-magento-cache-id'
/** Once nobody answers, reads are refused at once for so long instead of each waiting for its time-out, ms. */
const PAUSE = 5_000

/** Who asks, and in which store view. */
export interface Asking {
  store: string
  /** A customer's token. */
  token?: string
  /** Instead of a customer's token: the signature of our integration for this one POST. */
  authorization?: string
  /** Sent as `Content-Currency`, where the store's own currency is another. */
  currency?: string
}

interface Needs {
  url: string
  wire: Wire
  timeouts: Timeouts
  clock: () => Date
}

export type GraphqlClient = ReturnType<typeof createGraphqlClient>

/**
 * Sends documents to Magento. A read goes by GET, so that Magento and what stands before it may cache it; a change goes
 * by POST, once.
 */
export function createGraphqlClient({ url, wire, timeouts, clock }: Needs) {
  let pausedUntil = 0
  /** The cache's name for what a guest, in one store and currency, may see (Varnish and Fastly only). */
  const cacheIds = new Map<string, string>()

  /** @throws MagentoRefusal, BackendUnavailable */
  async function read<Result, Variables extends object>(
    document: TypedDocumentNode<Result, Variables>,
    variables: Variables,
    asking: Asking,
  ): Promise<Result> {
    const { query, operationName } = textOf(document)
    const parameters = new URLSearchParams({ query, operationName, variables: JSON.stringify(variables) })
    const address = `${url}?${parameters}`
    const audience = `${asking.store} ${asking.currency ?? ''}`
    const known = asking.token === undefined ? cacheIds.get(audience) : undefined
    const headers = { ...headersOf(asking), ...(known !== undefined && { [CACHE_ID]: known }) }
    if (asking.token === undefined && clock().getTime() < pausedUntil) {
      throw new BackendUnavailable('Magento did not answer a moment ago')
    }
    const byPost = address.length > LONGEST_URL || asking.token !== undefined
    const request = byPost
      ? post(url, headers, { query, operationName, variables }, timeouts.read)
      : { url: address, method: 'GET', headers, timeout: timeouts.read }
    const answer = await wire.send(request).catch((error: unknown) => {
      pausedUntil = clock().getTime() + PAUSE
      throw error
    })
    if (answer.status === 503) pausedUntil = clock().getTime() + PAUSE
    const cacheId = answer.headers.get(CACHE_ID)
    if (cacheId !== null && asking.token === undefined) cacheIds.set(audience, cacheId)
    return dataOf<Result>(operationName, answer)
  }

  /** Once: the caller decides whether it may be sent again. @throws MagentoRefusal, BackendUnavailable */
  async function change<Result, Variables extends object>(
    document: TypedDocumentNode<Result, Variables>,
    variables: Variables,
    asking: Asking,
  ): Promise<Result> {
    const { query, operationName } = textOf(document)
    const timeout = operationName === 'PlaceOrder' ? timeouts.placeOrder : timeouts.write
    const answer = await wire.send(post(url, headersOf(asking), { query, operationName, variables }, timeout))
    return dataOf<Result>(operationName, answer)
  }

  return { read, change }
}

/** Types of GraphQL answers are written for whole answers: one with errors is refused, parts of it are never used. */
function dataOf<Result>(operation: string, { status, body }: { status: number; body: unknown }): Result {
  const { data, errors } = (body ?? {}) as { data?: Result | null; errors?: object[] }
  const wrong = Array.isArray(errors) ? errors : []
  if (wrong.length > 0 || status >= 400 || !data) throw refusalOf(operation, status, wrong)
  return data
}

function post(url: string, headers: Record<string, string>, body: object, timeout: number) {
  return {
    url,
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    timeout,
  }
}

function headersOf({ store, token, authorization, currency }: Asking): Record<string, string> {
  return {
    accept: 'application/json',
    store,
    ...(currency !== undefined && { 'content-currency': currency }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(authorization !== undefined && { authorization }),
  }
}

const texts = new WeakMap<DocumentNode, { query: string; operationName: string }>()
function textOf(document: DocumentNode) {
  const known = texts.get(document)
  if (known) return known
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION)
  const text = { query: stripIgnoredCharacters(print(document)), operationName: operation!.name!.value }
  texts.set(document, text)
  return text
}
