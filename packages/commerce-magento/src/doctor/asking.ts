import type { Locale } from '@xiaopu/commerce'
import { type DocumentNode, print } from 'graphql'
import type { IntegrationKeys } from '../options'
import { createWire, type Wire } from '../transport/wire'

export interface DoctorOptions {
  /** `https://shop.example/graphql`, or the shop's address. */
  endpoint: string
  storeViews?: Record<Locale, string>
  integration?: IntegrationKeys
  paymentMethod?: string
  undeliverableAttribute?: string
  fetch?: typeof globalThis.fetch
  /** ms for each question; default 20 s: a shop that has just been emptied of its caches is slow. */
  timeout?: number
}

/** An answer as it came, errors and all: the doctor wants to see them. */
export interface Answer {
  status: number
  headers: Headers
  /** biome-ignore lint/suspicious/noExplicitAny: each check knows what it asked for. */
  data: any
  errors: { message?: string; category: string | null }[]
}

/** How the checks talk to the shop. */
export interface Surgery {
  base: string
  wire: Wire
  options: DoctorOptions
  ask(
    document: DocumentNode | string,
    variables?: object,
    how?: { store?: string; method?: 'GET' | 'POST' },
  ): Promise<Answer>
}

export function openSurgery(options: DoctorOptions): Surgery {
  const base = options.endpoint.replace(/\/+$/, '').replace(/\/graphql$/, '')
  const wire = createWire(options.fetch ?? globalThis.fetch)
  const timeout = options.timeout ?? 20_000
  return {
    base,
    wire,
    options,
    async ask(document, variables = {}, { store, method = 'POST' } = {}) {
      const query = typeof document === 'string' ? document : print(document)
      const headers = { accept: 'application/json', 'content-type': 'application/json', ...(store && { store }) }
      const url = `${base}/graphql`
      const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) })
      const answer = await wire.send(
        method === 'GET'
          ? { url: `${url}?${parameters}`, method, headers, timeout }
          : { url, method, headers, body: JSON.stringify({ query, variables }), timeout },
      )
      return { ...answer, ...readBody(answer.body) }
    },
  }
}

function readBody(body: unknown): Pick<Answer, 'data' | 'errors'> {
  const { data = null, errors = [] } = (body ?? {}) as { data?: unknown; errors?: Record<string, unknown>[] }
  return {
    data,
    errors: (Array.isArray(errors) ? errors : []).map(({ message, extensions }) => ({
      message: typeof message === 'string' ? message : undefined,
      category: (extensions as { category?: string } | undefined)?.category ?? null,
    })),
  }
}

/** For a person to read. */
export const wordsOf = ({ status, errors }: Answer): string =>
  errors
    .map(({ message }) => message ?? '?')
    .join('; ')
    .slice(0, 300) || `HTTP ${status}`
