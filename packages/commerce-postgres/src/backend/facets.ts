import type { Context, Facet, Locale } from '@xiaopu/commerce'
import { type SQL, sql } from 'drizzle-orm'
import type { Sql } from '../database/database'
import type { LocalText } from '../tables/schema'
import { type Narrowing, narrowed } from './product-conditions'
import { rowsOf } from './rows'
import type { Shop } from './settings'
import { inLocale } from './text'

interface ValueRow {
  attribute_id: string
  attribute: LocalText
  attribute_position: number
  id: string
  name: LocalText
  colour: string | null
  count: number
}

/**
 * The ways to narrow a list further. What a value of a facet leads to follows every choice but those of its own facet:
 * they are counted by a query each, those of the facets nothing is chosen of by one together.
 */
export async function facetsOf(db: Sql, shop: Shop, { locale }: Context, narrowing: Narrowing): Promise<Facet[]> {
  const chosen = Object.entries(narrowing.facets ?? {})
  const [price, untouched, ...touched] = await Promise.all([
    priceFacet(db, shop, narrowing),
    countValues(db, shop, narrowing, notAmong(chosen.map(([id]) => id)), []),
    ...chosen.map(([id, valueIds]) =>
      countValues(db, shop, withoutFacet(narrowing, id), sql`v.attribute_id = ${id}`, valueIds),
    ),
  ])
  return [...choices([...untouched, ...touched.flat()], locale), ...price, { kind: 'in_stock' }]
}

/** Values that lead to something; those that are chosen lead back, and are told whatever they lead to. */
function countValues(db: Sql, shop: Shop, narrowing: Narrowing, which: SQL, chosen: string[]): Promise<ValueRow[]> {
  const { products, matching } = narrowed(shop, narrowing)
  return rowsOf<ValueRow>(
    db,
    sql`
    select v.attribute_id, a.name as attribute, a.position as attribute_position, v.id, v.name, v.colour,
      count(found.id)::int as count
    from commerce.attribute_values v join commerce.attributes a on a.id = v.attribute_id
    left join (commerce.product_attribute_values own join (select p.id from ${products} where ${matching}) found
        on found.id = own.product_id)
      on own.attribute_id = v.attribute_id and own.value_id = v.id
    where ${which}
    group by v.attribute_id, a.name, a.position, v.id, v.name, v.colour, v.position
    having count(found.id) > 0 ${chosen.length > 0 ? sql`or v.id in ${chosen}` : sql``}
    order by v.position, v.id`,
  )
}

/** The prices there are, as the list shows them, whatever price is asked for. */
async function priceFacet(db: Sql, shop: Shop, narrowing: Narrowing): Promise<Facet[]> {
  const { priceFrom: _, priceTo: __, ...others } = narrowing
  const { products, matching } = narrowed(shop, others)
  const [row] = await rowsOf<{ lowest: string | number | null; highest: string | number | null }>(
    db,
    sql`select min(price_from) as lowest, max(price_from) as highest from (
      select min(offer.price) as price_from from ${products}
      join commerce.skus offer on offer.product_id = p.id and offer.on_sale where ${matching} group by p.id) listed`,
  )
  if (!row || row.lowest === null) return []
  return [{ kind: 'price', lowest: Number(row.lowest), highest: Number(row.highest) }]
}

function choices(rows: ValueRow[], locale: Locale): Facet[] {
  const byAttribute = new Map<string, ValueRow[]>()
  for (const row of rows) byAttribute.set(row.attribute_id, [...(byAttribute.get(row.attribute_id) ?? []), row])
  return [...byAttribute.values()]
    .sort(([one], [other]) => one!.attribute_position - other!.attribute_position)
    .map((values) => ({
      kind: 'choice',
      id: values[0]!.attribute_id,
      name: inLocale(values[0]!.attribute, locale),
      values: values.map(({ id, name, count, colour }) => ({ id, name: inLocale(name, locale), count, colour })),
    }))
}

function notAmong(attributeIds: string[]): SQL {
  return attributeIds.length === 0 ? sql`true` : sql`v.attribute_id not in ${attributeIds}`
}

function withoutFacet(narrowing: Narrowing, attributeId: string): Narrowing {
  const { [attributeId]: _, ...facets } = narrowing.facets ?? {}
  return { ...narrowing, facets }
}
