import { brand } from '../../../../../config/brand/brand'

/** The colours of one theme. Text colours keep 4.5:1 or more on `surface` and on `canvas`. */
export interface Palette {
  canvas: string
  surface: string
  raised: string
  ink: string
  'ink-2': string
  'ink-3': string
  hairline: string
  accent: string
  'on-accent': string
  'accent-soft': string
  good: string
  warn: string
  mask: string
  /** Text on a photograph, over `scrim`: the same in both themes, as the photograph is. */
  'on-picture': string
  scrim: string
}

export const light: Palette = {
  canvas: '#F7F5F2',
  surface: '#FFFFFF',
  raised: '#FFFFFF',
  ink: '#1F1D1A',
  'ink-2': '#5E5952',
  'ink-3': '#736D66',
  hairline: '#ECE8E2',
  accent: brand.light.accent,
  'on-accent': brand.light.onAccent,
  'accent-soft': brand.light.accentSoft,
  good: '#2B7355',
  warn: '#9A5B00',
  mask: 'rgba(31, 29, 26, 0.48)',
  'on-picture': '#FFFFFF',
  scrim: 'rgba(20, 17, 14, 0.72)',
}

export const dark: Palette = {
  canvas: '#141312',
  surface: '#1E1C1A',
  raised: '#272421',
  ink: '#F2EFEA',
  'ink-2': '#B9B2A8',
  'ink-3': '#978F85',
  hairline: '#34302C',
  accent: brand.dark.accent,
  'on-accent': brand.dark.onAccent,
  'accent-soft': brand.dark.accentSoft,
  good: '#6FBF9A',
  warn: '#E0A44A',
  mask: 'rgba(0, 0, 0, 0.6)',
  'on-picture': '#FFFFFF',
  scrim: 'rgba(20, 17, 14, 0.72)',
}
