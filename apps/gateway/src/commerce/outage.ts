import { BackendUnavailable } from '@xiaopu/commerce'
import type { FastifyBaseLogger } from 'fastify'

export type Outage = ReturnType<typeof createOutage>

/** Says once that the shop system is away and once that it is back, however many jobs and probes find it so. */
export function createOutage(log: Pick<FastifyBaseLogger, 'error' | 'info'>) {
  /** What was said last; undefined: it answers. */
  let said: string | undefined

  /** Whether the error was that the shop system is away: then it has been said. Any other error is the caller's. */
  function missed(error: unknown): boolean {
    if (!(error instanceof BackendUnavailable)) return false
    // A shop that is set up wrongly is told of, too, where it was only away before.
    if (said !== error.name) log.error({ err: error }, 'the shop system is away: what can be served without it is')
    said = error.name
    return true
  }

  function answered(): void {
    if (said !== undefined) log.info('the shop system is back')
    said = undefined
  }

  /** Does what may need the shop system, or leaves it for the next time. Done says nothing of it: there may have been nothing to ask. */
  async function spare(work: () => Promise<unknown>): Promise<'done' | 'missed'> {
    try {
      await work()
      return 'done'
    } catch (error) {
      if (!missed(error)) throw error
      return 'missed'
    }
  }

  /** Does what always needs the shop system, or leaves it for the next time. */
  async function watch(work: () => Promise<unknown>): Promise<void> {
    if ((await spare(work)) === 'done') answered()
  }

  return { missed, answered, spare, watch }
}
