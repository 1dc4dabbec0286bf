import type { FacetChoices } from '@xiaopu/contract'

/**
 * `colour:12,13;material:5` as the back end is asked for it. The contract's schema has checked the form; a facet named
 * twice has the values of both.
 */
export function decodeFacetChoices(choices: FacetChoices | undefined): Record<string, string[]> | undefined {
  if (choices === undefined) return undefined
  const chosen = new Map<string, string[]>()
  for (const part of choices.split(';')) {
    const [facet = '', values = ''] = part.split(':')
    chosen.set(facet, [...new Set([...(chosen.get(facet) ?? []), ...values.split(',')])])
  }
  return Object.fromEntries(chosen)
}
