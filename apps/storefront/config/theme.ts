import { brand } from '../../../config/brand/brand'
import { dark, light, type Palette } from '../src/ui/tokens/palette'
import { assertReadable } from './contrast'

// A brand's colours are checked where they come in: the build stops with the pair that is too weak.
assertReadable({ light, dark })

const scssMap = (palette: Palette) =>
  `(${Object.entries(palette)
    .map(([name, value]) => `'${name}': ${value}`)
    .join(', ')})`

/** Put in front of every stylesheet, so that `ui/tokens/theme.scss` can print the palette as CSS custom properties. */
export const themeScss = [
  `$x-palette-light: ${scssMap(light)};`,
  `$x-palette-dark: ${scssMap(dark)};`,
  `$x-brand-radius-card: ${brand.radius.card}px;`,
  `$x-brand-radius-sheet: ${brand.radius.sheet}px;`,
].join('\n')

const tabs = ['home', 'category', 'cart', 'profile'] as const

const themeOf = (palette: Palette, name: 'light' | 'dark') => ({
  background: palette.canvas,
  backgroundText: name,
  navigation: palette.canvas,
  navigationText: name === 'light' ? 'black' : 'white',
  tabBackground: palette.surface,
  tabBorder: name === 'light' ? 'white' : 'black',
  tabText: palette['ink-3'],
  tabSelected: palette.accent,
  ...Object.fromEntries(
    tabs.flatMap((tab) => [
      [`${tab}Icon`, `assets/tab/${tab}-${name}.png`],
      [`${tab}IconSelected`, `assets/tab/${tab}-${name}-selected.png`],
    ]),
  ),
})

/** WeChat reads the window and tab bar colours of both themes from `theme.json`; app.config.ts refers to them as `@name`. */
export const themeJson = JSON.stringify({ light: themeOf(light, 'light'), dark: themeOf(dark, 'dark') }, null, 2)
