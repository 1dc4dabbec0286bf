import { type Answer, ok } from './answers'
import { type CallOptions, settle } from './call'
import { Answers, type Listener, type Phone, type PrivacyListener } from './phone'
import { createStorage } from './storage'
import { systemOf } from './system'

/** What the calls of WeChat that turn pages come down to; the fake `wx` says whether it worked. */
export interface Navigation {
  navigateTo(url: string): void
  redirectTo(url: string): void
  reLaunch(url: string): void
  switchTab(url: string): void
  navigateBack(delta: number): void
  onTabPage(): boolean
}

/** They always work, and only what they were told matters. */
const JUST_DONE = [
  ...['showToast', 'hideToast', 'showLoading', 'hideLoading', 'setNavigationBarColor', 'stopPullDownRefresh'],
  ...['startPullDownRefresh', 'pageScrollTo', 'vibrateShort', 'showShareMenu', 'hideShareMenu', 'setBackgroundColor'],
  ...['setBackgroundTextStyle', 'preloadSubpackage', 'reportEvent'],
]
const EVENTS = ['NetworkStatusChange', 'AppShow', 'AppHide', 'ThemeChange', 'WindowResize', 'KeyboardHeightChange']
const launch = (scene: number) => ({ path: '', query: {}, scene, referrerInfo: {} })

type Call = (options?: CallOptions & Record<string, unknown>) => Promise<unknown> | undefined

/**
 * The `wx` of the logic layer: every call by callbacks or by promise, answered by the phone. What is not here is `undefined`,
 * as on a client too old for it.
 */
export function createWx(phone: Phone, navigation: Navigation, bring: <T>(value: T) => T) {
  const answered = (api: string, answer: Answer): Call => {
    return (options = {}) => {
      const { success, fail, complete, ...plain } = options
      phone.calls.push({ api, options: JSON.parse(JSON.stringify(plain)) })
      return settle(api, options, answer, bring)
    }
  }
  const all = (answers: Record<string, Answer>) =>
    Object.fromEntries(Object.entries(answers).map(([api, answer]) => [api, answered(api, answer)]))

  const storage = createStorage(phone, bring)
  const system = systemOf(phone.language)
  const listeners = EVENTS.flatMap((event) => {
    const name = event.charAt(0).toLowerCase() + event.slice(1)
    const on = (listener: Listener) => phone.listen(name, listener, (detail) => listener(bring(detail)))
    // Without one, WeChat drops them all.
    const off = (listener?: Listener) => phone.unlisten(name, listener)
    return [
      [`on${event}`, on],
      [`off${event}`, off],
    ] as const
  })

  return {
    ...all(Object.fromEntries(JUST_DONE.map((api) => [api, ok()]))),
    ...all(Object.fromEntries(Object.keys(new Answers()).map((api) => [api, later(phone, api as keyof Answers)]))),
    ...all(turning(navigation)),
    ...all(onTheBars(phone, navigation)),
    ...Object.fromEntries(listeners),
    ...storage.sync,
    // Too many and too private to be worth a record.
    getStorage: (options: CallOptions & Record<string, unknown>) =>
      settle('getStorage', options, storage.getStorage, bring),
    setStorage: (options: CallOptions & Record<string, unknown>) =>
      settle('setStorage', options, storage.setStorage, bring),
    removeStorage: (options: CallOptions & Record<string, unknown>) =>
      settle('removeStorage', options, storage.removeStorage, bring),
    getWindowInfo: () => bring(system.screen),
    getDeviceInfo: () => bring(system.device),
    getAppBaseInfo: () => bring(system.app),
    getSystemInfoSync: () => bring(system.all),
    getSystemSetting: () => bring({ locationEnabled: true, wifiEnabled: true }),
    getAppAuthorizeSetting: () => bring({ locationAuthorized: 'authorized' }),
    getMenuButtonBoundingClientRect: () => bring(system.capsule),
    getLaunchOptionsSync: () => bring(launch(phone.scene)),
    getEnterOptionsSync: () => bring(launch(phone.scene)),
    getAccountInfoSync: () => bring({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
    canIUse: () => true,
    env: { USER_DATA_PATH: 'wxfile://usr' },
    onNeedPrivacyAuthorization(listener: PrivacyListener) {
      phone.asksConsent = listener
    },
    createVideoContext: (id: string) => ({
      stop: () => void phone.calls.push({ api: 'videoContext.stop', options: { id } }),
    }),
    getFileSystemManager: () => ({ writeFile: answered('writeFile', later(phone, 'writeFile')) }),
    nextTick: (run: () => void) => void Promise.resolve().then(run),
    createSelectorQuery: nothingToMeasure,
    createIntersectionObserver: () => phone.observer(),
  }
}

/** Asked when it is called, so that a test may change the answer at any time. */
const later =
  (phone: Phone, api: keyof Answers): Answer =>
  (options) =>
    phone[api](options)

/** WeChat turns pages one after the other and says no in words. */
function turning(navigation: Navigation): Record<string, Answer> {
  const turn =
    (go: (options: Record<string, unknown>) => void): Answer =>
    (options) => {
      try {
        go(options)
        return { result: {} }
      } catch (error) {
        if (error instanceof Refused) return { fail: error.message }
        throw error
      }
    }
  return {
    navigateTo: turn(({ url }) => navigation.navigateTo(String(url))),
    redirectTo: turn(({ url }) => navigation.redirectTo(String(url))),
    reLaunch: turn(({ url }) => navigation.reLaunch(String(url))),
    switchTab: turn(({ url }) => navigation.switchTab(String(url))),
    navigateBack: turn(({ delta = 1 }) => navigation.navigateBack(Number(delta))),
  }
}

/** WeChat will not do what was asked: the `errMsg` after `fail `. */
export class Refused extends Error {}

function onTheBars(phone: Phone, navigation: Navigation): Record<string, Answer> {
  const onTabs =
    (change: (options: Record<string, unknown>) => void): Answer =>
    (options) => {
      if (!navigation.onTabPage()) return { fail: 'not TabBar page' }
      change(options)
      return { result: {} }
    }
  return {
    setTabBarBadge: onTabs(({ index, text }) => phone.badges.set(Number(index), String(text))),
    removeTabBarBadge: onTabs(({ index }) => phone.badges.delete(Number(index))),
    setTabBarItem: onTabs(({ index, text }) => phone.tabNames.set(Number(index), String(text))),
    showTabBar: onTabs(() => undefined),
    hideTabBar: onTabs(() => undefined),
    setNavigationBarTitle({ title }) {
      phone.title = String(title)
      return { result: {} }
    },
  }
}

/** There is no layout here: every measurement finds nothing. */
function nothingToMeasure() {
  let asked = 0
  const query: Record<string, (callback?: (found: unknown[]) => void) => unknown> = {}
  for (const name of ['in', 'select', 'selectAll', 'selectViewport']) query[name] = () => query
  for (const name of ['boundingClientRect', 'scrollOffset', 'fields', 'node', 'context']) {
    query[name] = () => {
      asked++
      return query
    }
  }
  query.exec = (callback) => void Promise.resolve().then(() => callback?.(Array.from({ length: asked }, () => null)))
  return query
}
