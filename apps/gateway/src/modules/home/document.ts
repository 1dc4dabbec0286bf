import { Id } from '@xiaopu/contract'
import { z } from 'zod'

/** A text in both languages; English may be left out and is then the Chinese. */
const Words = z.strictObject({ 'zh-CN': z.string().min(1).max(200), en: z.string().min(1).max(200).optional() })
export type Words = z.infer<typeof Words>

const Target = z.union([z.strictObject({ product: Id }), z.strictObject({ category: Id })])
export type Target = z.infer<typeof Target>

const Ids = z.array(Id).min(1).max(50)

/** A block as the merchant writes it: texts per language, and ids. Pictures are those of the product or category. */
export const HomeDocumentBlock = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('hero'),
    title: Words,
    subtitle: Words,
    target: Target,
    picture: Target.optional(),
  }),
  z.strictObject({
    type: z.literal('shortcuts'),
    items: z
      .array(z.strictObject({ label: Words.optional(), target: Target }))
      .min(1)
      .max(20),
  }),
  z.strictObject({ type: z.literal('product_row'), title: Words, products: Ids }),
  z.strictObject({
    type: z.literal('editorial'),
    title: Words,
    text: Words,
    target: Target,
    picture: Target.optional(),
  }),
  z.strictObject({ type: z.literal('nearby_store') }),
  z
    .strictObject({
      type: z.literal('product_grid'),
      title: Words,
      products: Ids.optional(),
      category: Id.optional(),
    })
    .refine(
      ({ products, category }) => products !== undefined || category !== undefined,
      'needs products or a category',
    ),
])
export type HomeDocumentBlock = z.infer<typeof HomeDocumentBlock>

/** What `pnpm shop home <file.json>` takes. */
export const HomeDocument = z.strictObject({ blocks: z.array(HomeDocumentBlock).min(1).max(30) })
export type HomeDocument = z.infer<typeof HomeDocument>
