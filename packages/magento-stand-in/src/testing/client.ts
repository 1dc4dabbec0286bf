import { createHmac, randomBytes } from 'node:crypto'
import OAuth from 'oauth-1.0a'
import { INTEGRATION } from './shop'

export interface GraphqlAnswer {
  status: number
  headers: Headers
  /** biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for. */
  data: any
  errors: { message: string; extensions?: { category?: string } }[]
}

/** Sends a document as a storefront would; nothing is taken from the stand-in. */
export async function graphql(
  url: string,
  query: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<GraphqlAnswer> {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = (await answer.json()) as Partial<GraphqlAnswer>
  return { status: answer.status, headers: answer.headers, data: data ?? null, errors: errors ?? [] }
}

const oauth = new OAuth({
  consumer: { key: INTEGRATION.consumerKey, secret: INTEGRATION.consumerSecret },
  signature_method: 'HMAC-SHA256',
  nonce_length: 32,
  hash_function: (base, key) => createHmac('sha256', key).update(base).digest('base64'),
})
/** The header of a request signed by a library that is not ours. */
export function signed(method: string, url: string, secret: string = INTEGRATION.accessTokenSecret): string {
  const authorized = oauth.authorize({ url, method }, { key: INTEGRATION.accessToken, secret })
  return oauth.toHeader(authorized).Authorization
}
export function nonce(): string {
  return randomBytes(16).toString('hex')
}

/** A signed REST call. */
export async function rest(url: string, method: string, path: string, body?: unknown) {
  const target = `${url}/rest/default${path}`
  const answer = await fetch(target, {
    method,
    headers: {
      authorization: signed(method, target),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  /** biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for. */
  return { status: answer.status, body: (await answer.json()) as any }
}
