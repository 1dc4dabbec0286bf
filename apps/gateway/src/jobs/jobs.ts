import type { EventsPort } from '@xiaopu/commerce'
import type { Database } from '@xiaopu/commerce-postgres/database'
import type { FastifyBaseLogger } from 'fastify'
import PgBoss from 'pg-boss'
import { type EventHandlers, type EventJob, jobIdOf } from './event-handlers'
import type { Sweep } from './sweep'

interface Needs {
  database: Database
  events: EventsPort
  handlers: EventHandlers
  sweeps: Sweep[]
  log: FastifyBaseLogger
  /** How often it looks for work, seconds; half a second at least. */
  pollSeconds?: number
}

export interface Jobs {
  /** Works in the background from now on, with every other gateway on the same database. */
  start(): Promise<void>
  /** Finishes what is under way and takes nothing new. */
  stop(): Promise<void>
  /** Does everything that is due now, once, and resolves when it is done. For tests and for the command line. */
  drain(): Promise<void>
}

const SWEEPS = 'sweeps'
const EVENTS = 'events'
/** How long a claimed event may take to get into the queue before another gateway takes it, ms. */
const LEASE = 60_000
const BATCH = 100
/** Jobs a gateway takes at each look: what waits longer than a look goes to the next gateway that looks. */
const AT_A_LOOK = 20
/** Done jobs are kept for the longest pace of a sweep, so that its time slot stays taken, and then cleared away. */
const KEEP_DONE_SECONDS = 2 * 3600
const KEEP_ARCHIVED_HOURS = 24
const STOP_WITHIN = 20_000

/**
 * The gateway's jobs on pg-boss, in the shop's own database. Every gateway asks for each sweep at its pace, and the queue
 * takes one request per time slot, whoever asks: several gateways do the work of one.
 */
export function createJobs({ database, events, handlers, sweeps, log, pollSeconds = 2 }: Needs): Jobs {
  const boss = new PgBoss({
    schema: 'jobs',
    db: { executeSql: (text: string, values: unknown[]) => database.execute(text, values) },
    // Cron is not used; a clock skew between servers is not ours to judge.
    schedule: false,
    archiveCompletedAfterSeconds: KEEP_DONE_SECONDS,
    deleteAfterHours: KEEP_ARCHIVED_HOURS,
  })
  boss.on('error', (error) => log.error({ err: error }, 'the job queue has a problem'))
  const timers: NodeJS.Timeout[] = []
  let ready: Promise<void> | undefined

  /** Gateways that start at the same moment take turns: making the queue's tables side by side ends in a deadlock. */
  function prepare(): Promise<void> {
    return database.exclusively('xiaopu job queues', async () => {
      await boss.start()
      // Created twice is created once; a sweep that failed comes again by itself with the next slot.
      await boss.createQueue(SWEEPS, { name: SWEEPS, retryLimit: 0, expireInSeconds: 300 })
      await boss.createQueue(EVENTS, { name: EVENTS, retryLimit: 30, retryDelay: 10, retryBackoff: true })
    })
  }

  function prepared(): Promise<void> {
    ready ??= prepare()
    return ready
  }

  async function start(): Promise<void> {
    await prepared()
    const options = { pollingIntervalSeconds: pollSeconds, batchSize: AT_A_LOOK }
    // Side by side: one that waits for WeChat must not hold up the others.
    await boss.work<{ sweep: string }>(SWEEPS, options, (jobs) =>
      Promise.all(jobs.map(({ data }) => sweep(data.sweep))),
    )
    await boss.work<EventJob>(EVENTS, options, async (jobs) => {
      for (const job of jobs) await handleOrFail(job)
    })
    for (const each of allSweeps) {
      void request(each)
      timers.push(setInterval(() => void request(each), each.everySeconds * 1000))
    }
  }

  async function request({ name, everySeconds }: Sweep): Promise<void> {
    try {
      await boss.send(SWEEPS, { sweep: name }, { singletonKey: name, singletonSeconds: everySeconds })
    } catch (error) {
      log.error({ err: error, sweep: name }, 'a job could not be asked for')
    }
  }

  async function sweep(name: string): Promise<void> {
    const found = allSweeps.find((each) => each.name === name)
    try {
      // A newer gateway beside this one may know sweeps that this one does not.
      await found?.run()
    } catch (error) {
      log.error({ err: error, sweep: name }, 'a job failed; it comes again')
    }
  }

  /** Alone in its failure: the others of the same look are done all the same. */
  async function handleOrFail(job: PgBoss.Job<EventJob>): Promise<void> {
    try {
      await handle(job.data)
    } catch (error) {
      const { handler, orderId } = job.data
      log.error({ err: error, handler, orderId }, 'an event could not be dealt with; it comes again')
      await boss.fail(EVENTS, job.id, { message: (error as Error).message })
    }
  }

  async function handle({ type, handler, orderId, details }: EventJob): Promise<void> {
    // Each type is queued with the details it has.
    const found = handlers[type]?.[handler] as ((orderId: string, details: object) => Promise<void>) | undefined
    if (!found) throw new Error(`this gateway has no handler ${handler} for ${type}`)
    await found(orderId, details)
  }

  /** Events go from the shop's outbox into the queue, and are confirmed only when they are safely there. */
  async function pump(): Promise<void> {
    for (;;) {
      const claimed = await events.claim(BATCH, LEASE)
      if (claimed.length === 0) return
      for (const { id, type, orderId, occurredAt: _, ...details } of claimed) {
        for (const handler of Object.keys(handlers[type] ?? {})) {
          await boss.send(EVENTS, { type, handler, orderId, details } satisfies EventJob, { id: jobIdOf(id, handler) })
        }
      }
      await events.confirm(claimed.map(({ id }) => id))
    }
  }

  const allSweeps: Sweep[] = [{ name: 'outbox', everySeconds: 5, run: pump }, ...sweeps]

  async function drain(): Promise<void> {
    await prepared()
    for (const each of allSweeps) await each.run()
    await pump()
    for (;;) {
      const [job] = await boss.fetch<EventJob>(EVENTS, { batchSize: 1, ignoreStartAfter: true })
      if (!job) return
      await handle(job.data)
      await boss.complete(EVENTS, job.id)
    }
  }

  async function stop(): Promise<void> {
    for (const timer of timers.splice(0)) clearInterval(timer)
    if (!ready) return
    // Also after a start that failed: what did start must not go on.
    await ready.catch(() => {})
    await boss.stop({ graceful: true, wait: true, timeout: STOP_WITHIN })
  }

  return { start, stop, drain }
}
