import type { ProductFixture } from '@xiaopu/magento-stand-in'
import type { DemoReview } from '../seed/catalogue'

/** A review without a name is anonymous: Magento wants one, and this is what our back end writes. */
const NOBODY = '匿名用户'
const LONGEST_SUMMARY = 60

/** The demo's reviews of the SKUs of one product, as Magento keeps them: no answer, and not which SKU it was. */
export const reviewsOf = (reviews: DemoReview[], skus: string[]): NonNullable<ProductFixture['reviews']> =>
  reviews
    .filter(({ sku }) => skus.includes(sku))
    .map(({ writtenAt, stars, nickname, text }) => ({
      nickname: nickname ?? NOBODY,
      summary: [...(text.split('\n')[0] ?? '')].slice(0, LONGEST_SUMMARY).join(''),
      text,
      stars,
      createdAt: writtenAt.toISOString().slice(0, 19).replace('T', ' '),
    }))
