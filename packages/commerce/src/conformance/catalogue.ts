/** A text in both languages. */
export interface Named {
  'zh-CN': string
  en: string
}
/** An attribute lists are narrowed by, and its values by key. A product has one value of it at most. */
export interface ConformanceAttribute {
  code: string
  name: Named
  values: Record<string, Coloured>
}
/** `colour`: `#rrggbb` where it is one. */
export type Coloured = Named & { colour: string | null }
export interface ConformanceProduct {
  slug: string
  name: Named
  subtitle: Named
  /** Path from the root, one or two steps. */
  category: Named[]
  /** Key of the value, by code of the attribute. */
  attributes: Record<string, string>
  daysOnSale: number
  soldBefore: number
  /** File name of its film, which every media store under test has; absent: there is none. */
  video?: string
  option: Named | null
  skus: { code: string; value: Coloured | null; price: number; compareAt: number | null; stock: number }[]
}

const named = (chinese: string, en: string): Named => ({ 'zh-CN': chinese, en })
const coloured = (chinese: string, en: string, colour: string | null = null): Coloured => ({
  ...named(chinese, en),
  colour,
})
const single = (code: string, price: number, stock = 500): ConformanceProduct['skus'] => [
  { code, value: null, price, compareAt: null, stock },
]
const home = named('家居', 'Home')
const outdoor = named('户外', 'Outdoor')

export const CONFORMANCE_ATTRIBUTES: ConformanceAttribute[] = [
  {
    code: 'material',
    name: named('材质', 'Material'),
    values: {
      beech: coloured('榉木', 'Beech'),
      paper: coloured('纸', 'Paper'),
      wool: coloured('羊毛', 'Wool'),
      canvas: coloured('帆布', 'Canvas'),
      steel: coloured('不锈钢', 'Stainless steel'),
    },
  },
  {
    code: 'tint',
    name: named('色系', 'Tint'),
    values: {
      natural: coloured('自然色', 'Natural', '#c8a165'),
      white: coloured('白色系', 'White', '#f5f5f0'),
      green: coloured('绿色系', 'Green', '#2f5d3a'),
    },
  },
]

/** What the shop under test sells; prices in fen. `setUp` puts it into the back end, in this order. */
export const CONFORMANCE_CATALOGUE: ConformanceProduct[] = [
  {
    slug: 'arc-chair',
    name: named('弧形餐椅', 'Arc chair'),
    subtitle: named('榉木实木', 'Solid beech'),
    category: [home, named('座椅', 'Seating')],
    attributes: { material: 'beech', tint: 'natural' },
    daysOnSale: 3,
    soldBefore: 40,
    video: 'arc-chair.mp4',
    option: named('颜色', 'Colour'),
    skus: [
      { code: 'CHAIR-OAK', value: coloured('原木', 'Oak', '#b5894f'), price: 39_900, compareAt: 49_900, stock: 500 },
      { code: 'CHAIR-BLACK', value: coloured('黑色', 'Black'), price: 42_900, compareAt: null, stock: 500 },
    ],
  },
  {
    slug: 'round-stool',
    name: named('小圆凳', 'Round stool'),
    subtitle: named('榉木实木', 'Solid beech'),
    category: [home, named('座椅', 'Seating')],
    attributes: { material: 'beech', tint: 'white' },
    daysOnSale: 100,
    soldBefore: 7,
    option: null,
    skus: single('STOOL', 12_900),
  },
  {
    slug: 'paper-lamp',
    name: named('和纸灯', 'Paper lamp'),
    subtitle: named('暖光', 'Warm light'),
    category: [home, named('灯具', 'Lighting')],
    attributes: { material: 'paper', tint: 'white' },
    daysOnSale: 50,
    soldBefore: 90,
    option: null,
    skus: single('LAMP', 25_900),
  },
  {
    slug: 'wool-blanket',
    name: named('100% 羊毛毯', '100% wool blanket'),
    subtitle: named('四季可用', 'For all seasons'),
    category: [home],
    attributes: { material: 'wool', tint: 'natural' },
    daysOnSale: 10,
    soldBefore: 12,
    option: null,
    skus: single('BLANKET', 32_900),
  },
  {
    slug: 'tent',
    name: named('双人帐篷', 'Two-person tent'),
    subtitle: named('三季', 'Three seasons'),
    category: [outdoor],
    attributes: { material: 'canvas', tint: 'green' },
    daysOnSale: 200,
    soldBefore: 3,
    option: null,
    skus: single('TENT', 89_900),
  },
  {
    slug: 'flask',
    name: named('保温瓶', 'Flask'),
    subtitle: named('500 毫升', '500 ml'),
    category: [outdoor],
    attributes: { material: 'steel', tint: 'green' },
    daysOnSale: 25,
    soldBefore: 400,
    option: null,
    skus: single('FLASK', 9_900),
  },
  {
    slug: 'postcard',
    name: named('明信片', 'Postcard'),
    subtitle: named('一张', 'A single one'),
    category: [outdoor],
    attributes: { material: 'paper' },
    daysOnSale: 400,
    soldBefore: 0,
    option: null,
    skus: single('POSTCARD', 500),
  },
]

export interface ConformanceStore {
  id: string
  name: Named
  city: Named
  address: Named
  /** GCJ-02 */
  latitude: number
  longitude: number
  phone: string
  hours: { weekdays: number[]; opens: string; closes: string }[]
}

export const CONFORMANCE_STORES: ConformanceStore[] = [
  {
    id: 'shanghai',
    name: named('静安店', 'Jing’an'),
    city: named('上海', 'Shanghai'),
    address: named('南京西路 1788 号', '1788 Nanjing West Road'),
    latitude: 31.223492,
    longitude: 121.445218,
    phone: '021-6120 0104',
    hours: [
      { weekdays: [1, 2, 3, 4, 5], opens: '10:00', closes: '22:00' },
      { weekdays: [6, 7], opens: '09:30', closes: '24:00' },
    ],
  },
  {
    id: 'shenzhen',
    name: named('深圳湾店', 'Shenzhen Bay'),
    city: named('深圳', 'Shenzhen'),
    address: named('科苑南路 2888 号', '2888 Keyuan South Road'),
    latitude: 22.517318,
    longitude: 113.946815,
    phone: '0755-8660 0101',
    hours: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], opens: '10:00', closes: '22:00' }],
  },
]
