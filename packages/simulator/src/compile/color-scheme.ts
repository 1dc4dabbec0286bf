import type { AtRule, Container } from 'postcss'

const CONDITION = /\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/i

/**
 * Rewrites `@media (prefers-color-scheme: dark) { a {} }` to `:where(.theme-dark) a {}`. `:where` adds no specificity, so
 * the cascade stays the one the author wrote. Conditions joined to it by `and` stay in a media query.
 */
export function takeColorScheme(media: AtRule): void {
  if (!CONDITION.test(media.params)) return
  const replacements: Container['nodes'] = []
  for (const query of media.params.split(',')) {
    const theme = query.match(CONDITION)?.[1]?.toLowerCase()
    const copy = media.clone({ params: remaining(query) })
    if (theme) prefix(copy, `:where(.theme-${theme})`)
    if (copy.params) replacements.push(copy)
    else replacements.push(...(copy.nodes ?? []))
  }
  media.replaceWith(replacements)
}

function remaining(query: string): string {
  const conditions = query
    .split(/\s+and\s+/i)
    .map((part) => part.trim())
    .filter((part) => part && !CONDITION.test(part))
  return conditions.every((part) => /^(only\s+)?(screen|all)$/i.test(part)) ? '' : conditions.join(' and ')
}

function prefix(container: AtRule, theme: string): void {
  container.walkRules((rule) => {
    const parent = rule.parent
    if (parent?.type === 'atrule' && /keyframes$/.test((parent as AtRule).name)) return
    rule.selectors = rule.selectors.map((selector) => `${theme} ${selector}`)
  })
}
