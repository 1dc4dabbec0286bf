export interface ChangeQueue<Change> {
  /** Settles with whether the change was done; a change that a later one replaced shares that one's answer. */
  push(change: Change): Promise<boolean>
  /** All that is not answered yet, in order: what to draw over the last known state. */
  unanswered(): readonly Change[]
  /** When nothing is under way any more. */
  idle(): Promise<void>
}

export interface ChangeQueueOptions<Change> {
  send(change: Change): Promise<void>
  /** An unsent `earlier` that this leaves nothing of is never sent. */
  supersedes(later: Change, earlier: Change): boolean
  /** Told whenever `unanswered` is another. */
  onChange(): void
  /** @returns whether the changes that still wait are to be given up too (there is no connection, say) */
  onFailure(error: unknown): boolean
}

interface Entry<Change> {
  change: Change
  tell: ((done: boolean) => void)[]
}

/**
 * Sends changes one after another. Two requests under way at once could be answered in another order, and the older
 * state would win; with one at a time the last tap is the last word.
 */
export function createChangeQueue<Change>(options: ChangeQueueOptions<Change>): ChangeQueue<Change> {
  const { send, supersedes, onChange, onFailure } = options
  let sending: Entry<Change> | null = null
  let waiting: Entry<Change>[] = []
  let idlers: (() => void)[] = []

  const settle = (entries: Entry<Change>[], done: boolean) => {
    for (const { tell } of entries) for (const one of tell) one(done)
  }

  async function drain() {
    if (sending) return
    for (sending = waiting.shift() ?? null; sending; sending = waiting.shift() ?? null) {
      const entry: Entry<Change> = sending
      let done = true
      let abandoned: Entry<Change>[] = []
      try {
        await send(entry.change)
      } catch (error) {
        done = false
        if (onFailure(error)) [abandoned, waiting] = [waiting, []]
      }
      sending = null
      onChange()
      settle([entry], done)
      settle(abandoned, false)
    }
    const free = idlers
    idlers = []
    for (const tell of free) tell()
  }

  return {
    push: (change) =>
      new Promise((resolve) => {
        const replaced = waiting.find((entry) => supersedes(change, entry.change))
        if (replaced) {
          replaced.change = change
          replaced.tell.push(resolve)
        } else waiting.push({ change, tell: [resolve] })
        onChange()
        void drain()
      }),
    unanswered: () => [...(sending ? [sending] : []), ...waiting].map(({ change }) => change),
    idle: () =>
      sending || waiting.length > 0 ? new Promise((resolve) => void idlers.push(resolve)) : Promise.resolve(),
  }
}
