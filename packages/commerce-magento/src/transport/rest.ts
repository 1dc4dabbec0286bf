import { createHmac, randomBytes } from 'node:crypto'
import OAuth from 'oauth-1.0a'
import type { IntegrationKeys, Timeouts } from '../options'
import { refusalOf } from './errors'
import type { Wire } from './wire'

/** `filter_groups` joined by "and"; `condition` is Magento's: eq, gteq, gt, in. */
export interface Search {
  filters: { field: string; value: string; condition?: string }[]
  sort?: { field: string; direction: 'ASC' | 'DESC' }[]
  pageSize: number
  page?: number
}

interface Needs {
  /** With the store view's code: `https://shop/rest/default`. */
  url: string
  wire: Wire
  timeouts: Timeouts
  integration: IntegrationKeys
  clock: () => Date
}

export type RestClient = ReturnType<typeof createRestClient>

/**
 * Magento's REST with the rights of our integration. Since 2.4.4 an integration's token is no Bearer token: each request
 * is signed (OAuth 1.0a, HMAC-SHA256).
 */
export function createRestClient({ url, wire, timeouts, integration, clock }: Needs) {
  const oauth = new OAuth({
    consumer: { key: integration.consumerKey, secret: integration.consumerSecret },
    signature_method: 'HMAC-SHA256',
    hash_function: (text, key) => createHmac('sha256', key).update(text).digest('base64'),
  })
  // The library's own nonce is made of Math.random.
  oauth.getNonce = () => randomBytes(16).toString('hex')
  oauth.getTimeStamp = () => Math.floor(clock().getTime() / 1000)
  const token = { key: integration.accessToken, secret: integration.accessTokenSecret }

  /** The `Authorization` header of one request; it is good for one only. */
  const authorization = (method: string, address: string): string =>
    oauth.toHeader(oauth.authorize({ url: address, method }, token)).Authorization

  /** @throws MagentoRefusal, BackendUnavailable */
  async function call<Result>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<Result> {
    const address = `${url}/V1/${path}`
    const answer = await wire.send({
      url: address,
      method,
      headers: {
        accept: 'application/json',
        authorization: authorization(method, address),
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
      timeout: method === 'GET' ? timeouts.read : timeouts.write,
    })
    const operation = `${method} ${path.split('?')[0]!.replaceAll(/\/\d+(?=\/|$)/g, '/:id')}`
    if (answer.status >= 400 || answer.body === undefined) throw refusalOf(operation, answer.status, [])
    return answer.body as Result
  }

  return {
    authorization,
    get: <Result>(path: string) => call<Result>('GET', path),
    post: <Result>(path: string, body: object = {}) => call<Result>('POST', path, body),
    delete: <Result>(path: string) => call<Result>('DELETE', path),
    put: <Result>(path: string, body: object) => call<Result>('PUT', path, body),
    search: <Item>(path: string, search: Search) =>
      call<{ items: Item[] | null; total_count?: number }>('GET', `${path}?${criteria(search)}`),
  }
}

function criteria({ filters, sort = [], pageSize, page = 1 }: Search): string {
  const pairs: [string, string][] = filters.flatMap(({ field, value, condition = 'eq' }, index) => {
    const at = `searchCriteria[filter_groups][${index}][filters][0]`
    return [
      [`${at}[field]`, field],
      [`${at}[value]`, value],
      [`${at}[condition_type]`, condition],
    ] as [string, string][]
  })
  for (const [index, { field, direction }] of sort.entries()) {
    pairs.push([`searchCriteria[sortOrders][${index}][field]`, field])
    pairs.push([`searchCriteria[sortOrders][${index}][direction]`, direction])
  }
  pairs.push(['searchCriteria[pageSize]', String(pageSize)], ['searchCriteria[currentPage]', String(page)])
  // Brackets stay as they are: the signing library decodes values, not names.
  return pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
}
