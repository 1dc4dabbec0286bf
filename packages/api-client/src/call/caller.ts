import type { Locale, RouteName } from '@xiaopu/contract'
import { ApiError, isApiError } from '../api-error'
import type { AbortSignalLike } from '../wire/abort'
import type { Clock } from '../wire/clock'
import { readAnswer } from '../wire/read-answer'
import {
  type Transport,
  type TransportAnswer,
  TransportError,
  type TransportRequest,
  type UploadRequest,
  type UploadTransport,
} from '../wire/transport'
import { fillPath, queryString } from '../wire/url'
import { pause, settleWithin } from '../wire/waiting'
import type { Answer, Body, Endpoint, Params } from './endpoint'
import type { CallReport } from './report'
import { pauseBeforeRetry, type Repeatability } from './retry-policy'
import type { SessionKeeper } from './session-keeper'

/** What every function of every resource takes last. */
export interface CallOptions {
  /** The call then fails with `aborted`. What was sent may have been done all the same. */
  signal?: AbortSignalLike
}

export interface CallInput<Name extends RouteName> extends CallOptions {
  params?: Params<Name>
  query?: Record<string, string | number | undefined>
  body?: Body<Name>
  /** Sent instead of a body. */
  file?: Pick<UploadRequest, 'filePath' | 'field' | 'onProgress'>
  idempotencyKey?: string
  timeoutMs?: number
  /** This session and no other: there is no renewal. */
  token?: string
}

/** @throws {ApiError} and nothing else; it always settles. */
export type Caller = <Name extends RouteName>(route: Endpoint<Name>, input?: CallInput<Name>) => Promise<Answer<Name>>

export interface CallerParts {
  origin: string
  transport: Transport
  uploadTransport: UploadTransport
  session: SessionKeeper
  locale: () => Locale
  clock: Clock
  random: () => number
  report: (report: CallReport) => void
}

const readTimeoutMs = 10_000
const writeTimeoutMs = 15_000
/** A photograph over a weak connection. */
const uploadTimeoutMs = 60_000
/** A transport knows better than we do why it is late, so it is given a moment to say so itself. */
const graceMs = 1_000

/** The one path every request takes: session around retries around one exchange. */
export function createCaller({
  origin,
  transport,
  uploadTransport,
  session,
  locale,
  clock,
  random,
  report,
}: CallerParts): Caller {
  async function exchange({ timeoutMs, signal, carry, empty }: Errand): Promise<unknown> {
    const patience = { clock, timeoutMs: timeoutMs + graceMs, signal }
    return readAnswer(await settleWithin(carry, patience), { now: clock.now(), empty })
  }

  async function exchangeWithRetries(name: RouteName, how: Repeatability, errand: Errand) {
    for (let attempt = 1; ; attempt++) {
      const begun = clock.now()
      try {
        const answer = await exchange(errand)
        report({ call: name, attempt, took: clock.now() - begun })
        return answer
      } catch (cause) {
        const error = asApiError(cause)
        const { code, status, requestId } = error
        report({ call: name, attempt, took: clock.now() - begun, code, status, requestId })
        const pauseMs = pauseBeforeRetry(how, attempt, error, random())
        if (pauseMs === null) throw error
        await pause(pauseMs, { clock, signal: errand.signal })
      }
    }
  }

  /** A 401 came before the gateway did anything, so even a write may be repeated with another session; once. */
  async function withSession<T>(signal: AbortSignalLike | undefined, send: (token: string) => Promise<T>): Promise<T> {
    const token = await session.token(signal)
    try {
      return await send(token)
    } catch (error) {
      if (!isSessionRefused(error)) throw error
    }
    const another = await session.instead(token, signal).catch((error) => {
      if (isApiError(error) && error.code === 'session_expired') session.forget(token)
      throw error
    })
    try {
      return await send(another)
    } catch (error) {
      if (!isSessionRefused(error)) throw error
      session.forget(another)
      throw new ApiError('session_expired', { status: error.status, requestId: error.requestId })
    }
  }

  return async function call<Name extends RouteName>(route: Endpoint<Name>, input: CallInput<Name> = {}) {
    const { params, query, body, file, idempotencyKey, signal } = input
    const how: Repeatability = route.method === 'GET' ? 'read' : idempotencyKey ? 'keyed' : 'once'
    const send = (token?: string) => {
      const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': locale() }
      if (body !== undefined) headers['Content-Type'] = 'application/json'
      if (token !== undefined) headers.Authorization = `Bearer ${token}`
      if (idempotencyKey !== undefined) headers['Idempotency-Key'] = idempotencyKey
      const request = {
        url: origin + fillPath(route.path, params) + queryString(query),
        headers,
        timeoutMs: input.timeoutMs ?? (file ? uploadTimeoutMs : how === 'read' ? readTimeoutMs : writeTimeoutMs),
        signal,
      }
      const text = body === undefined ? undefined : JSON.stringify(body)
      const carry = () =>
        file ? uploadTransport({ ...request, ...file }) : transport({ ...request, method: route.method, body: text })
      return exchangeWithRetries(route.name, how, { ...request, carry, empty: route.status === 204 })
    }
    try {
      // The gateway checks its answers against the schema of this very type; a second check would cost the phone zod.
      const renewable = route.auth === 'shopper' && input.token === undefined
      return (await (renewable ? withSession(signal, send) : send(input.token))) as Answer<Name>
    } catch (error) {
      throw asApiError(error)
    }
  }
}

/** One exchange, however often it takes. */
interface Errand extends Pick<TransportRequest, 'timeoutMs' | 'signal'> {
  carry: () => Promise<TransportAnswer>
  /** No answer is due but its status. */
  empty: boolean
}

/** Only the gateway's own word counts: the 401 of a hotel's Wi-Fi must not sign the shopper out. */
const isSessionRefused = (error: unknown): error is ApiError =>
  isApiError(error) && (error.code === 'session_expired' || error.code === 'session_required')

function asApiError(error: unknown): ApiError {
  if (isApiError(error)) return error
  // A transport that rejects with something else had no answer to give either; the cause tells a developer why.
  return new ApiError(error instanceof TransportError ? error.kind : 'network', { cause: error })
}
