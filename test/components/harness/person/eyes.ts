import { configure } from '@testing-library/dom'

/** Other people share the machine: a condition may take its time, and is met long before. */
const PATIENCE_MS = 30_000

/** What stands on the page, line by line, with the names of what has no words. */
export function readable(container: Element): string {
  const lines: string[] = []
  const walk = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      if (node.textContent?.trim()) lines.push(node.textContent.trim())
      return
    }
    const element = node as Element
    const [role, label, placeholder] = ['role', 'aria-label', 'placeholder'].map((name) => element.getAttribute?.(name))
    if (label || role === 'button') lines.push(`[${role ?? 'label'} ${label ?? ''}]`)
    if (placeholder) lines.push(`[${placeholder}…]`)
    node.childNodes.forEach(walk)
  }
  walk(container)
  return lines.join('\n')
}

configure({
  asyncUtilTimeout: PATIENCE_MS,
  // Pages below are searched by nobody, and jsdom lays nothing out: looking at styles would only cost time.
  defaultHidden: true,
  getElementError: (message, container) => new Error(`${message ?? ''}\n\nOn the page:\n${readable(container)}`),
})
