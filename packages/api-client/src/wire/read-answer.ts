import { ApiError, type ApiErrorDetails } from '../api-error'
import { isErrorCode } from './error-codes'
import type { TransportAnswer } from './transport'

/**
 * The JSON object of a good answer, or undefined where none is due (204).
 *
 * @throws {ApiError} the gateway's problem with its code, or `bad_answer` for anything the gateway would not say.
 */
export function readAnswer(answer: TransportAnswer, { now, empty }: { now: number; empty: boolean }): unknown {
  const { status, headers } = answer
  const details: ApiErrorDetails = {
    status,
    requestId: headers['x-request-id'],
    retryAfterMs: readRetryAfter(headers['retry-after'], now),
  }
  const good = status >= 200 && status < 300
  if (good && empty) return undefined
  const document = readObject(answer)
  if (good && document) return document
  if (status >= 400 && document) throw problemOf(document, details)
  throw new ApiError('bad_answer', { ...details, message: `status ${status}, ${headers['content-type'] ?? 'no type'}` })
}

function problemOf(
  { code, title, requestId, fields, lines }: Record<string, unknown>,
  details: ApiErrorDetails,
): ApiError {
  const known = isErrorCode(code)
  return new ApiError(known ? code : 'bad_answer', {
    ...details,
    // A code from a newer gateway has no sentence here; developers still see which it was.
    message: known && typeof title === 'string' ? title : `unknown problem ${String(code)}`,
    requestId: typeof requestId === 'string' ? requestId : details.requestId,
    fields: Array.isArray(fields) ? fields : undefined,
    lines: Array.isArray(lines) ? lines : undefined,
  })
}

/** Undefined unless the body is a JSON object that is labelled as JSON: a proxy's page may parse by accident. */
function readObject({ headers, body }: TransportAnswer): Record<string, unknown> | undefined {
  if (!/^application\/([\w.-]+\+)?json\b/i.test(headers['content-type'] ?? '')) return undefined
  try {
    const document: unknown = JSON.parse(body)
    const isObject = typeof document === 'object' && document !== null && !Array.isArray(document)
    return isObject ? (document as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** RFC 9110: seconds, or an HTTP date. Answers ms from now. */
function readRetryAfter(header: string | undefined, now: number): number | undefined {
  if (!header) return undefined
  if (/^\d+$/.test(header)) return Number(header) * 1000
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
