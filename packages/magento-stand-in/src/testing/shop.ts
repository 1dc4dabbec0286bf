import type { CatalogueFixture } from '../fixtures/types'

export const INTEGRATION = {
  consumerKey: 'ck-0001',
  consumerSecret: 'cs-0001 & more',
  accessToken: 'at-0001',
  accessTokenSecret: 'ats-0001',
}
export const STORES = [
  { code: 'default', locale: 'zh_Hans_CN', currency: 'CNY' },
  { code: 'en', locale: 'en_US', currency: 'CNY' },
]
const both = (zh: string, en: string) => ({ default: zh, en })

/** A small shop with one of everything. */
export const SHOP: CatalogueFixture = {
  attributes: [
    {
      code: 'wood',
      label: both('颜色', 'Colour'),
      input: 'select',
      filterable: true,
      searchable: true,
      options: [
        { key: 'oak', label: both('原木', 'Oak'), swatch: { kind: 'color', value: '#c8a26a' } },
        { key: 'black', label: both('黑色', 'Black'), swatch: { kind: 'image', value: 'swatch/black.jpg' } },
      ],
    },
    { code: 'on_sale_since', label: both('上架时间', 'On sale since'), input: 'date', sortable: true },
    { code: 'keywords', label: both('关键词', 'Keywords'), input: 'text', searchable: true },
  ],
  categories: [
    {
      key: 'home',
      name: both('家居', 'Home'),
      children: [
        { key: 'seating', name: both('座椅', 'Seating') },
        { key: 'lighting', name: both('灯具', 'Lighting') },
      ],
    },
    { key: 'services', name: both('服务', 'Services'), inMenu: false },
  ],
  products: [
    {
      type: 'configurable',
      sku: 'CHAIR',
      name: both('弧形餐椅', 'Arc chair'),
      urlKey: 'arc-chair',
      shortDescription: both('榉木实木', 'Solid beech'),
      description: both('<p>一把椅子</p>', '<p>A chair</p>'),
      categories: ['home/seating'],
      images: [{ file: 'chair.jpg' }, { file: 'chair-side.jpg' }],
      options: ['wood'],
      related: ['STOOL'],
      attributes: { on_sale_since: '2024-05-01 00:00:00' },
      variants: [
        { sku: 'CHAIR-OAK', values: { wood: 'oak' }, price: 499, special: 399, stock: 10 },
        { sku: 'CHAIR-BLACK', values: { wood: 'black' }, price: 429, stock: 3 },
      ],
      reviews: [{ nickname: '小明', summary: '好', text: '很舒服', stars: 4, createdAt: '2024-06-01 08:00:00' }],
    },
    {
      type: 'simple',
      sku: 'STOOL',
      name: both('小圆凳', 'Round stool'),
      urlKey: 'round-stool',
      shortDescription: both('榉木实木', 'Solid beech'),
      categories: ['home/seating'],
      price: 129,
      tiers: [{ quantity: 5, price: 119 }],
      stock: 20,
      attributes: { on_sale_since: '2024-02-01 00:00:00', keywords: 'stool 凳子' },
    },
    {
      type: 'simple',
      sku: 'LAMP',
      name: both('和纸灯', 'Paper lamp'),
      urlKey: 'paper-lamp',
      categories: ['home/lighting'],
      price: 259.9,
      stock: 5,
      attributes: { on_sale_since: '2024-03-01 00:00:00' },
    },
    {
      type: 'virtual',
      sku: 'CARE',
      name: both('安装服务', 'Assembly'),
      urlKey: 'assembly',
      categories: ['services'],
      price: 80,
      stock: 1_000,
    },
    {
      type: 'bundle',
      sku: 'CORNER',
      name: both('阅读角', 'Reading corner'),
      urlKey: 'reading-corner',
      categories: ['home'],
      items: [
        { title: both('凳', 'Stool'), required: true, options: [{ sku: 'STOOL', quantity: 2, isDefault: true }] },
        { title: both('灯', 'Lamp'), required: false, options: [{ sku: 'LAMP', quantity: 1 }] },
      ],
    },
    {
      type: 'grouped',
      sku: 'SET',
      name: both('套装', 'Set'),
      urlKey: 'set',
      categories: ['home'],
      items: [
        { sku: 'STOOL', quantity: 4 },
        { sku: 'LAMP', quantity: 1 },
      ],
    },
  ],
  pickupLocations: [
    {
      code: 'shanghai',
      name: both('静安店', 'Jing’an'),
      phone: '021-6120 0104',
      region: 'CN-SH',
      city: both('上海', 'Shanghai'),
      street: both('南京西路 1788 号', '1788 Nanjing West Road'),
      postcode: '200040',
      latitude: 31.223492,
      longitude: 121.445218,
    },
    {
      code: 'shenzhen',
      name: both('深圳湾店', 'Shenzhen Bay'),
      phone: '0755-8660 0101',
      region: 'CN-GD',
      city: both('深圳', 'Shenzhen'),
      street: both('科苑南路 2888 号', '2888 Keyuan South Road'),
      latitude: 22.517318,
      longitude: 113.946815,
      skus: ['LAMP'],
    },
  ],
  coupons: [{ code: 'HALF', label: both('半价', 'Half price'), percent: 50, from: 100 }],
  cmsBlocks: [{ identifier: 'wx_home', title: 'Home', content: '{"blocks":[]}' }],
  cmsPages: [{ identifier: 'about', title: both('关于', 'About'), content: '<p>…</p>' }],
  agreements: [{ name: both('协议', 'Terms'), content: '<p>…</p>', checkboxText: both('同意', 'I agree') }],
}

/** A deliverable address in Guangdong, for the region id that this installation has. */
export function addressIn(regionId: number) {
  return {
    firstname: '三',
    lastname: '张',
    street: ['南山区', '科苑南路 1 号'],
    city: '深圳市',
    region_id: regionId,
    postcode: '518000',
    country_code: 'CN',
    telephone: '13800138000',
  }
}
