import type { Sql } from '@xiaopu/commerce-postgres/database'
import { eq } from 'drizzle-orm'
import type { PersonalPart } from '../account/personal-part'
import { myStores } from './tables'

export const myStorePart = (db: Sql): PersonalPart => ({
  name: 'my_store',
  tables: ['my_stores'],
  withAccount: 'goes',
  show: ({ customer }) =>
    db
      .select({ storeId: myStores.storeId, name: myStores.name, chosenAt: myStores.chosenAt })
      .from(myStores)
      .where(eq(myStores.shopperId, customer.id)),
})
