import { z } from 'zod'
import { Fen, Id } from './primitives'

/** How a value looks where it is a colour; everything else is told in words. */
export const Colour = z.string().regex(/^#[0-9a-f]{6}$/i)

const FacetValue = z.object({
  id: Id,
  name: z.string(),
  count: z.int().min(0).describe("Products it leads to, by the other facets' choices and not its own facet's"),
  colour: Colour.nullable(),
})
export type FacetValue = z.infer<typeof FacetValue>

/** A way to narrow a list. What a back end cannot filter by is not in the list; unknown kinds are skipped. */
export const Facet = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('choice'),
      id: Id,
      name: z.string().describe('In the language asked for'),
      values: z.array(FacetValue).min(1),
    }),
    z
      .object({ kind: z.literal('price'), lowest: Fen, highest: Fen })
      .describe('The prices there are; asked for by priceFrom and priceTo'),
    z.object({ kind: z.literal('in_stock') }).describe('Asked for by inStock=true'),
  ])
  .meta({ id: 'Facet' })
export type Facet = z.infer<typeof Facet>

/** `colour:12,13;material:5`: any of the values of each facet. At most 10 facets of 20 values. */
export const FacetChoices = z
  .string()
  .max(1_000)
  .regex(
    /^[\w.-]+:[\w.=+-]+(,[\w.=+-]+){0,19}(;[\w.-]+:[\w.=+-]+(,[\w.=+-]+){0,19}){0,9}$/,
    'facet:value,value;facet:value',
  )
export type FacetChoices = z.infer<typeof FacetChoices>
