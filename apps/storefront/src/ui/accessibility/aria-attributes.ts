/** The attributes WeChat's screen readers understand (base library 2.7.1 and later), in the spelling of a template. */
const aria = {
  'aria-role': '',
  'aria-label': '',
  'aria-hidden': '',
  'aria-live': '',
  'aria-checked': '',
  'aria-selected': '',
  'aria-disabled': '',
}

/** Components that carry them. One table for the build and the app: Taro numbers attributes by position in it. */
export const ariaComponents: Record<string, Record<string, string>> = {
  View: { ...aria },
  Text: { ...aria },
  Image: { ...aria },
  Button: { ...aria },
  Input: { ...aria },
  Textarea: { ...aria },
  ScrollView: { ...aria },
  Swiper: { ...aria },
  Map: { 'aria-label': '' },
}
