/**
 * The one file a brand edits: who the shop is and what it looks like.
 *
 * Colours are six-digit hex. Run `pnpm --filter @xiaopu/storefront icons` after changing one, so that the tab bar pictures follow.
 * Nothing here is secret: all of it is shipped inside the Mini Program.
 */
export interface BrandTheme {
  /** Buttons, a reduced price, the chosen tab. */
  accent: string
  /** Text on `accent`. The build stops where a text would have less than 4.5:1, and says which. */
  onAccent: string
  /** A quiet tint of `accent`, behind text in `accent`. */
  accentSoft: string
}

export interface Brand {
  /** Shown as the home page's title and in shared cards. */
  name: { zhCN: string; en: string }
  tagline: { zhCN: string; en: string }
  /** Square SVG, relative to this file. */
  logo: string
  light: BrandTheme
  dark: BrandTheme
  /** Corner radii in px at a 375 px wide screen. */
  radius: { card: number; sheet: number }
  /** What the shop stands by with every product, a few words each; they are read on the product's page. No promise, no row. */
  promises: { zhCN: readonly string[]; en: readonly string[] }
  /** Where the phone finds the gateway: https, a domain with an ICP filing, listed as a request domain in the Mini Program's console. */
  apiOrigin: string
  /** The Mini Program's own id; `touristappid` opens in WeChat DevTools without an account. */
  appid: string
}

export const brand: Brand = {
  name: { zhCN: '拾物', en: 'Shiwu' },
  tagline: { zhCN: '拾起日常里的好东西', en: 'Good things, picked from everyday life' },
  logo: './logo.svg',
  light: { accent: '#B93A26', onAccent: '#FFFFFF', accentSoft: '#FAEEEB' },
  dark: { accent: '#E2664F', onAccent: '#1B0F0C', accentSoft: '#361E19' },
  radius: { card: 10, sheet: 16 },
  promises: {
    zhCN: ['七天无理由退货', '可开发票', '门店可退换'],
    en: ['7-day returns', 'Fapiao on request', 'Returns in store'],
  },
  apiOrigin: 'https://api.shiwu.example',
  appid: 'touristappid',
}
