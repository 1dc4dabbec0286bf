import type { Fen, Picture, Stock } from '@xiaopu/commerce'
import type { SkuKey } from '../mapping/ids'
import { fenOf } from '../mapping/money'
import { pictureOf } from '../mapping/pictures'
import type { GoodsBySkuQuery } from '../operations/documents'
import { type StockSaid, stockFrom } from './stock'

export type GoodsItem = NonNullable<NonNullable<NonNullable<GoodsBySkuQuery['products']>['items']>[number]>
type Configurable = Extract<GoodsItem, { __typename: 'ConfigurableProduct' }>
type Variant = NonNullable<NonNullable<Configurable['variants']>[number]>

/** One thing that can be put into a cart. */
export interface Offer {
  key: SkuKey
  /** Uids of the option values that make it; Magento adds a variant by these. */
  selected: string[]
  values: { uid: string; label: string }[]
  price: Fen
  compareAt: Fen | null
  stock: Stock
  picture: Picture | null
  /** Whether a cart of ours can hold it: not so a bundle, a group, or what has to be engraved first. */
  buyable: boolean
}

/** Kinds of product a cart of ours can hold. */
const BUYABLE = ['SimpleProduct', 'VirtualProduct', 'ConfigurableProduct']

/** Whether it is shown only: its parts or options cannot be chosen here. */
export function isShownOnly(item: GoodsItem): boolean {
  const options = 'options' in item ? (item.options ?? []) : []
  return !BUYABLE.includes(item.__typename) || options.some((option) => option?.required)
}

export interface Judgement {
  stock: Map<string, StockSaid>
  lowAt: number
  /** SKUs of variants that `variants` lists and that the store, asked for them by name, does not sell. */
  notSold: ReadonlySet<string>
}

/** What of the product can be bought. A disabled variant is not in it; one that is sold out is, as such. */
export function offersOf(item: GoodsItem, judgement: Judgement): Offer[] {
  const { stock, lowAt } = judgement
  const sku = item.sku ?? ''
  if (isShownOnly(item)) {
    const said: Stock = { status: 'sold_out', available: 0 }
    return [{ ...single(item, said), buyable: false }]
  }
  if (item.__typename !== 'ConfigurableProduct') return [single(item, stockFrom(stock.get(sku) ?? item, lowAt))]
  return sellableVariants(item, judgement).map((variant) => {
    const product = variant.product!
    const values = optionsOf(item).map((option) => chosenValue(variant, option)!)
    return {
      key: { sku: product.sku!, parentSku: sku },
      selected: values.map(({ uid }) => uid),
      values,
      ...priceOf(product.price_range.minimum_price),
      stock: stockFrom(stock.get(product.sku!) ?? product, lowAt),
      picture: pictureOf(product.small_image, item.name ?? ''),
      buyable: true,
    }
  })
}

function single(item: GoodsItem, stock: Stock): Offer {
  return {
    key: { sku: item.sku ?? '', parentSku: null },
    selected: [],
    values: [],
    ...priceOf(item.price_range.minimum_price),
    stock,
    picture: pictureOf(item.small_image, item.name ?? ''),
    buyable: true,
  }
}

/** The options by which a configurable product is chosen, in the merchant's order. */
export function optionsOf(item: Configurable) {
  const options = (item.configurable_options ?? []).filter((option) => option !== null)
  return options.sort((one, other) => (one.position ?? 0) - (other.position ?? 0))
}
type Option = ReturnType<typeof optionsOf>[number]

function chosenValue(variant: Variant, option: Option): { uid: string; label: string } | null {
  const attribute = variant.attributes?.find((each) => each?.code === option.attribute_code)
  const value = option.values?.find((each) => each?.uid && each.uid === attribute?.uid)
  return value?.uid ? { uid: value.uid, label: value.label ?? attribute?.label ?? '' } : null
}

function sellableVariants(item: Configurable, { notSold }: Pick<Judgement, 'notSold'>): Variant[] {
  return (item.variants ?? []).filter((variant): variant is Variant => {
    const sku = variant?.product?.sku
    if (!sku || notSold.has(sku)) return false
    return optionsOf(item).every((option) => chosenValue(variant, option) !== null)
  })
}

/**
 * Variants that `variants` calls in stock and the selection does not know. Either is wrong at times: disabled variants
 * leak into the one (magento2#34053), the other leaves values out (magento2#38037). The store has to be asked for each.
 */
export function suspectsOf(item: GoodsItem): { sku: string; values: string[] }[] {
  if (item.__typename !== 'ConfigurableProduct') return []
  const selection = item.configurable_product_options_selection?.options_available_for_selection
  if (!selection) return []
  const known = new Set(selection.flatMap((option) => option?.option_value_uids ?? []))
  return sellableVariants(item, { notSold: new Set() })
    .filter(({ product }) => product?.stock_status === 'IN_STOCK')
    .map((variant) => ({
      sku: variant.product!.sku!,
      values: optionsOf(item).map((option) => chosenValue(variant, option)!.uid),
    }))
    .filter(({ values }) => values.some((uid) => !known.has(uid)))
}

function priceOf(price: GoodsItem['price_range']['minimum_price']): { price: Fen; compareAt: Fen | null } {
  const [final, regular] = [fenOf(price.final_price), fenOf(price.regular_price)]
  return { price: final, compareAt: regular > final ? regular : null }
}
