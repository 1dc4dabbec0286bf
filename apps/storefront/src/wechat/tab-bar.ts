import Taro from '@tarojs/taro'

/** The tab's place in app.config.ts. */
const CART = 2

/** The number on the cart's tab; none at 0, 99+ above 99. On a page without tab bar WeChat refuses, and the next tab page says it again. */
export function setCartBadge(count: number) {
  const done =
    count > 0
      ? Taro.setTabBarBadge({ index: CART, text: count > 99 ? '99+' : String(count) })
      : Taro.removeTabBarBadge({ index: CART })
  done.catch(() => undefined)
}

/** Names the tabs, in their order. */
export function setTabNames(names: string[]) {
  for (const [index, text] of names.entries()) Taro.setTabBarItem({ index, text }).catch(() => undefined)
}
