import type { Facet } from '@xiaopu/contract'

type Choice = Extract<Facet, { kind: 'choice' }>
const keyOf = (facet: Facet) => (facet.kind === 'choice' ? `choice ${facet.id}` : facet.kind)

/**
 * The facets of now, each where it stood before: a back end leaves out what leads nowhere, and chips that close up would move away
 * from under the finger. What is gone stays with nothing behind it; what is new comes last.
 */
export function steadyFacets(before: readonly Facet[], now: readonly Facet[]): Facet[] {
  const current = new Map(now.map((facet) => [keyOf(facet), facet]))
  const known = new Set(before.map(keyOf))
  const stayed = before.map((facet): Facet => {
    const same = current.get(keyOf(facet))
    if (facet.kind !== 'choice') return same ?? facet
    return steadyChoice(facet, same?.kind === 'choice' ? same : { ...facet, values: [] })
  })
  return [...stayed, ...now.filter((facet) => !known.has(keyOf(facet)))]
}

function steadyChoice(before: Choice, now: Choice): Choice {
  const current = new Map(now.values.map((value) => [value.id, value]))
  const known = new Set(before.values.map(({ id }) => id))
  return {
    ...now,
    values: [
      ...before.values.map((value) => current.get(value.id) ?? { ...value, count: 0 }),
      ...now.values.filter(({ id }) => !known.has(id)),
    ],
  }
}
