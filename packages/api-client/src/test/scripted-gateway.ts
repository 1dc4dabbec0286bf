import type { SessionSource } from '../call/session-keeper'
import { type ApiClientOptions, createApiClient } from '../client'
import { type TransportAnswer, TransportError, type TransportRequest, type UploadRequest } from '../wire/transport'
import { createManualClock } from './manual-clock'

type Step = TransportAnswer | TransportError | 'silence' | ((request: TransportRequest) => TransportAnswer)

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): TransportAnswer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(body),
})

export const problem = (code: string, status: number, headers: Record<string, string> = {}, extra: object = {}) =>
  json({ type: 'about:blank', title: code, status, code, requestId: `req-${code}`, ...extra }, status, {
    'content-type': 'application/problem+json',
    ...headers,
  })

export const html = (status: number): TransportAnswer => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: '<html><h1>nginx</h1></html>',
})

export const noConnection = new TransportError('network')

export interface MemorySession extends SessionSource {
  token: string | null
  renewed: number
  forgotten: number
}

/** @param renewals what each renewal brings, one after the other; then nothing */
export function createMemorySession(
  token: string | null = 'token-1',
  renewals: (string | null | Error)[] = [],
): MemorySession {
  const session: MemorySession = {
    token,
    renewed: 0,
    forgotten: 0,
    read: () => session.token,
    async renew() {
      session.renewed++
      const next = renewals.shift() ?? null
      if (next instanceof Error) throw next
      if (next !== null) session.token = next
      return next
    },
    forget() {
      session.forgotten++
      session.token = null
    },
  }
  return session
}

/** A client whose gateway answers what the test wrote down, one step per request; the last step goes on for ever. */
export function createScripted(steps: Step[], options: Partial<ApiClientOptions> = {}) {
  const requests: TransportRequest[] = []
  const uploads: UploadRequest[] = []
  const requestedAt: number[] = []
  const clock = createManualClock()
  const session = createMemorySession()
  const api = createApiClient({
    origin: 'https://gateway.test',
    session,
    locale: () => 'zh-CN',
    clock,
    random: () => 0,
    async uploadTransport(upload) {
      uploads.push(upload)
      const { filePath: _filePath, field: _field, onProgress: _onProgress, ...request } = upload
      return carry({ ...request, method: 'POST' })
    },
    transport: carry,
    ...options,
  })
  async function carry(request: TransportRequest): Promise<TransportAnswer> {
    const step = steps[Math.min(requests.length, steps.length - 1)]
    requests.push(request)
    requestedAt.push(clock.now())
    if (step === undefined) throw new Error('nothing was scripted')
    if (step === 'silence') return new Promise(() => {})
    if (step instanceof Error) throw step
    return typeof step === 'function' ? step(request) : step
  }
  return { api, requests, uploads, requestedAt, clock, session }
}

/** What a promise rejects with, as a value; a promise that resolves is itself the failure. */
export const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    (value) => {
      throw new Error(`expected a failure, got ${JSON.stringify(value)}`)
    },
    (error: unknown) => error,
  )
