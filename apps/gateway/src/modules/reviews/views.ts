import type * as commerce from '@xiaopu/commerce'
import type { Review } from '@xiaopu/contract'
import type { PictureView } from '../media/picture-view'

export const reviewView =
  (picture: PictureView) =>
  (review: commerce.Review): Review => ({
    ...review,
    pictures: review.pictures.map((each) => picture(each)!),
    createdAt: review.createdAt.toISOString(),
  })
