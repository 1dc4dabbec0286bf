/** How a column is set: words to the left, numbers to the right. */
export type Side = 'left' | 'right'

/** A Markdown table whose source is already readable in a terminal, Chinese included. */
export function markdownTable(head: string[], rows: string[][], sides: Side[] = []): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => widthOf(row[column] ?? '')), 3))
  const line = (row: string[]) => `| ${widths.map((width, i) => pad(row[i] ?? '', width, sides[i])).join(' | ')} |`
  const rule = widths.map((width, i) => (sides[i] === 'right' ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)))
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n')
}

/** A Chinese character takes two columns of a terminal. */
const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + (/[ᄀ-￮]/.test(letter) ? 2 : 1), 0)

function pad(text: string, width: number, side: Side = 'left'): string {
  const space = ' '.repeat(width - widthOf(text))
  return side === 'right' ? space + text : text + space
}

export const grouped = (value: number): string => Math.round(value).toLocaleString('en')
