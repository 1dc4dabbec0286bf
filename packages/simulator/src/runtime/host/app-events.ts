// biome-ignore lint/suspicious/noExplicitAny: listeners belong to the Mini Program; each event has its own shape.
type Listener = (event: any) => void

/** The global events of `wx.onXxx` / `wx.offXxx`: theme, network, errors, app show and hide. */
export class AppEvents {
  private readonly listeners = new Map<string, Set<Listener>>()

  on(name: string, listener: Listener): void {
    if (typeof listener !== 'function') return
    const set = this.listeners.get(name) ?? new Set()
    this.listeners.set(name, set.add(listener))
  }

  /** Without a listener, all of that event are removed, as WeChat does. */
  off(name: string, listener?: Listener): void {
    if (listener) this.listeners.get(name)?.delete(listener)
    else this.listeners.delete(name)
  }

  emit(name: string, event: unknown): void {
    for (const listener of this.listeners.get(name) ?? []) listener(event)
  }
}
