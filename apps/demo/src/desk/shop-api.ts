import { DeskRefusal } from './desk'

interface Problem {
  code?: string
  title?: string
  detail?: string
  fields?: { path: string; message: string }[]
}

export type ShopApi = ReturnType<typeof createShopApi>

/**
 * The gateway, as the desk asks it. `key` makes a repeat of what was asked the same thing.
 * @param token of an owner; it is sent with the merchant's own calls only
 */
export function createShopApi(gatewayUrl: string, token: string) {
  /** @throws DeskRefusal with the gateway's code */
  return async function ask<Answer>(
    method: string,
    path: string,
    { body, form, language = 'zh-CN', key }: { body?: unknown; form?: FormData; language?: string; key?: string } = {},
  ): Promise<Answer> {
    const headers = new Headers({ 'accept-language': language })
    if (key) headers.set('idempotency-key', key)
    if (path.startsWith('/v1/merchant/')) headers.set('authorization', `Bearer ${token}`)
    if (body !== undefined) headers.set('content-type', 'application/json')
    const answer = await fetch(gatewayUrl + path, {
      method,
      headers,
      body: body === undefined ? form : JSON.stringify(body),
    }).catch(() => {
      throw new DeskRefusal('desk_unavailable', 503, 'The gateway does not answer')
    })
    const text = await answer.text()
    if (answer.ok) return (text === '' ? undefined : JSON.parse(text)) as Answer
    const { code, title, detail, fields = [] } = problemOf(text)
    const wrong = fields.map(({ path, message }) => `${path}: ${message}`).join('; ')
    throw new DeskRefusal(code ?? 'internal', answer.status, wrong || detail || title)
  }
}

/** Something between us may answer in HTML. */
function problemOf(text: string): Problem {
  try {
    return JSON.parse(text) as Problem
  } catch {
    return {}
  }
}
