import type { WebView } from './webview'

/** Lets a mouse scroll by dragging, as a finger does: pages, scroll-views and whatever else overflows. */
export function dragWithMouse(view: WebView): void {
  let from: { x: number; y: number; target: Element } | null = null
  view.doc.addEventListener(
    'pointerdown',
    (event) => {
      const target = event.composedPath()[0] as Element
      const busy = event.pointerType !== 'mouse' || event.button !== 0 || event.defaultPrevented
      from = busy || target.closest('input,textarea,select') ? null : { x: event.clientX, y: event.clientY, target }
    },
    true,
  )
  view.doc.addEventListener('pointermove', (event) => {
    if (!from || event.buttons === 0 || event.defaultPrevented) return
    const [dx, dy] = [from.x - event.clientX, from.y - event.clientY]
    if (Math.abs(dx) + Math.abs(dy) < 4) return
    const box = scrollable(from.target, Math.abs(dx) > Math.abs(dy) ? 'x' : 'y')
    if (box) box.scrollBy({ left: dx, top: dy, behavior: 'instant' })
    from = { ...from, x: event.clientX, y: event.clientY }
  })
  view.doc.addEventListener('pointerup', () => {
    from = null
  })
  // A picture or link would otherwise be picked up.
  view.doc.addEventListener('dragstart', (event) => event.preventDefault())
}

function scrollable(start: Element, axis: 'x' | 'y'): Element | null {
  for (let node: Element | null = start; node; node = parentOf(node)) {
    if (node === node.ownerDocument.body) break
    const style = getComputedStyle(node)
    const [overflow, size, client] =
      axis === 'x'
        ? [style.overflowX, node.scrollWidth, node.clientWidth]
        : [style.overflowY, node.scrollHeight, node.clientHeight]
    if (/auto|scroll/.test(overflow) && size > client) return node
  }
  return axis === 'y' ? start.ownerDocument.scrollingElement : null
}

/** The next element outwards, through slots and out of shadow roots. */
function parentOf(node: Element): Element | null {
  if (node.assignedSlot) return node.assignedSlot
  return node.parentElement ?? ((node.getRootNode() as ShadowRoot).host as Element | undefined) ?? null
}
