import type { QuoteLine, StoreWithStock } from '@xiaopu/contract'
import type { Translate } from '../../i18n'
import { isSendable } from '../cart'

/** Stores that have everything before those that have some of it; each kind stays nearest first. */
export function fullestFirst(stores: readonly StoreWithStock[]): StoreWithStock[] {
  const rank = { all: 0, some: 1, nothing: 2 }
  return [...stores].sort((one, other) => rank[one.has] - rank[other.has])
}

/** Whether a store has it; of one thing, how many. */
export function stockWords({ has, lines }: StoreWithStock, t: Translate): string {
  const [only, ...others] = lines
  if (!only || others.length > 0 || !only.available) return t(`pickup.has_${has}`)
  return t(has === 'all' ? 'pickup.hasCount' : 'pickup.hasOnly', { count: only.available })
}

/** What a store lacks of several things, by name; empty where it has all, or nothing. */
export function missingWords({ has, lines }: StoreWithStock, goods: readonly QuoteLine[], t: Translate): string {
  if (has !== 'some') return ''
  const names = lines.flatMap((line) => {
    const known = goods.find(({ skuId }) => skuId === line.skuId)
    if (!known || isSendable(line)) return []
    const name = [known.name, ...known.options].join(' ')
    return line.available ? t('pickup.nameOnly', { name, count: line.available }) : name
  })
  return t('pickup.missing', { names: names.join(t('pickup.and')) })
}
