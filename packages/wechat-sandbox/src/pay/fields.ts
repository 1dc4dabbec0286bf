import { paramError } from './errors'

interface TextRule {
  min?: number
  max: number
  pattern?: RegExp
}

/** Reads the fields of one JSON object by WeChat Pay's rules; each refusal is a PARAM_ERROR that names the field. */
export class Fields {
  constructor(
    private readonly source: Record<string, unknown>,
    private readonly path = '',
  ) {}

  /** The body of a request, from its exact bytes. */
  static ofBody(bytes: Buffer): Fields {
    let value: unknown
    try {
      value = JSON.parse(bytes.toString('utf8'))
    } catch {
      throw paramError('/', '请求体不是合法的 JSON')
    }
    if (!isRecord(value)) throw paramError('/', '请求体必须是 JSON 对象')
    return new Fields(value)
  }

  /** Stricter than WeChat, which lets unknown fields pass: a misspelt optional field should not go unnoticed here. */
  onlyKnows(names: readonly string[]): this {
    const unknown = Object.keys(this.source).find((name) => !names.includes(name))
    if (unknown !== undefined) throw paramError(this.pointer(unknown), '未知的参数', this.source[unknown])
    return this
  }

  has(name: string): boolean {
    return this.source[name] !== undefined
  }

  text(name: string, rule: TextRule): string {
    const value = this.source[name]
    if (value === undefined || value === '') throw paramError(this.pointer(name), '必填', value)
    if (typeof value !== 'string') throw paramError(this.pointer(name), '必须是字符串', value)
    // Characters as a person counts them, not UTF-16 units.
    const length = [...value].length
    if (length < (rule.min ?? 1)) throw paramError(this.pointer(name), `长度不能小于 ${rule.min}`, value)
    if (length > rule.max) throw paramError(this.pointer(name), `长度不能超过 ${rule.max}`, value)
    if (rule.pattern && !rule.pattern.test(value)) throw paramError(this.pointer(name), '含有不允许的字符', value)
    return value
  }

  optionalText(name: string, rule: TextRule): string | undefined {
    return this.has(name) ? this.text(name, rule) : undefined
  }

  /** An amount in fen. */
  fen(name: string): number {
    const value = this.source[name]
    if (value === undefined) throw paramError(this.pointer(name), '必填')
    if (typeof value !== 'number' || !Number.isSafeInteger(value))
      throw paramError(this.pointer(name), '必须是整数', value)
    if (value < 1) throw paramError(this.pointer(name), '必须大于 0', value)
    if (value > 10_000_000_000) throw paramError(this.pointer(name), '超过单笔上限', value)
    return value
  }

  oneOf(name: string, allowed: readonly string[], fallback: string): string {
    const value = this.source[name] ?? fallback
    if (typeof value !== 'string' || !allowed.includes(value))
      throw paramError(this.pointer(name), `只能是 ${allowed.join('、')}`, value)
    return value
  }

  object(name: string): Fields {
    const value = this.source[name]
    if (value === undefined) throw paramError(this.pointer(name), '必填')
    if (!isRecord(value)) throw paramError(this.pointer(name), '必须是对象', value)
    return new Fields(value, this.pointer(name))
  }

  /** A callback address: https, public, without a query string. */
  notifyUrl(name: string, max: number): string {
    const text = this.text(name, { max })
    const fault = notifyUrlFault(text)
    if (fault) throw paramError(this.pointer(name), fault, text)
    return text
  }

  /** An RFC 3339 time with an offset, as epoch ms. */
  time(name: string): number {
    const text = this.text(name, { max: 64 })
    const time = RFC_3339.test(text) ? Date.parse(text) : Number.NaN
    if (Number.isNaN(time)) throw paramError(this.pointer(name), '不是 RFC3339 时间', text)
    return time
  }

  /** The same for the same fields and values in any order; used to tell a repeated request from a changed one. */
  fingerprint(ignoring: readonly string[] = []): string {
    return canonical(Object.fromEntries(Object.entries(this.source).filter(([name]) => !ignoring.includes(name))))
  }

  private pointer(name: string): string {
    return `${this.path}/${name}`
  }
}

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/
const PRIVATE_HOST = /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|0\.|\[)/

function notifyUrlFault(text: string): string | undefined {
  if (!URL.canParse(text)) return '不是合法的 URL'
  const url = new URL(text)
  if (url.protocol !== 'https:') return '必须是 https'
  if (text.includes('?')) return '不能携带参数'
  if (text.includes('#')) return '不能携带片段'
  if (PRIVATE_HOST.test(url.hostname)) return '必须是外网可访问的地址'
  return undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (!isRecord(value)) return JSON.stringify(value)
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
}
