import type { AppPayload, Theme } from '../types'

/** Replaces each `"@name"` by the theme's value, as WeChat does for window and tabBar settings. */
export function themed<T>(value: T, payload: AppPayload, theme: Theme): T {
  const variables = payload.theme[theme] ?? {}
  const walk = (node: unknown): unknown => {
    if (typeof node === 'string') return node.startsWith('@') ? (variables[node.slice(1)] ?? node) : node
    if (Array.isArray(node)) return node.map(walk)
    if (node && typeof node === 'object') {
      return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, walk(inner)]))
    }
    return node
  }
  return walk(value) as T
}
