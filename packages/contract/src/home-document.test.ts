import { z } from 'zod'
import { HOME_LIMITS, HomeDocument } from './index'

const say = (text: string) => ({ 'zh-CN': text })
const product = { product: 'lamp' }
const area = { x: 0, y: 0, width: 500, height: 500, label: say('灯'), target: product }

/** What is wrong with a page of this one block, as a merchant reads it. */
function wrong(block: unknown): string[] {
  const { error } = HomeDocument.safeParse({ blocks: [{ type: 'nearby_store' }, block] })
  return error?.issues.map(({ path, message }) => `${z.core.toDotPath(path)}: ${message}`) ?? []
}

test.each<[string, unknown]>([
  ['a hero', { type: 'hero', title: say('一'), subtitle: say('二'), target: product }],
  ['a banner of six', { type: 'banner', items: Array(6).fill({ title: say('一'), target: product }) }],
  [
    'shortcuts to everywhere',
    {
      type: 'shortcuts',
      items: [
        { target: product },
        { target: { category: 'home' } },
        { target: { list: 'home' } },
        { target: { search: '纸 灯' }, label: say('纸灯') },
        { target: { store: 'sh-anfu' } },
        { target: { page: 'coupons' }, label: say('领券') },
      ],
    },
  ],
  ['coupons by name', { type: 'coupon_strip', campaigns: ['welcome'] }],
  ['all coupons', { type: 'coupon_strip' }],
  ['a picture with twelve places', { type: 'hotspot', picture: product, areas: Array(12).fill(area) }],
  [
    'a place as large as the picture',
    {
      type: 'hotspot',
      picture: { own: { source: 'https://cdn.example/a.webp', width: 1200, height: 800, tone: '#aabbcc' } },
      areas: [{ ...area, width: 1000, height: 1000 }],
    },
  ],
  [
    'words',
    {
      type: 'rich_text',
      nodes: [
        { kind: 'heading', text: say('标题') },
        { kind: 'paragraph', spans: [{ text: say('<b>不是标签</b>'), bold: true, target: product }] },
        { kind: 'picture', picture: { own: { source: 'a'.repeat(32), width: 1, height: 1, tone: '#AABBCC' } } },
      ],
    },
  ],
  ['the nearest store', { type: 'store_card' }],
  ['a countdown', { type: 'countdown', title: say('一'), until: '2026-12-01T00:00:00Z', target: product }],
])('%s fits', (_what, block) => {
  expect(wrong(block)).toEqual([])
})

test.each<[string, unknown, RegExp]>([
  ['an unknown type', { type: 'carousel' }, /^blocks\[1\]/],
  ['a misspelt member', { type: 'nearby_store', titel: 'x' }, /^blocks\[1\]: .*titel/],
  [
    'an id that can be none',
    {
      type: 'shortcuts',
      items: [{ target: product }, { target: { product: '../etc' } }],
    },
    /^blocks\[1\]\.items\[1\]\.target\.product: /,
  ],
  [
    'a link to two places',
    {
      type: 'hero',
      title: say('一'),
      subtitle: say('二'),
      target: { product: 'lamp', category: 'home' },
    },
    /^blocks\[1\]\.target: needs one of/,
  ],
  [
    'a link to an address',
    {
      type: 'hero',
      title: say('一'),
      subtitle: say('二'),
      target: { url: 'https://example.com' },
    },
    /^blocks\[1\]\.target: .*url/,
  ],
  [
    'a page there is not',
    { type: 'shortcuts', items: [{ target: { page: 'admin' } }] },
    /^blocks\[1\]\.items\[0\]\.target\.page: /,
  ],
  [
    'a banner of seven',
    { type: 'banner', items: Array(7).fill({ title: say('一'), target: product }) },
    /^blocks\[1\]\.items: /,
  ],
  ['a banner of none', { type: 'banner', items: [] }, /^blocks\[1\]\.items: /],
  ['thirteen places', { type: 'hotspot', picture: product, areas: Array(13).fill(area) }, /^blocks\[1\]\.areas: /],
  [
    'a place that ends beside its picture',
    {
      type: 'hotspot',
      picture: product,
      areas: [area, { ...area, x: 501 }],
    },
    /^blocks\[1\]\.areas\[1\]\.width: ends beyond/,
  ],
  [
    'a place nobody can hear of',
    {
      type: 'hotspot',
      picture: product,
      areas: [{ ...area, label: say(' ') }],
    },
    /^blocks\[1\]\.areas\[0\]\.label/,
  ],
  ['HTML', { type: 'rich_text', nodes: [{ kind: 'html', text: '<script>' }] }, /^blocks\[1\]\.nodes\[0\]/],
  [
    'a picture of a script',
    {
      type: 'rich_text',
      nodes: [
        { kind: 'picture', picture: { own: { source: 'javascript:alert(1)', width: 1, height: 1, tone: '#000000' } } },
      ],
    },
    /^blocks\[1\]\.nodes\[0\]\.picture\.own\.source: /,
  ],
  [
    'a picture without its size',
    {
      type: 'rich_text',
      nodes: [{ kind: 'picture', picture: { own: { source: 'a'.repeat(32), tone: '#000000' } } }],
    },
    /^blocks\[1\]\.nodes\[0\]\.picture\.own\.width: /,
  ],
  [
    'a time in Shanghai',
    {
      type: 'countdown',
      title: say('一'),
      until: '2026-12-01 08:00',
      target: product,
    },
    /^blocks\[1\]\.until: /,
  ],
  [
    'English alone',
    { type: 'product_row', title: { en: 'New' }, products: ['lamp'] },
    /^blocks\[1\]\.title\.zh-CN|^blocks\[1\]\.title\["zh-CN"\]/,
  ],
  ['a grid of nothing', { type: 'product_grid', title: say('一') }, /^blocks\[1\]: needs products or a category/],
])('%s is refused, and where it stands is said', (_what, block, said) => {
  expect(wrong(block)[0]).toMatch(said)
})

test('a page has its limits', () => {
  const blocks = (count: number, text = '一') =>
    HomeDocument.safeParse({
      blocks: Array(count).fill({ type: 'rich_text', nodes: [{ kind: 'heading', text: say(text) }] }),
    })
  expect(blocks(HOME_LIMITS.blocks).success).toBe(true)
  expect(blocks(HOME_LIMITS.blocks + 1).success).toBe(false)
  expect(blocks(0).success).toBe(false)
  const heavy = {
    type: 'rich_text',
    nodes: Array(60).fill({ kind: 'paragraph', spans: [{ text: say('字'.repeat(1_000)) }] }),
  }
  expect(HomeDocument.safeParse({ blocks: [heavy] }).error?.issues[0]?.message).toMatch(/bytes of JSON/)
})

test('words of a paragraph keep the spaces between them; a title has none at its ends', () => {
  const spans = [
    { text: { 'zh-CN': '用满', en: 'used for ' } },
    { text: { 'zh-CN': '三十天', en: 'thirty days' }, bold: true },
  ]
  const { blocks } = HomeDocument.parse({
    blocks: [
      {
        type: 'rich_text',
        nodes: [
          { kind: 'heading', text: say(' 题 ') },
          { kind: 'paragraph', spans },
        ],
      },
    ],
  })
  expect(blocks).toEqual([
    {
      type: 'rich_text',
      nodes: [
        { kind: 'heading', text: say('题') },
        { kind: 'paragraph', spans },
      ],
    },
  ])
})
