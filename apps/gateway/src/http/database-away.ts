/** Codes of a PostgreSQL that goes down or has no connection left, and of a network that does not reach it. */
const AWAY = /^(08\w{3}|57P0[1-5]|53300|ECONN\w+|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)$/
/** node-postgres says this without a code. */
const AWAY_WORDS = /timeout exceeded when trying to connect|Connection terminated/

/** Whether a statement of the gateway's own failed because the database is not there: a pause will help, not a fix. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error && 'query' in error)) return false
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown }
    if ((typeof code === 'string' && AWAY.test(code)) || AWAY_WORDS.test(cause.message)) return true
  }
  return false
}
