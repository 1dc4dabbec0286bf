import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { BackendUnavailable } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { and, eq, lte } from 'drizzle-orm'
import { leases } from '../tables'

/** Longer than any work under a lease can take with all its time-outs, ms: then its process is dead. */
const LEASE = 180_000
/** How long another process is waited for, ms. */
const PATIENCE = 60_000
const PAUSE = 50

export type Leases = ReturnType<typeof createLeases>

/**
 * One at a time under one name, in this process and all others. No transaction is open meanwhile: Magento may take its
 * time, and the embedded database has but one session.
 */
export function createLeases(db: Sql) {
  const queues = new Map<string, Promise<unknown>>()

  /** @throws BackendUnavailable when others keep the name for too long */
  function exclusively<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const before = queues.get(name) ?? Promise.resolve()
    const mine = before.then(() => leased(name, work))
    const settled = mine.catch(() => {})
    queues.set(name, settled)
    settled.then(() => {
      if (queues.get(name) === settled) queues.delete(name)
    })
    return mine
  }

  async function leased<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const holder = randomUUID()
    // The machine's own time: the shop's clock may be a test's.
    for (const giveUp = Date.now() + PATIENCE; !(await take(name, holder)); await wait(PAUSE)) {
      if (Date.now() > giveUp) throw new BackendUnavailable(`Somebody else is at work on ${name}`)
    }
    try {
      return await work()
    } finally {
      await db.delete(leases).where(and(eq(leases.name, name), eq(leases.holder, holder)))
    }
  }

  async function take(name: string, holder: string): Promise<boolean> {
    const now = new Date()
    const until = new Date(now.getTime() + LEASE)
    const taken = await db
      .insert(leases)
      .values({ name, holder, until })
      .onConflictDoUpdate({ target: leases.name, set: { holder, until }, setWhere: lte(leases.until, now) })
      .returning({ holder: leases.holder })
    return taken.length > 0
  }

  return { exclusively }
}
