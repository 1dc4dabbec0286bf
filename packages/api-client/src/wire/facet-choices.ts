/** The chosen values by the facet they belong to, by the ids a list came with. */
export type FacetSelection = Readonly<Record<string, readonly string[]>>

/**
 * `colour:12,13;material:5`, or nothing where nothing is chosen. In one order, whichever was tapped first: the same
 * choices are the same address, and so the same page in every cache.
 */
export function encodeFacetChoices(selection: FacetSelection = {}): string | undefined {
  const chosen = Object.keys(selection)
    .sort()
    .map((facet) => [facet, [...new Set(selection[facet])].sort()] as const)
    .filter(([, values]) => values.length > 0)
    .map(([facet, values]) => `${facet}:${values.join(',')}`)
  return chosen.length > 0 ? chosen.join(';') : undefined
}
