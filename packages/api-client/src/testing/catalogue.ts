import type { Photograph } from './pictures'
import { type Words, words } from './words'

export interface StockedSku {
  id: string
  /** One value of each option, in the options' order. */
  valueIds: string[]
  /** fen */
  price: number
  compareAt: number | null
  stock: number
  /** The most one order may take. */
  limit: number
  onSale: boolean
}
export interface StockedOption {
  id: string
  name: Words
  values: { id: string; name: Words; colour: string | null }[]
}
/** Its name is part of its address; another photograph stands for it until it plays. */
export interface Film {
  name: string
  seconds: number
  bytes: number
}
export interface StockedProduct {
  id: string
  name: Words
  subtitle: Words
  description: Words
  photograph: Photograph
  film?: Film
  categoryIds: string[]
  options: StockedOption[]
  /** Values of the shop's facets, besides those of its options. */
  attributes: { colour?: string[]; material?: string[] }
  skus: StockedSku[]
  soldCount: number
  /** Higher is newer. */
  arrival: number
  isNew?: true
}

const sku = (id: string, price: number, stock: number, more: Partial<StockedSku> = {}): StockedSku => ({
  id,
  valueIds: [],
  price,
  compareAt: null,
  stock,
  limit: 20,
  onSale: true,
  ...more,
})
const photograph = (name: string, tone: string, alt: Words): Photograph => ({ name, tone, alt })

const mug = words('手工粗陶马克杯', 'Hand-thrown Stoneware Mug')
const tee = words('水洗棉圆领 T 恤', 'Washed Cotton Tee')
const blanket = words('美利奴羊毛盖毯', 'Merino Wool Throw')
const lamp = words('和纸台灯', 'Washi Paper Lamp')
const kettle = words('铸铁茶壶', 'Cast Iron Kettle')
const desk = words('老榆木书桌', 'Reclaimed Elm Desk')

const colour = (id: string, zh: string, en: string, colour: string) => ({ id, name: words(zh, en), colour })

/** Six goods, one for each thing a page has to cope with. Made afresh for each shop, since shops change them. */
export const stockCatalogue = (): StockedProduct[] => [
  {
    // One SKU, no options: nothing to choose.
    id: 'mug',
    name: mug,
    subtitle: words('一只杯子，一整个早晨', 'One cup, a whole morning'),
    description: words(
      '景德镇师傅手工拉坯，釉色只只不同。\n\n容量 320 毫升，可进洗碗机。',
      'Thrown by hand in Jingdezhen; no two glazes alike.\n\n320 ml, dishwasher safe.',
    ),
    photograph: photograph('mug', '#c9bda9', mug),
    categoryIds: ['kitchen'],
    options: [],
    attributes: { material: ['ceramic'] },
    skus: [sku('mug-sand', 128_00, 50)],
    soldCount: 1_204,
    arrival: 3,
  },
  {
    // Two options, and the green one was never made in L.
    id: 'tee',
    name: tee,
    subtitle: words('越洗越软', 'Softer with every wash'),
    description: words(
      '220 克新疆长绒棉，成衣水洗，不再缩水。',
      '220 g long-staple cotton, garment-washed, done shrinking.',
    ),
    photograph: photograph('tee', '#e6e1d6', tee),
    categoryIds: ['tops'],
    options: [
      {
        id: 'colour',
        name: words('颜色', 'Colour'),
        values: [colour('cream', '米白', 'Cream', '#efe6d2'), colour('green', '墨绿', 'Deep green', '#2f4a3a')],
      },
      {
        id: 'size',
        name: words('尺码', 'Size'),
        values: ['S', 'M', 'L'].map((size) => ({ id: size, name: words(size, size), colour: null })),
      },
    ],
    attributes: { material: ['cotton'] },
    skus: [
      sku('tee-cream-S', 159_00, 12, { valueIds: ['cream', 'S'] }),
      sku('tee-cream-M', 159_00, 30, { valueIds: ['cream', 'M'] }),
      sku('tee-cream-L', 159_00, 0, { valueIds: ['cream', 'L'] }),
      sku('tee-green-S', 169_00, 8, { valueIds: ['green', 'S'] }),
      sku('tee-green-M', 169_00, 25, { valueIds: ['green', 'M'] }),
    ],
    soldCount: 860,
    arrival: 6,
    isNew: true,
  },
  {
    // Reduced.
    id: 'blanket',
    name: blanket,
    subtitle: words('盖上就是周末', 'Under it, it is Sunday'),
    description: words('澳洲美利奴羊毛，130 × 180 厘米。', 'Australian merino, 130 × 180 cm.'),
    photograph: photograph('blanket', '#a9a196', blanket),
    categoryIds: ['textiles'],
    options: [],
    attributes: { colour: ['grey'], material: ['wool'] },
    skus: [sku('blanket-grey', 399_00, 40, { compareAt: 599_00 })],
    soldCount: 312,
    arrival: 2,
  },
  {
    // Sold out.
    id: 'lamp',
    name: lamp,
    subtitle: words('光也可以是软的', 'Light can be soft, too'),
    description: words(
      '手工和纸灯罩，E14 灯头，附 2700 K 灯泡。',
      'Shade of handmade washi, E14 socket, 2700 K bulb included.',
    ),
    photograph: photograph('lamp', '#f0e4c8', lamp),
    categoryIds: ['lighting'],
    options: [],
    attributes: { colour: ['cream'], material: ['paper'] },
    skus: [sku('lamp-white', 468_00, 0)],
    soldCount: 97,
    arrival: 4,
  },
  {
    // Two left, and a film of it.
    id: 'kettle',
    name: kettle,
    subtitle: words('煮水，也煮时间', 'Boils water, and time'),
    description: words('砂型铸造，0.9 升，用后擦干即可。', 'Sand-cast, 0.9 l. Wipe dry after use.'),
    photograph: photograph('kettle', '#3c3a38', kettle),
    film: { name: 'kettle', seconds: 12, bytes: 1_840_000 },
    categoryIds: ['kitchen'],
    options: [],
    attributes: { colour: ['black'], material: ['iron'] },
    skus: [sku('kettle-black', 680_00, 2)],
    soldCount: 45,
    arrival: 1,
  },
  {
    // A price that needs room.
    id: 'desk',
    name: desk,
    subtitle: words('百年老料，一张书桌', 'A century of elm, one desk'),
    description: words(
      '老榆木榫卯书桌，180 × 80 厘米，送货上门安装。',
      'Old elm, joined without a nail, 180 × 80 cm. Delivered and set up.',
    ),
    photograph: photograph('desk', '#8a5a3b', desk),
    categoryIds: ['furniture'],
    options: [],
    attributes: { material: ['wood'] },
    skus: [sku('desk-elm', 128_888_00, 6, { limit: 3 })],
    soldCount: 3,
    arrival: 5,
  },
]

/** Less than this many are few. */
export const LOW_STOCK = 5
