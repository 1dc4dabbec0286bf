import type { LocalText } from '../tables'
import type { Cells } from './cells'
import { idOf } from './ids'

export interface SkuInFile {
  line: number
  id: string
  code: string
  price: number
  compareAt: number | null
  stockOnHand: number
  maxPerOrder: number | null
  /** Of one piece. */
  grams: number | null
  /** File name. */
  picture: string | null
  /** One per option of the product, in their order. */
  values: LocalText[]
}

const LONGEST = { code: 64, value: 60, fileName: 255 }

/** Reads the SKU of a row. `before` are the SKUs the product has already: the first one's limit and weight hold for all that have none. */
export function readSku(cells: Cells, options: LocalText[], before: SkuInFile[]): SkuInFile {
  const code = cells.text('sku', LONGEST.code)
  if (code === '') cells.problem('sku', 'The SKU is missing.')
  if (/^false$/i.test(cells.row.cell('trackInventory'))) {
    cells.problem('trackInventory', 'Goods without counted stock are not supported: give a stockOnHand and true.')
  }
  const price = cells.money('price')
  const compareAt = cells.optional('compareAt', (column) => cells.money(column)) ?? null
  if (compareAt !== null && compareAt <= price) {
    cells.problem('compareAt', 'A former price is higher than the price, or it is none.')
  }
  return {
    line: cells.line,
    id: idOf(code),
    code,
    price,
    compareAt,
    stockOnHand: cells.count('stockOnHand'),
    maxPerOrder: cells.optional('maxPerOrder', (column) => cells.count(column, 1)) ?? before[0]?.maxPerOrder ?? null,
    grams: cells.optional('weight', (column) => cells.count(column, 1)) ?? before[0]?.grams ?? null,
    picture: cells.list('variantAssets', LONGEST.fileName)[0] ?? null,
    values: readValues(cells, options, before),
  }
}

function readValues(cells: Cells, options: LocalText[], before: SkuInFile[]): LocalText[] {
  const values = cells.localTexts('optionValues', LONGEST.value)
  if (values.length !== options.length) {
    const names = options.map(({ en }) => en).join(', ')
    cells.problem('optionValues', `${options.length} wanted${names && ` (${names})`}, ${values.length} given.`)
  } else if (before.some((other) => other.values.every((value, index) => value.en === values[index]!.en))) {
    const chosen = values.map(({ en }) => en).join(', ')
    cells.problem(
      'optionValues',
      chosen ? `The product has a SKU with ${chosen} already.` : 'A product without options has one SKU.',
    )
  }
  return values
}
