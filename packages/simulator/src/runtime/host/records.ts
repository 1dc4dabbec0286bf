export interface SetDataRecord {
  /** Route of the page it belongs to. */
  page: string
  /** Path of the page or component that called it. */
  is: string
  keys: string[]
  /** UTF-8 bytes of the data as JSON: what would cross WeChat's bridge. */
  bytes: number
  at: number
}

export interface RequestRecord {
  method: string
  url: string
  /** 0 until answered, or when it failed. */
  status: number
  ms: number
  bytes: number
  error?: string
}

export interface LogRecord {
  level: 'log' | 'info' | 'warn' | 'error' | 'debug'
  text: string
  at: number
}

type Listener = () => void

/** Everything the panel and a test can look back on. Arrays only grow until `clear()`. */
export class Records {
  readonly setData: SetDataRecord[] = []
  readonly requests: RequestRecord[] = []
  readonly logs: LogRecord[] = []
  /** Uncaught errors, failed lifetimes and errors the Mini Program printed: one line each. */
  readonly errors: string[] = []
  /** APIs and components this simulator does not have. */
  readonly missing: string[] = []
  private readonly unknown = new Set<string>()
  private readonly listeners = new Set<Listener>()
  private queued = false

  log(level: LogRecord['level'], parts: unknown[]): void {
    const text = parts.map(readable).join(' ').slice(0, 4000)
    this.logs.push({ level, text, at: Date.now() })
    if (this.logs.length > 500) this.logs.splice(0, 100)
    this.changed()
  }

  error(error: unknown, where = ''): void {
    const text = `${where ? `${where}: ` : ''}${readable(error)}`
    this.errors.push(text)
    this.log('error', [text])
  }

  unsupported(what: string): void {
    if (this.missing.includes(what)) return
    this.missing.push(what)
    this.log('warn', [`${what}: not supported by the simulator`])
  }

  /** A name read from `wx` that this simulator has never heard of: perhaps newer than it, perhaps a mistake. */
  unknownApi(what: string): void {
    if (this.unknown.has(what)) return
    this.unknown.add(what)
    this.log('debug', [`${what} is undefined here`])
  }

  clear(): void {
    for (const list of [this.setData, this.requests, this.logs, this.errors, this.missing]) list.length = 0
    this.changed()
  }

  onChange(listener: Listener): void {
    this.listeners.add(listener)
  }

  /** Tells the panel, at most once a frame. */
  changed(): void {
    if (this.queued) return
    this.queued = true
    setTimeout(() => {
      this.queued = false
      for (const listener of this.listeners) listener()
    }, 50)
  }
}

export function readable(value: unknown): string {
  if (typeof value === 'string') return value
  if (value instanceof Error || (typeof value === 'object' && value !== null && 'stack' in value)) {
    const { stack, message } = value as Error
    return stack?.includes(message) ? stack : `${message}\n${stack ?? ''}`
  }
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return String(value)
  }
}
