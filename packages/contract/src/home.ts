import { z } from 'zod'
import { ProductSummary } from './catalog'
import { Id, Picture } from './primitives'

/** Where a tap on a block leads. */
export const HomeTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('product'), productId: Id }),
  z.object({ kind: z.literal('category'), categoryId: Id }),
])
export type HomeTarget = z.infer<typeof HomeTarget>

/** The home page is a list of blocks, chosen by the merchant; a client skips a block whose `type` it does not know. */
export const HomeBlock = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hero'), picture: Picture, title: z.string(), subtitle: z.string(), target: HomeTarget }),
  z.object({
    type: z.literal('shortcuts'),
    items: z.array(z.object({ label: z.string(), picture: Picture.nullable(), target: HomeTarget })),
  }),
  z.object({ type: z.literal('product_row'), title: z.string(), products: z.array(ProductSummary) }),
  z.object({
    type: z.literal('editorial'),
    picture: Picture,
    title: z.string(),
    text: z.string(),
    target: HomeTarget,
  }),
  z.object({ type: z.literal('nearby_store') }),
  z.object({
    type: z.literal('product_grid'),
    title: z.string(),
    products: z.array(ProductSummary),
    category: Id.nullable().describe('Where "see all" leads'),
  }),
])
export type HomeBlock = z.infer<typeof HomeBlock>

export const Home = z.object({ blocks: z.array(HomeBlock) }).meta({ id: 'Home' })
export type Home = z.infer<typeof Home>
