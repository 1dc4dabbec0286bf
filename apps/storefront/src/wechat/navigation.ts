import Taro, { useRouter } from '@tarojs/taro'
import { type Answer, ask } from './answer'
import { PATHS, type RouteName, type Routes, TABS, urlOf } from './routes'

/** WeChat keeps ten pages; an eleventh replaces the one on top. */
const STACK = 10

type Parameters<Name extends RouteName> =
  Record<never, string> extends Routes[Name] ? [parameters?: Routes[Name]] : [parameters: Routes[Name]]

/**
 * Opens a page: `open('product', { id })`. A tab is switched to; it takes no parameters from WeChat, so its are left for it to
 * collect with `tabParameters`.
 */
export function open<Name extends RouteName>(name: Name, ...[parameters]: Parameters<Name>): Promise<Answer<void>> {
  const url = urlOf(name, parameters)
  if (TABS.includes(name)) {
    if (parameters) leftForTab.set(name, parameters)
    return ask(() => Taro.switchTab({ url: urlOf(name) }), nothing)
  }
  const full = Taro.getCurrentPages().length >= STACK
  return ask<unknown, void>(() => (full ? Taro.redirectTo({ url }) : Taro.navigateTo({ url })), nothing)
}

/** Opens a page in place of this one, where going back to this one makes no sense: checkout → result. */
export function replace<Name extends RouteName>(name: Name, ...[parameters]: Parameters<Name>): Promise<Answer<void>> {
  return ask<unknown, void>(() => Taro.redirectTo({ url: urlOf(name, parameters) }), nothing)
}

/** Back one page; home when this page was opened cold (from a shared card, a message, a scan). */
export function back(): Promise<Answer<void>> {
  return Taro.getCurrentPages().length > 1 ? ask<unknown, void>(() => Taro.navigateBack(), nothing) : open('home')
}

/** Back to the nearest page of this name, past those above it; one page where there is none. */
export function backTo(name: RouteName): Promise<Answer<void>> {
  const routes = Taro.getCurrentPages().map(({ route }) => `/${route}`)
  const at = routes.lastIndexOf(PATHS[name])
  return at < 0 ? back() : ask<unknown, void>(() => Taro.navigateBack({ delta: routes.length - 1 - at }), nothing)
}

/**
 * The page's own parameters, decoded: `useRouteParameters('product').id`. All may be missing in a link someone mangled. A page
 * that was opened by a mini program code has them in `scene`, as `id=mug` (wxacode.getUnlimited).
 */
export function useRouteParameters<Name extends RouteName>(_name: Name): Partial<Routes[Name]> {
  const { params } = useRouter()
  const own = Object.entries(params)
    .filter((pair): pair is [string, string] => typeof pair[1] === 'string' && !pair[0].startsWith('$'))
    .map(([key, value]) => [key, decode(value)] as const)
  const { scene, ...parameters } = Object.fromEntries(own)
  return { ...(scene && sceneParameters(scene)), ...parameters } as Partial<Routes[Name]>
}

const leftForTab = new Map<RouteName, unknown>()

/** What the last `open` of this tab left for it, once. Read it in `useDidShow`. */
export function tabParameters<Name extends 'category'>(name: Name): Routes[Name] | undefined {
  const parameters = leftForTab.get(name) as Routes[Name] | undefined
  leftForTab.delete(name)
  return parameters
}

/** The title in the navigation bar. */
export function setPageTitle(title: string) {
  void Taro.setNavigationBarTitle({ title })
}

function sceneParameters(scene: string): Record<string, string> {
  return Object.fromEntries(
    scene.split('&').flatMap((pair) => {
      const equals = pair.indexOf('=')
      return equals > 0 ? [[pair.slice(0, equals), decode(pair.slice(equals + 1))] as const] : []
    }),
  )
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function nothing() {}
