import type { Coupon } from '@xiaopu/commerce'
import type { Cells } from './cells'

/** Ids by slug, and by path (`家居/座椅`, `Home/Seating`). */
export interface KnownGoods {
  products: ReadonlyMap<string, string>
  categories: ReadonlyMap<string, string>
}

const DAY = 24 * 60 * 60 * 1000
const LONGEST = { code: 50, name: 40, slug: 64, path: 81 }

export function readCoupon(cells: Cells, goods: KnownGoods): Coupon {
  const code = cells.text('code', LONGEST.code)
  if (code === '') cells.problem('code', 'The code is missing.')
  if (/\p{C}/u.test(code)) cells.problem('code', 'The code holds a character that cannot be seen.')
  const name = cells.localText('name', LONGEST.name)
  if (name.en === '') cells.problem('name', 'This is missing.')
  const startsAt = cells.optional('startsAt', (column) => cells.date(column)) ?? null
  const endsAt = cells.optional('endsAt', (column) => endOf(cells, column)) ?? null
  if (startsAt && endsAt && endsAt <= startsAt) cells.problem('endsAt', 'It ends before it starts.')
  return {
    code,
    name,
    benefit: readBenefit(cells),
    threshold: cells.optional('threshold', (column) => cells.money(column)) ?? 0,
    scope: readScope(cells, goods),
    firstOrderOnly: cells.optional('firstOrderOnly', (column) => cells.yesOrNo(column)) ?? false,
    stackable: cells.optional('stackable', (column) => cells.yesOrNo(column)) ?? false,
    startsAt,
    endsAt,
    usageLimit: cells.optional('usageLimit', (column) => cells.count(column)) ?? null,
    perCustomer: cells.optional('perCustomer', (column) => cells.count(column, 1)) ?? 1,
  }
}

function readBenefit(cells: Cells): Coupon['benefit'] {
  if (cells.has('amount') === cells.has('percent')) {
    cells.problem('amount', 'A coupon takes off either an amount or a percentage: one of the two.')
    return { kind: 'fixed', amount: 0 }
  }
  if (cells.has('amount')) {
    const amount = cells.money('amount')
    if (/^0+(\.0+)?$/.test(cells.row.cell('amount'))) cells.problem('amount', 'This takes nothing off.')
    return { kind: 'fixed', amount }
  }
  const percent = cells.count('percent', 1)
  if (percent > 99) cells.problem('percent', 'At most 99 percent can be taken off.')
  return { kind: 'percent', percent }
}

function readScope(cells: Cells, goods: KnownGoods): Coupon['scope'] {
  const idsOf = (column: string, longest: number, known: ReadonlyMap<string, string>) =>
    cells.list(column, longest).flatMap((name) => {
      const id = known.get(name)
      if (id === undefined) cells.problem(column, `The shop has no "${name}".`)
      return id ?? []
    })
  const categoryIds = idsOf('categories', LONGEST.path, goods.categories)
  const productIds = idsOf('products', LONGEST.slug, goods.products)
  return cells.has('categories') || cells.has('products') ? { categoryIds, productIds } : null
}

/** A day counts until it is over. */
function endOf(cells: Cells, column: string): Date {
  const date = cells.date(column)
  return cells.row.cell(column).includes('T') ? date : new Date(date.getTime() + DAY)
}
