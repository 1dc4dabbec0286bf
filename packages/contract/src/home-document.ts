import { z } from 'zod'
import { Id, Instant } from './primitives'

/** What a home page may hold at most; `bytes` are those of its JSON in UTF-8. */
export const HOME_LIMITS = { blocks: 40, bytes: 65_536 } as const

const Words = z.string().trim().min(1).max(200)

/** Words within a paragraph: the space before or after them keeps them apart from their neighbours. */
const SpanWords = z.strictObject({
  'zh-CN': z.string().min(1).max(1_000),
  en: z.string().min(1).max(1_000).optional(),
})

/** A text in both languages; English may be left out and is then the Chinese. */
export const HomeWords = z.strictObject({ 'zh-CN': Words, en: Words.optional() })
export type HomeWords = z.infer<typeof HomeWords>

/** Members of which a merchant gives one. Not a union of objects: its errors would not name the member that is wrong. */
const isOne = (given: object) => Object.keys(given).length === 1

/** Pages a block may lead to besides those that show one thing. */
export const HomePageName = z.enum([
  'category',
  'cart',
  'profile',
  'coupons',
  'wallet',
  'stores',
  'orders',
  'favourites',
  'history',
])

/** Where a tap leads, as the merchant writes it. */
export const HomeLink = z
  .strictObject({
    product: Id.optional(),
    category: Id.optional().describe('The page of categories, with this one chosen'),
    list: Id.optional().describe('All goods of a category'),
    search: z.string().trim().min(1).max(60).optional().describe('What is found for these words'),
    store: Id.optional(),
    page: HomePageName.optional(),
  })
  .refine(isOne, 'needs one of product, category, list, search, store, page')
export type HomeLink = z.infer<typeof HomeLink>

/** A picture of the shop's own, as the import made it, or one that lies elsewhere. */
const OwnPicture = z.strictObject({
  source: z
    .string()
    .max(500)
    .regex(/^([0-9a-f]{32}|https:\/\/[^\s"'<>\\]+)$/, 'the key of a picture, or an https address'),
  width: z.int().min(1).max(10_000),
  height: z.int().min(1).max(10_000),
  tone: z.string().regex(/^#[0-9a-f]{6}$/i, '#rrggbb'),
  alt: HomeWords.optional(),
})

/** A picture of the shop's own, or that of a product, a category or a store. */
export const HomePicture = z
  .strictObject({
    product: Id.optional(),
    category: Id.optional(),
    store: Id.optional(),
    own: OwnPicture.optional(),
  })
  .refine(isOne, 'needs one of product, category, store, own')
export type HomePicture = z.infer<typeof HomePicture>

const ProductIds = z.array(Id).min(1).max(50)
const listUpTo = <Item extends z.ZodType>(item: Item, most: number) => z.array(item).min(1).max(most)

/** Per mille of the picture's width and height, so that it fits every screen. */
const Area = z
  .strictObject({
    x: z.int().min(0).max(999),
    y: z.int().min(0).max(999),
    width: z.int().min(1).max(1000),
    height: z.int().min(1).max(1000),
    label: HomeWords.describe('Read aloud: nobody who does not see the picture knows what is there'),
    target: HomeLink,
  })
  .refine(({ x, width }) => x + width <= 1000, { message: 'ends beyond the picture', path: ['width'] })
  .refine(({ y, height }) => y + height <= 1000, { message: 'ends beyond the picture', path: ['height'] })

/** Text, and nothing a browser or a phone would run: no HTML, no styles, no addresses. */
const RichNode = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text: HomeWords }),
  z.strictObject({
    kind: z.literal('paragraph'),
    spans: listUpTo(z.strictObject({ text: SpanWords, bold: z.boolean().optional(), target: HomeLink.optional() }), 20),
  }),
  z.strictObject({ kind: z.literal('picture'), picture: HomePicture, target: HomeLink.optional() }),
])

/** A block as the merchant writes it: texts per language, and ids. Without a picture of its own it shows that of its target. */
export const HomeDocumentBlock = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('hero'),
    title: HomeWords,
    subtitle: HomeWords,
    target: HomeLink,
    picture: HomePicture.optional(),
  }),
  z.strictObject({
    type: z.literal('banner'),
    items: listUpTo(
      z.strictObject({
        title: HomeWords,
        subtitle: HomeWords.optional(),
        target: HomeLink,
        picture: HomePicture.optional(),
      }),
      6,
    ),
  }),
  z.strictObject({
    type: z.literal('shortcuts'),
    items: listUpTo(
      z.strictObject({ label: HomeWords.optional(), target: HomeLink, picture: HomePicture.optional() }),
      20,
    ),
  }),
  z.strictObject({ type: z.literal('product_row'), title: HomeWords, products: ProductIds }),
  z.strictObject({
    type: z.literal('coupon_strip'),
    title: HomeWords.optional(),
    campaigns: listUpTo(Id, 20).optional().describe('Without them: all that can be taken'),
  }),
  z.strictObject({ type: z.literal('hotspot'), picture: HomePicture, areas: listUpTo(Area, 12) }),
  z.strictObject({
    type: z.literal('editorial'),
    title: HomeWords,
    text: HomeWords,
    target: HomeLink,
    picture: HomePicture.optional(),
  }),
  z.strictObject({ type: z.literal('rich_text'), nodes: listUpTo(RichNode, 60) }),
  z.strictObject({ type: z.literal('nearby_store') }),
  z.strictObject({ type: z.literal('store_card'), store: Id.optional().describe('Without it: the nearest') }),
  z.strictObject({
    type: z.literal('countdown'),
    title: HomeWords,
    text: HomeWords.optional(),
    until: Instant,
    target: HomeLink,
    products: ProductIds.optional(),
  }),
  z
    .strictObject({
      type: z.literal('product_grid'),
      title: HomeWords,
      products: ProductIds.optional(),
      category: Id.optional(),
    })
    .refine(
      ({ products, category }) => products !== undefined || category !== undefined,
      'needs products or a category',
    ),
])
export type HomeDocumentBlock = z.infer<typeof HomeDocumentBlock>

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length

/** The home page as the merchant writes it. What it names may be gone: that is left out when the page is shown. */
export const HomeDocument = z
  .strictObject({ blocks: listUpTo(HomeDocumentBlock, HOME_LIMITS.blocks) })
  .refine((document) => bytesOf(document) <= HOME_LIMITS.bytes, `at most ${HOME_LIMITS.bytes} bytes of JSON`)
  .meta({ id: 'HomeDocument' })
export type HomeDocument = z.infer<typeof HomeDocument>
