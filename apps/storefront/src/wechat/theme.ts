import Taro from '@tarojs/taro'

export type Theme = 'light' | 'dark'

/** The phone's theme, for what no stylesheet reaches, such as the pins on a map. A phone that cannot say is light. */
export function themeNow(): Theme {
  try {
    return Taro.getAppBaseInfo().theme === 'dark' ? 'dark' : 'light'
  } catch {
    return 'light'
  }
}

/** Tells when the theme changes. Returns the way to stop. */
export function watchTheme(tell: (theme: Theme) => void): () => void {
  const changed = ({ theme }: { theme: string }) => tell(theme === 'dark' ? 'dark' : 'light')
  Taro.onThemeChange(changed)
  return () => Taro.offThemeChange(changed)
}
