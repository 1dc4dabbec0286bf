type Listener = (...args: unknown[]) => void

export interface EventChannel {
  emit(name: string, ...args: unknown[]): void
  on(name: string, listener: Listener): void
  once(name: string, listener: Listener): void
  off(name: string, listener?: Listener): void
}

/** The two ends of the EventChannel between a page and the one it opened. */
export function channelPair(fromOpener: Record<string, Listener> = {}): { opener: EventChannel; opened: EventChannel } {
  const opener = new Ends()
  const opened = new Ends()
  for (const [name, listener] of Object.entries(fromOpener)) opener.on(name, listener)
  return { opener: end(opener, opened), opened: end(opened, opener) }
}

class Ends {
  private listeners: { name: string; listener: Listener; once: boolean }[] = []
  on(name: string, listener: Listener, once = false) {
    this.listeners.push({ name, listener, once })
  }
  off(name: string, listener?: Listener) {
    this.listeners = this.listeners.filter((l) => l.name !== name || (listener && l.listener !== listener))
  }
  fire(name: string, args: unknown[]) {
    const hit = this.listeners.filter((l) => l.name === name)
    this.listeners = this.listeners.filter((l) => !(l.name === name && l.once))
    for (const { listener } of hit) listener(...args)
  }
}

function end(own: Ends, other: Ends): EventChannel {
  return {
    emit: (name, ...args) => other.fire(name, args),
    on: (name, listener) => own.on(name, listener),
    once: (name, listener) => own.on(name, listener, true),
    off: (name, listener) => own.off(name, listener),
  }
}
