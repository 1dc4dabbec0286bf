import type { Theme } from '../types'

export type Network = 'wifi' | 'slow' | 'none'
type Listener = (what: keyof DeviceState | 'permissions') => void

export interface DeviceState {
  /** Which of the sandbox's people holds the phone. */
  person: string
  theme: Theme
  network: Network
  /** px, as `wx.getAppBaseInfo().fontSizeSetting`: 17 is WeChat's default on iOS. */
  fontSize: number
  /** `agreed`: as one who has been asked for consent before, in an earlier visit. */
  privacy: 'ask' | 'agreed'
}

const DEFAULTS: DeviceState = { person: '', theme: 'light', network: 'wifi', fontSize: 17, privacy: 'ask' }

/** The phone's settings and what its holder has allowed this Mini Program. Kept in the browser between visits. */
export class Device {
  private state: DeviceState
  private permissions: Record<string, boolean>
  private readonly listeners = new Set<Listener>()

  constructor(
    private readonly appid: string,
    given: Partial<DeviceState>,
  ) {
    this.state = { ...DEFAULTS, ...this.load<Partial<DeviceState>>('device', {}), ...given }
    // A test that goes offline must not find the next visit offline.
    this.state.network = given.network ?? 'wifi'
    this.state.privacy = given.privacy ?? 'ask'
    this.permissions = this.load(`scopes:${this.person}`, {})
  }

  get person() {
    return this.state.person
  }
  get theme() {
    return this.state.theme
  }
  get network() {
    return this.state.network
  }
  get fontSize() {
    return this.state.fontSize
  }

  set<K extends keyof DeviceState>(name: K, value: DeviceState[K]): void {
    if (this.state[name] === value) return
    this.state = { ...this.state, [name]: value }
    this.save('device', this.state)
    if (name === 'person') this.permissions = this.load(`scopes:${this.person}`, {})
    for (const listener of this.listeners) listener(name)
  }

  onChange(listener: Listener): void {
    this.listeners.add(listener)
  }

  /** `undefined` until asked: true allowed, false refused. */
  permission(scope: string): boolean | undefined {
    return this.permissions[scope]
  }

  allow(scope: string, allowed: boolean | undefined): void {
    if (allowed === undefined) delete this.permissions[scope]
    else this.permissions[scope] = allowed
    this.save(`scopes:${this.person}`, this.permissions)
    for (const listener of this.listeners) listener('permissions')
  }

  /** As `wx.getSetting` gives it: only scopes that have been asked for. Address and invoice title are always allowed now. */
  authSetting(): Record<string, boolean> {
    return { ...this.permissions, 'scope.address': true, 'scope.invoiceTitle': true, 'scope.invoice': true }
  }

  get agreedToPrivacy(): boolean {
    return this.state.privacy === 'agreed' || this.load(`privacy:${this.person}`, false)
  }
  agreeToPrivacy(): void {
    this.save(`privacy:${this.person}`, true)
  }

  /** Whether this person has logged in here before: WeChat keeps the session when the Mini Program is closed. */
  get hasSession(): boolean {
    return this.load(`session:${this.person}`, false)
  }
  keepSession(): void {
    this.save(`session:${this.person}`, true)
  }

  /** Forgets what was allowed and agreed to, and every setting. */
  forget(): void {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(`xiaopu:${this.appid}:`)) localStorage.removeItem(key)
    }
    this.permissions = {}
  }

  /** Where this person's `wx.setStorage` data of this Mini Program lives. */
  get storagePrefix(): string {
    return `xiaopu:${this.appid}:storage:${this.person}:`
  }

  private load<T>(name: string, fallback: T): T {
    const text = localStorage.getItem(`xiaopu:${this.appid}:${name}`)
    return text === null ? fallback : (JSON.parse(text) as T)
  }
  private save(name: string, value: unknown): void {
    localStorage.setItem(`xiaopu:${this.appid}:${name}`, JSON.stringify(value))
  }
}
