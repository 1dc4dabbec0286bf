import { BackendUnavailable } from '@xiaopu/commerce'
import { causesOf, codeOf } from '../database/errors'

/** Codes of a server that cannot be reached, is going down, or has no connection left; and of the network. */
const UNAVAILABLE = /^(08\w{3}|57P0[1-5]|53300|57014|ECONN\w+|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)$/
/** node-postgres says these without a code. */
const UNAVAILABLE_WORDS = /timeout exceeded when trying to connect|Connection terminated|PGlite is closed/

/** The same port, where a database that cannot be reached is a `BackendUnavailable`. */
export function guarded<Port extends object>(port: Port): Port {
  const guardedPort = Object.entries(port).map(([name, method]) => [
    name,
    async (...args: unknown[]) => {
      try {
        return await method.apply(port, args)
      } catch (error) {
        throw isUnavailable(error) ? new BackendUnavailable('The database does not answer', { cause: error }) : error
      }
    },
  ])
  // Same names, same signatures: only what is thrown differs.
  return Object.fromEntries(guardedPort) as Port
}

function isUnavailable(error: unknown): boolean {
  if (UNAVAILABLE.test(codeOf(error) ?? '')) return true
  return [...causesOf(error)].some(({ message }) => UNAVAILABLE_WORDS.test(message))
}
