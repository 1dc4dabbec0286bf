import type { Host } from '../host/host'
import { themed } from '../host/theming'
import { type Api, WxFailure } from './call'

/** The navigation bar, the tab bar and the page's background. */
export function bars(host: Host, api: Api): void {
  const { pages, phone } = host
  const tab = (index: number) => {
    if (!(index >= 0 && index < phone.tabs.count)) throw new WxFailure('tabbar item not found')
    return index
  }
  const onTabPage = () => {
    if (pages.tabIndex(pages.top.route) < 0) throw new WxFailure('not TabBar page')
  }

  api.async('setNavigationBarTitle', ({ title }) =>
    pages.decorate(pages.top, { navigationBarTitleText: String(title ?? '') }),
  )
  api.async('setNavigationBarColor', ({ frontColor, backgroundColor }) => {
    if (frontColor !== '#000000' && frontColor !== '#ffffff') throw new WxFailure(`invalid frontColor "${frontColor}"`)
    pages.decorate(pages.top, {
      navigationBarBackgroundColor: backgroundColor,
      navigationBarTextStyle: frontColor === '#000000' ? 'black' : 'white',
    })
  })
  api.async('showNavigationBarLoading', () => phone.navigation.setLoading(true))
  api.async('hideNavigationBarLoading', () => phone.navigation.setLoading(false))
  api.async('hideHomeButton', () => phone.navigation.hideHome())

  api.async('setTabBarBadge', ({ index, text }) => {
    onTabPage()
    phone.tabs.setBadge(tab(index), String(text).length > 4 ? '…' : String(text))
  })
  api.async('removeTabBarBadge', ({ index }) => {
    onTabPage()
    phone.tabs.setBadge(tab(index), null)
  })
  api.async('showTabBarRedDot', ({ index }) => {
    onTabPage()
    phone.tabs.setBadge(tab(index), '')
  })
  api.async('hideTabBarRedDot', ({ index }) => {
    onTabPage()
    phone.tabs.setBadge(tab(index), null)
  })
  api.async('setTabBarItem', ({ index, text, iconPath, selectedIconPath }) => {
    const given = Object.entries({ text, iconPath, selectedIconPath }).filter(([, value]) => value !== undefined)
    phone.tabs.setItem(tab(index), Object.fromEntries(given))
  })
  api.async('setTabBarStyle', ({ color, selectedColor, backgroundColor, borderStyle }) => {
    const given = Object.entries({ color, selectedColor, backgroundColor, borderStyle }).filter(
      ([, value]) => value !== undefined,
    )
    phone.tabs.setStyle(Object.fromEntries(given))
  })
  for (const [name, hidden] of [
    ['hideTabBar', true],
    ['showTabBar', false],
  ] as const) {
    api.async(name, () => {
      onTabPage()
      phone.tabs.setHidden(hidden)
      pages.refresh()
    })
  }

  api.async('setBackgroundColor', ({ backgroundColor }) => pages.decorate(pages.top, { backgroundColor }))
  api.async('setBackgroundTextStyle', ({ textStyle }) => pages.decorate(pages.top, { backgroundTextStyle: textStyle }))
  phone.setTabBar(themed(host.payload.app.tabBar, host.payload, host.theme))
}
