import { createHash } from 'node:crypto'
import type { DomainEvent } from '@xiaopu/commerce'

type EventType = DomainEvent['type']

/** What an event of a type says beyond its order: of a refund its id and amount. */
export type EventDetails<Type extends EventType> = Omit<
  Extract<DomainEvent, { type: Type }>,
  'id' | 'occurredAt' | 'type' | 'orderId'
>

/** What others do when something has happened in the shop. May be called again after a failure: must be idempotent. */
export type EventHandler<Type extends EventType> = (orderId: string, details: EventDetails<Type>) => Promise<void>

/** Handlers by event, then by name: each is a job of its own, so that one that fails does not repeat the others. */
export type EventHandlers = { [Type in EventType]?: Record<string, EventHandler<Type>> }

/** The handlers of several modules. */
export function joinHandlers(...modules: EventHandlers[]): EventHandlers {
  const all: Record<string, object> = {}
  for (const handlers of modules) {
    for (const [type, named] of Object.entries(handlers)) all[type] = { ...all[type], ...named }
  }
  return all
}

/** One event for one handler, as it waits in the queue. */
export interface EventJob {
  type: DomainEvent['type']
  handler: string
  orderId: string
  details: object
}

/** The same event for the same handler always has this id: the queue takes it once. */
export function jobIdOf(eventId: string, handler: string): string {
  const hex = createHash('sha256').update(`${handler} ${eventId}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
