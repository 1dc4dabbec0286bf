import { z } from 'zod'
import { ProductSummary } from './catalog'
import { HomePageName } from './home-document'
import { Id, Instant, Picture } from './primitives'
import { Store } from './stores'
import { Campaign } from './wallet'

/** Where a tap on a block leads; a client does nothing at a `kind` or a page it does not know. */
export const HomeTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('product'), productId: Id }),
  z.object({ kind: z.literal('category'), categoryId: Id }),
  z.object({ kind: z.literal('list'), categoryId: Id, title: z.string() }),
  z.object({ kind: z.literal('search'), words: z.string() }),
  z.object({ kind: z.literal('store'), storeId: Id }),
  z.object({ kind: z.literal('page'), page: HomePageName }),
])
export type HomeTarget = z.infer<typeof HomeTarget>

const Slide = z.object({ picture: Picture, title: z.string(), subtitle: z.string(), target: HomeTarget })
const PerMille = z.int().min(0).max(1000)

const RichNode = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: z.string() }),
  z.object({
    kind: z.literal('paragraph'),
    spans: z.array(z.object({ text: z.string(), bold: z.boolean(), target: HomeTarget.nullable() })),
  }),
  z.object({ kind: z.literal('picture'), picture: Picture, target: HomeTarget.nullable() }),
])

/** The home page is a list of blocks, chosen by the merchant; a client skips a block whose `type` it does not know. */
export const HomeBlock = z.discriminatedUnion('type', [
  Slide.extend({ type: z.literal('hero') }),
  z.object({ type: z.literal('banner'), slides: z.array(Slide).min(2) }),
  z.object({
    type: z.literal('shortcuts'),
    items: z.array(z.object({ label: z.string(), picture: Picture.nullable(), target: HomeTarget })),
  }),
  z.object({ type: z.literal('product_row'), title: z.string(), products: z.array(ProductSummary) }),
  z.object({ type: z.literal('coupon_strip'), title: z.string(), campaigns: z.array(Campaign) }),
  z.object({
    type: z.literal('hotspot'),
    picture: Picture,
    areas: z.array(
      z.object({
        x: PerMille,
        y: PerMille,
        width: PerMille,
        height: PerMille,
        label: z.string(),
        target: HomeTarget,
      }),
    ),
  }),
  z.object({
    type: z.literal('editorial'),
    picture: Picture,
    title: z.string(),
    text: z.string(),
    target: HomeTarget,
  }),
  z.object({ type: z.literal('rich_text'), nodes: z.array(RichNode) }),
  z.object({ type: z.literal('nearby_store') }),
  z.object({ type: z.literal('store_card'), store: Store }),
  z.object({
    type: z.literal('countdown'),
    title: z.string(),
    text: z.string(),
    until: Instant,
    serverTime: Instant.describe('What `until` is measured from'),
    target: HomeTarget,
    products: z.array(ProductSummary),
  }),
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
