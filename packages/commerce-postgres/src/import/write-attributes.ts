import { inArray, sql } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { attributes, attributeValues } from '../tables'
import type { AttributeInFile } from './read-attributes'

/** In the order of the file. A colour the file does not give stays. */
export async function writeAttributes(db: Sql, named: AttributeInFile[]): Promise<void> {
  for (const [position, { id, name, values }] of named.entries()) {
    await db
      .insert(attributes)
      .values({ id, name, position })
      .onConflictDoUpdate({ target: attributes.id, set: { name, position } })
    for (const [position, value] of [...values.values()].entries()) {
      const row = { position, name: value.name, colour: value.colour }
      await db
        .insert(attributeValues)
        .values({ attributeId: id, id: value.id, ...row })
        .onConflictDoUpdate({
          target: [attributeValues.attributeId, attributeValues.id],
          set: { ...row, colour: sql`coalesce(excluded.colour, ${attributeValues.colour})` },
        })
    }
  }
}

/** What no product has any more is gone. */
export async function removeUnusedAttributes(db: Sql): Promise<void> {
  await db.delete(attributeValues).where(
    sql`not exists (select from commerce.product_attribute_values own
      where own.attribute_id = ${attributeValues.attributeId} and own.value_id = ${attributeValues.id})`,
  )
  const used = db.select({ id: attributeValues.attributeId }).from(attributeValues)
  await db.delete(attributes).where(sql`not ${inArray(attributes.id, used)}`)
}
