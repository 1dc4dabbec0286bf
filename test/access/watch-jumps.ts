/** One move of what was drawn already, which no finger caused. */
export interface Jump {
  /** Share of the screen × share of the way, as browsers score layout shifts. */
  score: number
  /** What moved, and from where to where (px from the top). */
  what: string
}

/** Under which name the page's window keeps them. */
export const JUMPS = '__jumps'

/** Runs in every frame before its page: only its text crosses over, so it must need nothing from outside. */
export function watchJumps(kept: string): void {
  interface Shift extends PerformanceEntry {
    value: number
    hadRecentInput: boolean
    sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[]
  }
  const jumps: Jump[] = []
  Object.assign(window, { [kept]: jumps })
  const named = (node: Node | null) => {
    const element = node instanceof Element ? node : node?.parentElement
    return element?.className ? `.${String(element.className).split(' ').join('.')}` : (element?.tagName ?? '?')
  }
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
      if (hadRecentInput) continue
      const moves = sources.map(
        ({ node, previousRect, currentRect }) =>
          `${named(node)} ${Math.round(previousRect.top)}→${Math.round(currentRect.top)}`,
      )
      jumps.push({ score: value, what: moves.slice(0, 3).join(', ') })
    }
  }).observe({ type: 'layout-shift', buffered: true })
}
