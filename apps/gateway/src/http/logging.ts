import type { LoggerOptions } from 'pino'
import { stdSerializers } from 'pino'

const SECRETS = [
  'token',
  'loginCode',
  'js_code',
  'openid',
  'unionid',
  'sessionKey',
  'session_key',
  'phone',
  'address',
  'authorization',
]

/**
 * What is never written to a log, wherever in a logged object it stands: tokens, login codes, identities, session keys,
 * addresses, phone numbers. Bodies are not logged at all.
 */
export const loggerOptions = (level: string): LoggerOptions => ({
  level,
  redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[hidden]' },
  serializers: { err: errorForLog, req: requestForLog },
})

/** Without the query: it may say where the shopper is, or what they look for. */
function requestForLog({ method, url, ip }: { method: string; url: string; ip: string }) {
  // Who has the name of a fapiao may read it.
  return { method, path: url.split('?', 1)[0]!.replace(/^\/fapiao\/.+/, '/fapiao/[hidden]'), ip }
}

/**
 * An error without the values that made it: database errors quote whole rows (`params`, `detail`, and Drizzle's
 * message), which hold addresses and phone numbers.
 */
export function errorForLog(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: 'something that is no Error was thrown', type: typeof error }
  const { query } = error as { query?: unknown }
  const statement = typeof query === 'string' ? query : undefined
  const { type, message, stack } = stdSerializers.err(withoutCause(error))
  const { code, constraint, operation, requestId, kind } = error as unknown as Record<string, unknown>
  return {
    type,
    message: statement ? 'a database statement failed' : message,
    stack: statement
      ? stack
          .split('\n')
          .filter((line) => /^\s+at /.test(line))
          .join('\n')
      : stack,
    ...(statement && { statement }),
    ...defined({ code, constraint, operation, requestId, kind }),
    ...(error.cause !== undefined && { cause: errorForLog(error.cause) }),
  }
}

/** pino joins the messages of causes into one; here each is written, and cleaned, by itself. */
function withoutCause(error: Error): Error {
  const bare = new Error(error.message)
  bare.name = error.name
  bare.stack = error.stack
  return Object.defineProperty(bare, 'constructor', { value: error.constructor, enumerable: false })
}

function defined(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value === 'string'))
}
