import type { CommerceBackend } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { eq } from 'drizzle-orm'
import type { PersonalPart } from '../account/personal-part'
import { reviewedProducts } from './tables'

/** What was written stays for other buyers, without the name where the shop system lets it be taken off. */
export const reviewsPart = (db: Sql, { shoppers }: Pick<CommerceBackend, 'shoppers'>): PersonalPart => ({
  name: 'reviews',
  tables: ['reviewed_products'],
  withAccount: 'stays',
  async show(context) {
    const { orderId, productId, writtenAt } = reviewedProducts
    const reviewed = await db
      .select({ orderId, productId, writtenAt })
      .from(reviewedProducts)
      .where(eq(reviewedProducts.shopperId, context.customer.id))
    return { reviewed, ...(await shoppers.kept(context)) }
  },
})
