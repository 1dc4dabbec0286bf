import type { LocalText } from '../tables'
import type { Problems } from './problems'
import type { Row } from './sheet'

export const LOCALES = ['zh-CN', 'en'] as const

/** Reads one row's cells; what is wrong with them goes to `problems`, and a harmless value comes back. */
export class Cells {
  constructor(
    readonly row: Row,
    private readonly columns: ReadonlySet<string>,
    private readonly problems: Problems,
  ) {}

  get line(): number {
    return this.row.line
  }

  problem(column: string, message: string): void {
    this.problems.add(this.row.line, column, message)
  }

  has(column: string): boolean {
    return this.row.cell(column) !== ''
  }

  /** `column:zh-CN` and `column:en`; the column without a language stands in for either. */
  localText(column: string, longest: number): LocalText {
    const texts = LOCALES.map((locale) => {
      const suffixed = `${column}:${locale}`
      const from = this.has(suffixed) ? suffixed : column
      return this.text(from, longest)
    })
    return { 'zh-CN': texts[0] || texts[1]!, en: texts[1] || texts[0]! }
  }

  /** The same for cells that hold several texts: they pair up by their order. */
  localTexts(column: string, longest: number): LocalText[] {
    const [chinese, english] = LOCALES.map((locale) => {
      const suffixed = `${column}:${locale}`
      return this.list(this.has(suffixed) ? suffixed : column, longest)
    }) as [string[], string[]]
    const names = english.length > 0 ? english : chinese
    const inChinese = chinese.length > 0 ? chinese : english
    if (names.length !== inChinese.length) {
      this.problem(
        `${column}:zh-CN`,
        `There are ${inChinese.length} of these in Chinese, and ${names.length} in English.`,
      )
    }
    return names.map((name, index) => ({ 'zh-CN': inChinese[index] ?? name, en: name }))
  }

  text(column: string, longest: number): string {
    const text = this.row.cell(column)
    if ([...text].length > longest) this.problem(column, `This is longer than ${longest} characters.`)
    return text
  }

  /** Parts between `|`; empty ones are dropped. */
  list(column: string, longest: number): string[] {
    const parts = this.row
      .cell(column)
      .split('|')
      .map((part) => part.trim())
      .filter((part) => part !== '')
    if (parts.some((part) => [...part].length > longest)) {
      this.problem(column, `One of these is longer than ${longest} characters.`)
    }
    return parts
  }

  /** Yuan with at most two decimals, as whole fen. */
  money(column: string): number {
    const [, yuan, decimals = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(this.row.cell(column)) ?? []
    if (yuan === undefined) {
      this.problem(column, `"${this.row.cell(column)}" is not a price in yuan, like 128 or 128.50.`)
      return 0
    }
    return Number(yuan) * 100 + Number(decimals.padEnd(2, '0'))
  }

  count(column: string, least = 0): number {
    const text = this.row.cell(column)
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    if (number >= least) return number
    this.problem(column, `"${text}" is not a whole number from ${least} up.`)
    return least
  }

  yesOrNo(column: string): boolean {
    const text = this.row.cell(column).toLowerCase()
    if (text !== 'true' && text !== 'false') this.problem(column, `"${text}" is neither true nor false.`)
    return text === 'true'
  }

  decimal(column: string, from: number, to: number): number {
    const text = this.row.cell(column)
    const number = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
    if (number >= from && number <= to) return number
    this.problem(column, `"${text}" is not a number between ${from} and ${to}.`)
    return from
  }

  /** An ISO 8601 day (its midnight in Shanghai) or instant. */
  date(column: string): Date {
    const text = this.row.cell(column)
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text)
    const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)
    const date = new Date(isDay ? `${text}T00:00:00+08:00` : text)
    const exists = !Number.isNaN(date.getTime()) && dayExists(text.slice(0, 10))
    if ((isDay || isInstant) && exists) return date
    this.problem(column, `"${text}" is not a date like 2025-03-01.`)
    return new Date(0)
  }

  /** What `read` makes of the cell; undefined when the file has no such column or the cell is empty. */
  optional<Value>(column: string, read: (column: string) => Value): Value | undefined {
    return this.columns.has(column) && this.has(column) ? read(column) : undefined
  }
}

/** JavaScript reads 2025-02-30 as 2 March. */
function dayExists(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

/** Which of the wanted columns are missing. A text may come in either language, or without one. */
export function missingColumns(columns: ReadonlySet<string>, wanted: string[], texts: string[]): string[] {
  const missing = wanted.filter((column) => !columns.has(column))
  const missingTexts = texts.filter(
    (column) => ![column, ...LOCALES.map((locale) => `${column}:${locale}`)].some((name) => columns.has(name)),
  )
  return [...missingTexts, ...missing]
}
