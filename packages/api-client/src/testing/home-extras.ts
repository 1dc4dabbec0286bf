import type { Campaign, HomeBlock, ProductSummary } from '@xiaopu/contract'
import { pictureOf } from './pictures'
import { storesOf } from './stores'
import { type View, type Words, words } from './words'

const DAY = 24 * 3_600_000
/** What somebody was given who may look at the page before it is published. */
export const PREVIEW_TOKEN = 'preview-of-the-fake-shop'.padEnd(43, '0')

const photograph = (name: string, alt: Words, width = 1200, height = 900) => ({
  name,
  tone: '#d9d2c5',
  alt,
  width,
  height,
})

interface Goods {
  view: View
  by(...ids: string[]): ProductSummary[]
  campaigns: Campaign[]
}

/** The blocks a merchant adds to a home page for an occasion: one of every type. */
export function occasionalBlocks({ view, by, campaigns }: Goods): HomeBlock[] {
  const say = (text: Words) => text[view.locale]
  const tea = words('晒茶的午后', 'An afternoon of drying tea')
  const [store] = storesOf(null, view)
  return [
    {
      type: 'banner',
      slides: [
        {
          picture: pictureOf(photograph('banner-tea', tea), view),
          title: say(tea),
          subtitle: say(words('茶具九折起', 'Teaware from 10% off')),
          target: { kind: 'search', words: say(words('茶', 'tea')) },
        },
        {
          picture: pictureOf(photograph('banner-desk', words('一张书桌', 'A desk')), view),
          title: say(words('书房焕新', 'A new study')),
          subtitle: '',
          target: { kind: 'list', categoryId: 'living', title: say(words('居家', 'Living')) },
        },
      ],
    },
    { type: 'coupon_strip', title: say(words('先领券', 'Take a coupon first')), campaigns },
    {
      type: 'hotspot',
      picture: pictureOf(photograph('room', words('客厅', 'A living room'), 1200, 1000), view),
      areas: [
        {
          ...{ x: 100, y: 200, width: 300, height: 400 },
          label: say(words('图里的毛毯', 'The blanket')),
          target: { kind: 'product', productId: 'blanket' },
        },
        {
          ...{ x: 600, y: 0, width: 400, height: 300 },
          label: say(words('去领券', 'To the coupons')),
          target: { kind: 'page', page: 'coupons' },
        },
      ],
    },
    {
      type: 'rich_text',
      nodes: [
        { kind: 'heading', text: say(words('关于我们的陶', 'About our clay')) },
        {
          kind: 'paragraph',
          spans: [
            { text: say(words('每一只都', 'Each one is ')), bold: false, target: null },
            { text: say(words('手工拉坯', 'thrown by hand')), bold: true, target: null },
            {
              text: say(words('看看马克杯', 'See the mugs')),
              bold: false,
              target: { kind: 'product', productId: 'mug' },
            },
          ],
        },
        {
          kind: 'picture',
          picture: pictureOf(photograph('kiln', words('窑', 'The kiln'), 1200, 800), view),
          target: null,
        },
      ],
    },
    ...(store ? [{ type: 'store_card' as const, store }] : []),
    {
      type: 'countdown',
      title: say(words('开窑特卖', 'Kiln sale')),
      text: say(words('结束前下单', 'Order before it ends')),
      until: new Date(view.now + 2 * DAY).toISOString(),
      serverTime: new Date(view.now).toISOString(),
      target: { kind: 'category', categoryId: 'kitchen' },
      products: by('kettle', 'mug'),
    },
  ]
}
