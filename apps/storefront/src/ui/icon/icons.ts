/**
 * The icons in use, by lucide's names. After changing the list run
 * `pnpm --filter @xiaopu/storefront icons`: each becomes a CSS mask in icon-masks.scss, and every one of them weighs on the main package.
 */
export const ICONS = [
  'arrow-up-down',
  'camera',
  'check',
  'chevron-down',
  'chevron-left',
  'chevron-right',
  'circle-alert',
  'clock',
  'heart',
  'heart-full',
  'image-off',
  'info',
  'layout-grid',
  'map-pin',
  'message-circle',
  'minus',
  'navigation',
  'package',
  'package-check',
  'package-open',
  'phone',
  'plus',
  'receipt-text',
  'rotate-ccw',
  'scan-line',
  'search',
  'settings',
  'shopping-bag',
  'sliders-horizontal',
  'star',
  'store',
  'ticket',
  'trash-2',
  'truck',
  'user-round',
  'wallet',
  'wifi-off',
  'x',
] as const

/** Drawn full, not as a line: a rating is read by what is full of it; `-full` is the same icon once it is chosen. */
export const FULL: ReadonlySet<string> = new Set<IconName>(['heart-full', 'star'])

export type IconName = (typeof ICONS)[number]
