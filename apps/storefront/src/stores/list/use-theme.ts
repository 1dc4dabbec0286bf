import { useEffect, useState } from 'react'
import { themeNow, watchTheme } from '../../wechat/theme'

export function useTheme() {
  const [theme, setTheme] = useState(themeNow)
  useEffect(() => watchTheme(setTheme), [])
  return theme
}
