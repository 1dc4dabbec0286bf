import type { Sql } from '@xiaopu/commerce-postgres/database'
import { and, desc, eq } from 'drizzle-orm'
import type { PersonalPart } from '../account/personal-part'
import type { KeptKind } from './service'
import { keptProducts } from './tables'

const part = (db: Sql, name: 'favourites' | 'history', kind: KeptKind): PersonalPart => ({
  name,
  tables: ['kept_products'],
  withAccount: 'goes',
  show: ({ customer }) =>
    db
      .select({ productId: keptProducts.productId, at: keptProducts.at })
      .from(keptProducts)
      .where(and(eq(keptProducts.shopperId, customer.id), eq(keptProducts.kind, kind)))
      .orderBy(desc(keptProducts.at)),
})

export const keepsakeParts = (db: Sql): PersonalPart[] => [
  part(db, 'favourites', 'favourite'),
  part(db, 'history', 'view'),
]
