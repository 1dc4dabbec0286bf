import { type Answer, ok } from './answers'
import { CHOSEN_ADDRESS, CHOSEN_PICTURE, CHOSEN_TITLE, PEOPLE_SQUARE } from './belongings'

export type Listener = (event: unknown) => void

/** A call of `wx.*` as the app made it, without its callbacks. */
export interface WechatCall {
  api: string
  options: Record<string, unknown>
}

/** The app's word on behalf of the shopper. */
export interface PrivacyAnswer {
  event: 'exposureAuthorization' | 'agree' | 'disagree'
  buttonId?: string
}
export type PrivacyListener = (resolve: (answer: PrivacyAnswer) => void, need: { referrer: string }) => void

let codes = 0

/** What `wx.*` asks of the phone, and of the person who holds it. A test sets what it needs: `phone.chooseAddress = denied()`. */
export class Answers {
  login: Answer = () => ({ result: { code: `code-${++codes}` } })
  chooseAddress = ok(CHOSEN_ADDRESS)
  chooseInvoiceTitle = ok(CHOSEN_TITLE)
  getLocation = ok({ ...PEOPLE_SQUARE, accuracy: 30, speed: 0, altitude: 0 })
  /** `shopWith` lets it pay at the shop. */
  requestPayment = ok()
  showModal = ok({ confirm: true, cancel: false })
  showActionSheet = ok({ tapIndex: 0 })
  /** Opens; how it ended is told by `phone.tell('appShow', …)`. */
  openBusinessView = ok()
  requestSubscribeMessage = ok()
  scanCode = ok({ result: '', scanType: 'QR_CODE' })
  getSetting = ok({ authSetting: {} })
  openSetting = ok({ authSetting: {} })
  getPrivacySetting = ok({ needAuthorization: false, privacyContractName: '《拾物小程序隐私保护指引》' })
  openPrivacyContract = ok()
  getNetworkType = ok({ networkType: 'wifi' })
  makePhoneCall = ok()
  openLocation = ok()
  setClipboardData = ok()
  getScreenBrightness = ok({ value: 0.5 })
  setScreenBrightness = ok()
  setKeepScreenOn = ok()
  previewImage = ok()
  chooseMedia = ok({ type: 'image', tempFiles: [CHOSEN_PICTURE] })
  writeFile = ok()
  shareFileMessage = ok()
  downloadFile = ok({ statusCode: 200, tempFilePath: 'http://tmp/document.pdf' })
  openDocument = ok()
  compressImage: Answer = ({ src }) => ({ result: { tempFilePath: src } })
}

/** One phone with WeChat on it: its answers, and what can be seen on it. */
export class Phone extends Answers {
  /** Of WeChat itself: `zh_CN`, `en`, … Set it before the first page. */
  language = 'zh_CN'
  /** How the app was opened, in WeChat's numbers; 1154 is a card in Moments. Set it before the first page. */
  scene = 1001
  /** ms: the phone's clock. */
  now: () => number = Date.now
  /** How many times faster the app's timers go: for what asks again after seconds. Answers and clock are as ever. */
  haste = 1
  /** What the app keeps on the phone; it outlives the app. */
  readonly storage = new Map<string, unknown>()
  /** No room for anything more. */
  full = false
  /** Files by their path, for `wx.uploadFile`; a path that is not here is a photograph. */
  readonly files = new Map<string, Uint8Array>()
  /** Every asynchronous call but requests, in order. */
  readonly calls: WechatCall[] = []
  /** On the tab bar, by the tab's place; `badge` of the cart is `badges.get(2)`. */
  readonly badges = new Map<number, string>()
  readonly tabNames = new Map<number, string>()
  /** In the navigation bar, as last set by the app. */
  title = ''

  callsOf(api: string): Record<string, unknown>[] {
    return this.calls.filter((call) => call.api === api).map(({ options }) => options)
  }

  /** The sentences that came up and went by themselves. */
  get toasts(): string[] {
    return this.callsOf('showToast').map(({ title }) => String(title))
  }

  /** Where WeChat asks the app for the shopper's consent; undefined while the app does not listen. */
  asksConsent: PrivacyListener | undefined

  /** WeChat needs consent for a call, and waits: resolves with what the app answers, when it does. */
  needConsent(referrer: string): Promise<PrivacyAnswer> {
    return new Promise((resolve) => {
      if (!this.asksConsent) throw new Error('the app does not listen for it')
      this.asksConsent((answer) => answer.event !== 'exposureAuthorization' && resolve({ ...answer }), { referrer })
    })
  }

  private readonly observed = new Map<string, (place: object) => void>()

  /** For `wx.createIntersectionObserver`. There is no layout here: what is near the screen is what a test says. */
  observer() {
    let selector = ''
    const observer = {
      relativeToViewport: () => observer,
      observe: (told: string, tell: (place: object) => void) => {
        selector = told
        this.observed.set(selector, tell)
      },
      disconnect: () => void this.observed.delete(selector),
    }
    return observer
  }

  /** Of all that the app watches, in the order it began to, the last few are near the screen; each is 900 px high. */
  showsTheLast(few: number) {
    const all = [...this.observed.values()]
    for (const [place, tell] of all.entries()) {
      tell({ intersectionRatio: place >= all.length - few ? 1 : 0, boundingClientRect: { height: 900 } })
    }
  }

  private readonly listeners = new Map<string, Map<Listener, Listener>>()

  /** For `wx.onX` and `wx.offX`. `hear` is what is called, `listener` what it is known by. */
  listen(event: string, listener: Listener, hear = listener) {
    const there = this.listeners.get(event) ?? new Map()
    this.listeners.set(event, there.set(listener, hear))
  }

  unlisten(event: string, listener?: Listener) {
    if (listener) this.listeners.get(event)?.delete(listener)
    else this.listeners.delete(event)
  }

  /** Something happened to the phone: `phone.tell('networkStatusChange', { isConnected: false, networkType: 'none' })`. */
  tell(event: string, detail: object) {
    for (const hear of [...(this.listeners.get(event)?.values() ?? [])]) hear(detail)
  }
}
