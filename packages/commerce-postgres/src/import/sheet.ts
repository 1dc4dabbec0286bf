import { CsvError, parse } from 'csv-parse/sync'
import type { Problems } from './problems'

/** One row of a table with headings: cells are trimmed, and '' where there is none. */
export interface Row {
  /** Line of the file the row begins on, the first is 1. */
  line: number
  cell(column: string): string
}
export interface Sheet {
  columns: string[]
  rows: Row[]
}

/** Reads CSV (RFC 4180, padding around cells allowed, with or without BOM). Null when it cannot be read at all. */
export function readSheet(csv: string | Buffer, problems: Problems): Sheet | null {
  const text = decoded(csv, problems)
  if (text === null) return null
  const records = parsed(text, problems)
  if (records === null) return null
  const [heading, ...body] = records
  if (!heading || body.length === 0) {
    problems.add(1, null, heading ? 'There is nothing below the headings.' : 'The file is empty.')
    return null
  }
  const columns = heading.cells
  for (const [index, column] of columns.entries()) {
    if (column !== '' && columns.indexOf(column) < index) {
      problems.add(heading.line, column, 'This column is there twice.')
    }
  }
  for (const { line, cells } of body) {
    if (cells.slice(columns.length).some((cell) => cell !== '')) {
      problems.add(line, null, `There are ${cells.length} cells under ${columns.length} headings: is a quote missing?`)
    }
    for (const [index, cell] of cells.entries()) {
      if (cell.includes('\0')) problems.add(line, columns[index] ?? null, 'The cell holds a NUL character.')
    }
  }
  return {
    columns: columns.filter((column) => column !== ''),
    rows: body.map(({ line, cells }) => ({ line, cell: (column) => cells[columns.indexOf(column)] ?? '' })),
  }
}

function decoded(csv: string | Buffer, problems: Problems): string | null {
  if (typeof csv === 'string') return csv.replace(/^\uFEFF/, '')
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    return decoder.decode(csv)
  } catch {
    problems.add(
      firstBadLine(csv),
      null,
      'This is not UTF-8 (Excel writes GBK unless told otherwise): save it as "CSV UTF-8".',
    )
    return null
  }
}

/** No character of UTF-8 holds the byte of a line feed, so that lines can be tried one by one. */
function firstBadLine(csv: Buffer): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (let line = 1, from = 0; ; line++) {
    const feed = csv.indexOf(0x0a, from)
    const to = feed === -1 ? csv.length : feed
    try {
      decoder.decode(csv.subarray(from, to))
    } catch {
      return line
    }
    if (feed === -1) return line
    from = feed + 1
  }
}

function parsed(text: string, problems: Problems): { line: number; cells: string[] }[] | null {
  try {
    const records = parse(text, { info: true, trim: true, relax_column_count: true }) as unknown as {
      record: string[]
      info: { lines: number }
    }[]
    // `lines` counts the lines read when a record ends: the next one begins a line later.
    let read = 0
    return records
      .map(({ record, info }) => {
        const line = read + 1
        read = info.lines
        return { line, cells: record }
      })
      .filter(({ cells }) => cells.some((cell) => cell !== ''))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    problems.add(Number(error.lines) || 1, null, `This is not CSV: ${error.message}`)
    return null
  }
}
