/**
 * WeChat as `@tarojs/taro` shows it, for tests of our sources. Every call is a Jest mock that a test can answer otherwise:
 *
 *     import Taro from '@tarojs/taro'
 *     jest.mocked(Taro.login).mockRejectedValueOnce({ errMsg: 'login:fail' })
 *
 * Requests go to `fetch`, where MSW answers them.
 */
import { formOf } from '@xiaopu/api-client/fetch'
import { photograph } from '@xiaopu/api-client/testing/pictures'
import { useEffect } from 'react'

const ok = (api: string) => ({ errMsg: `${api}:ok` })
const answers = <Value extends object>(api: string, value?: Value) => jest.fn(async () => ({ ...ok(api), ...value }))

const storage = new Map<string, unknown>()
const handlers = {
  reachBottom: new Set<() => void>(),
  pullDown: new Set<() => void>(),
  show: new Set<() => void>(),
  hide: new Set<() => void>(),
}
let codes = 0
let parameters: Record<string, string> = {}

interface RequestOptions {
  url: string
  method?: string
  header?: Record<string, string>
  data?: string | Uint8Array<ArrayBuffer>
}

function request({ url, method = 'GET', header, data }: RequestOptions) {
  const controller = new AbortController()
  const answer = fetch(url, { method, headers: header, body: data, signal: controller.signal }).then(
    async (response) => ({
      ...ok('request'),
      statusCode: response.status,
      header: Object.fromEntries(response.headers),
      data: await response.text(),
    }),
    (error: Error) => {
      throw { errMsg: error.name === 'AbortError' ? 'request:fail abort' : `request:fail ${error.message}` }
    },
  )
  return Object.assign(answer, { abort: () => controller.abort() })
}

/** What lies on the phone by its path; a path that is not here is a photograph. */
const files = new Map<string, Uint8Array>()

function uploadFile({ url, filePath, name, header }: { url: string; filePath: string; name: string; header?: object }) {
  const { body, contentType } = formOf(name, files.get(filePath) ?? photograph)
  const sent = request({ url, method: 'POST', header: { ...header, 'Content-Type': contentType }, data: body })
  let tellHeaders: ((told: { header: object }) => void) | undefined
  let tellProgress: ((told: { progress: number }) => void) | undefined
  const answer = sent.then((result) => {
    tellProgress?.({ progress: 100 })
    tellHeaders?.({ header: result.header })
    return { ...result, ...ok('uploadFile'), header: undefined }
  })
  return Object.assign(answer, {
    abort: sent.abort,
    onHeadersReceived: (tell: typeof tellHeaders) => {
      tellHeaders = tell
    },
    onProgressUpdate: (tell: typeof tellProgress) => {
      tellProgress = tell
    },
  })
}

interface Place {
  intersectionRatio: number
  boundingClientRect: { height: number }
}
const watched = new Map<string, (place: Place) => void>()

/** There is no layout here: what is near is what a test says. */
function watching() {
  let selector = ''
  const observer = {
    relativeToViewport: () => observer,
    observe(told: string, tell: (place: Place) => void) {
      selector = told
      watched.set(selector, tell)
    },
    disconnect: () => void watched.delete(selector),
  }
  return observer
}

const Taro = {
  request: jest.fn(request),
  uploadFile: jest.fn(uploadFile),
  chooseMedia: answers('chooseMedia', { type: 'image', tempFiles: [{ tempFilePath: 'tmp/1.jpg', size: 90_000 }] }),
  compressImage: jest.fn(async ({ src }: { src: string }) => ({
    ...ok('compressImage'),
    tempFilePath: `${src}-small`,
  })),
  // A code is good for one session.
  login: jest.fn(async () => ({ ...ok('login'), code: `code-${++codes}` })),
  chooseAddress: answers('chooseAddress'),
  chooseInvoiceTitle: answers('chooseInvoiceTitle'),
  downloadFile: answers('downloadFile', { statusCode: 200, tempFilePath: 'tmp/file.pdf' }),
  openDocument: answers('openDocument'),
  requestPayment: answers('requestPayment'),
  getLocation: answers('getLocation', { latitude: 31.2304, longitude: 121.4737 }),
  openLocation: answers('openLocation'),
  makePhoneCall: answers('makePhoneCall'),
  setClipboardData: answers('setClipboardData'),
  getScreenBrightness: answers('getScreenBrightness', { value: 0.5 }),
  setScreenBrightness: answers('setScreenBrightness'),
  setKeepScreenOn: answers('setKeepScreenOn'),
  onThemeChange: jest.fn(),
  offThemeChange: jest.fn(),
  scanCode: answers('scanCode', { result: '', path: '' }),
  openBusinessView: jest.fn(),
  requestSubscribeMessage: answers('requestSubscribeMessage', {}),
  getPrivacySetting: answers('getPrivacySetting', { needAuthorization: false, privacyContractName: '' }),
  onNeedPrivacyAuthorization: jest.fn(),
  shareFileMessage: answers('shareFileMessage'),
  env: { USER_DATA_PATH: 'wxfile://usr' },
  getFileSystemManager: jest.fn(() => ({
    writeFile: ({ success }: { success(): void }) => success(),
  })),
  openPrivacyContract: answers('openPrivacyContract'),
  openSetting: answers('openSetting'),
  getSetting: answers('getSetting', { authSetting: {} }),
  showToast: answers('showToast'),
  showModal: answers('showModal', { confirm: true, cancel: false }),
  previewImage: answers('previewImage'),
  createVideoContext: jest.fn(() => ({ stop: jest.fn() })),
  pageScrollTo: answers('pageScrollTo'),
  navigateTo: answers('navigateTo'),
  redirectTo: answers('redirectTo'),
  switchTab: answers('switchTab'),
  navigateBack: answers('navigateBack'),
  setNavigationBarTitle: answers('setNavigationBarTitle'),
  setTabBarBadge: answers('setTabBarBadge'),
  removeTabBarBadge: answers('removeTabBarBadge'),
  setTabBarItem: answers('setTabBarItem'),
  stopPullDownRefresh: jest.fn(),
  canIUse: jest.fn(() => true),
  enableAlertBeforeUnload: answers('enableAlertBeforeUnload'),
  disableAlertBeforeUnload: answers('disableAlertBeforeUnload'),
  getNetworkType: answers('getNetworkType', { networkType: 'wifi' }),
  onNetworkStatusChange: jest.fn(),
  offNetworkStatusChange: jest.fn(),
  onAppShow: jest.fn(),
  offAppShow: jest.fn(),
  onAppHide: jest.fn(),
  offAppHide: jest.fn(),
  getCurrentPages: jest.fn((): object[] => [{}]),
  getAppBaseInfo: jest.fn((): object => ({ language: 'zh_CN' })),
  getLaunchOptionsSync: jest.fn(() => ({ scene: 1001 })),
  getCurrentInstance: jest.fn((): object => ({ page: {} })),
  nextTick: (run: () => void) => run(),
  createIntersectionObserver: jest.fn(watching),
  getWindowInfo: jest.fn(() => ({ statusBarHeight: 47, windowWidth: 390, windowHeight: 844 })),
  getMenuButtonBoundingClientRect: jest.fn(() => ({ top: 51, left: 296, width: 87, height: 32 })),
  getStorageSync: jest.fn((key: string) => (storage.has(key) ? storage.get(key) : '')),
  setStorageSync: jest.fn((key: string, value: unknown) => void storage.set(key, value)),
  removeStorageSync: jest.fn((key: string) => void storage.delete(key)),
  pxTransform: (px: number) => `${px}px`,
}
export default Taro

const useHandler = (set: Set<() => void>, handler: () => void) =>
  useEffect(() => {
    set.add(handler)
    return () => void set.delete(handler)
  })

export const useRouter = () => ({ path: '', params: parameters })
export const useDidShow = (handler: () => void) => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page shows once when it opens
  useEffect(() => handler(), [])
  useHandler(handlers.show, handler)
}
export const useReachBottom = (handler: () => void) => useHandler(handlers.reachBottom, handler)
export const usePullDownRefresh = (handler: () => void) => useHandler(handlers.pullDown, handler)
export const useDidHide = (handler: () => void) => useHandler(handlers.hide, handler)
export const usePageScroll = () => undefined
export const useReady = (handler: () => void) => useEffect(handler, [handler])
export const useLoad = useReady
export const useUnload = () => undefined
export const useShareAppMessage = () => undefined
export const useShareTimeline = () => undefined

/** What the person holding the phone does, for tests. */
export const phone = {
  scrollToBottom: () => [...handlers.reachBottom].forEach((tell) => void tell()),
  pullDown: () => [...handlers.pullDown].forEach((tell) => void tell()),
  /** Another page is opened on top. */
  turnAway: () => [...handlers.hide].forEach((tell) => void tell()),
  /** Of the parts of long lists, in the order they were drawn, these are near the screen; each is so high, in px. */
  scrollTo: (near: (place: number) => boolean, height = 900) =>
    [...watched.values()].forEach(
      (tell, place) => void tell({ intersectionRatio: near(place) ? 1 : 0, boundingClientRect: { height } }),
    ),
  watching: () => watched.size,
  comeBack: () => [...handlers.show].forEach((tell) => void tell()),
  /** The page was opened with these. */
  openedWith(query: Record<string, string>) {
    parameters = query
  },
  /** A file on the phone, for `uploadFile`. */
  holds: (path: string, bytes: Uint8Array) => void files.set(path, bytes),
  /** A phone that never saw this shop. */
  wipe() {
    storage.clear()
    files.clear()
    parameters = {}
  },
}
