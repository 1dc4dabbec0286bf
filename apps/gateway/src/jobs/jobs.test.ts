import type { DomainEvent, EventsPort } from '@xiaopu/commerce'
import type { Database } from '@xiaopu/commerce-postgres'
import { openInMemory } from '@xiaopu/commerce-postgres/testing'
import { pino } from 'pino'
import { until } from '../testing/until'
import type { EventHandlers } from './event-handlers'
import { createJobs, type Jobs } from './jobs'
import type { Sweep } from './sweep'

let database: Database
const running: Jobs[] = []
beforeAll(async () => {
  database = await openInMemory()
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((jobs) => jobs.stop()))
})
afterAll(() => database.close())

/** An outbox that hands out each event until it is confirmed. */
function outboxOf(...events: DomainEvent[]): EventsPort {
  const waiting = new Map(events.map((event) => [event.id, event]))
  const leased = new Set<string>()
  return {
    async claim(limit) {
      const claimed = [...waiting.values()].filter(({ id }) => !leased.has(id)).slice(0, limit)
      for (const { id } of claimed) leased.add(id)
      return claimed
    },
    async confirm(ids) {
      for (const id of ids) waiting.delete(id)
    },
  }
}
const cancelled = (id: string): DomainEvent => ({
  id,
  type: 'order.cancelled',
  orderId: `order-${id}`,
  occurredAt: new Date(),
})
const gateway = (parts: { events?: EventsPort; handlers?: EventHandlers; sweeps?: Sweep[] }) => {
  const log = pino({ level: 'silent' })
  const jobs = createJobs({ database, events: outboxOf(), handlers: {}, sweeps: [], log, pollSeconds: 0.5, ...parts })
  running.push(jobs)
  return jobs
}

test('an event reaches each of its handlers once, and events without a handler are let go', async () => {
  const told: string[] = []
  const handlers: EventHandlers = {
    'order.cancelled': {
      one: async (orderId) => void told.push(`one ${orderId}`),
      two: async (orderId) => void told.push(`two ${orderId}`),
    },
  }
  const paid: DomainEvent = { id: '2', type: 'order.paid', orderId: 'order-2', occurredAt: new Date() }
  const jobs = gateway({ events: outboxOf(cancelled('1'), paid), handlers })
  await jobs.drain()
  await jobs.drain()
  expect(told.sort()).toEqual(['one order-1', 'two order-1'])
})

test('an event given out twice, as after a crash, is one job', async () => {
  const told: string[] = []
  const handlers: EventHandlers = { 'order.cancelled': { one: async (orderId) => void told.push(orderId) } }
  await gateway({ events: outboxOf(cancelled('11')), handlers }).drain()
  await gateway({ events: outboxOf(cancelled('11')), handlers }).drain()
  expect(told).toEqual(['order-11'])
})

test('two gateways on one database do the work of one', async () => {
  const runs = { first: 0, second: 0 }
  const told: string[] = []
  const handlers: EventHandlers = { 'order.cancelled': { one: async (orderId) => void told.push(orderId) } }
  const events = outboxOf(...Array.from({ length: 20 }, (_, n) => cancelled(`2-${n}`)))
  const sweep = (who: keyof typeof runs): Sweep => ({
    name: 'counted',
    everySeconds: 3600,
    run: async () => {
      runs[who]++
    },
  })
  const [first, second] = [
    gateway({ events, handlers, sweeps: [sweep('first')] }),
    gateway({ events, handlers, sweeps: [sweep('second')] }),
  ]
  await Promise.all([first.start(), second.start()])
  await until(() => told.length >= 20 && runs.first + runs.second >= 1, 30_000)
  await Promise.all([first.stop(), second.stop()])
  expect(new Set(told).size).toBe(20)
  expect(told).toHaveLength(20)
  expect(runs.first + runs.second).toBe(1)
})

test('an event whose handler fails comes again, and does not hold up the others', async () => {
  const told: string[] = []
  let failures = 1
  const handlers: EventHandlers = {
    'order.cancelled': {
      shaky: async (orderId) => {
        if (orderId === 'order-3-0' && failures-- > 0) throw new Error('not now')
        told.push(orderId)
      },
    },
  }
  const jobs = gateway({ events: outboxOf(cancelled('3-0'), cancelled('3-1')), handlers })
  await jobs.start()
  await until(() => told.length >= 1, 30_000)
  expect(told).toEqual(['order-3-1'])
  await jobs.stop()
  await gateway({ handlers }).drain()
  expect(told).toEqual(['order-3-1', 'order-3-0'])
})

test('stopping waits for the job under way', async () => {
  let started = false
  let finished = false
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const slow: Sweep = {
    name: 'slow',
    everySeconds: 3600,
    run: async () => {
      started = true
      await held
      finished = true
    },
  }
  const jobs = gateway({ sweeps: [slow] })
  await jobs.start()
  await until(() => started, 30_000)
  const stopped = jobs.stop()
  release()
  await stopped
  expect(finished).toBe(true)
})
