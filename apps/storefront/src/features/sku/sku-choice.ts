import type { Picture, PriceRange, Product, ProductOption, Sku } from '@xiaopu/contract'
import { isPickupOnly } from './sku-stock'

/** What the choice needs of a product. */
export type Choosable = Pick<Product, 'options' | 'skus' | 'picture'>

/** The chosen value of each option, both by id. An option without a choice is not in it. */
export type Choices = Readonly<Record<string, string>>

/**
 * Whether a value can still be had, given what is chosen of the other options.
 * `pickup_only`: only a store has it; `not_made`: there is no such combination; `sold_out`: there is, and none is left.
 */
export type Availability = 'available' | 'pickup_only' | 'sold_out' | 'not_made'

const isInStock = ({ stock, maxQuantity }: Sku) => stock.status !== 'sold_out' && maxQuantity > 0

/** A choice fits a SKU when it agrees in every option that is chosen, `leavingOut` aside. */
const fits = ({ options }: Choosable, sku: Sku, choices: Choices, leavingOut?: string) =>
  options.every(({ id }, place) => {
    const chosen = choices[id]
    return id === leavingOut || chosen === undefined || chosen === sku.optionValueIds[place]
  })

/** The SKUs that are still possible. All of them when nothing is chosen. */
export const candidates = (product: Choosable, choices: Choices): Sku[] =>
  product.skus.filter((sku) => fits(product, sku, choices))

/**
 * Asked of each value with its own option's choice left out: otherwise the choice of 米白 would make 墨绿 impossible and
 * nobody could ever change their mind.
 */
export function availabilityOf(
  product: Choosable,
  choices: Choices,
  option: ProductOption,
  valueId: string,
): Availability {
  const place = product.options.findIndex(({ id }) => id === option.id)
  const made = product.skus.filter(
    (sku) => sku.optionValueIds[place] === valueId && fits(product, sku, choices, option.id),
  )
  if (made.length === 0) return 'not_made'
  if (made.some(isInStock)) return 'available'
  return made.some(isPickupOnly) ? 'pickup_only' : 'sold_out'
}

/** The choices with this value chosen, or cleared when it was the chosen one. */
export function toggle(choices: Choices, optionId: string, valueId: string): Choices {
  const { [optionId]: before, ...others } = choices
  return before === valueId ? others : { ...others, [optionId]: valueId }
}

/** The options that still wait for a choice, in the product's order. */
export const missingOptions = ({ options }: Choosable, choices: Choices): ProductOption[] =>
  options.filter(({ id, values }) => !values.some((value) => value.id === choices[id]))

/** The one SKU all the choices lead to; null while one is missing, or when there is no such SKU. Sold out ones count. */
export function chosenSku(product: Choosable, choices: Choices): Sku | null {
  if (missingOptions(product, choices).length > 0) return null
  return candidates(product, choices)[0] ?? null
}

/** What is chosen before anyone chose: the values of `skuId` when it is one of the product's, else whatever leaves no choice. */
export function firstChoices({ options, skus }: Choosable, skuId?: string): Choices {
  const sku = skus.find(({ id }) => id === skuId)
  const pairs = options.flatMap(({ id, values }, place) => {
    const value = sku ? sku.optionValueIds[place] : values.length === 1 ? values[0]?.id : undefined
    return value === undefined ? [] : [[id, value] as const]
  })
  return Object.fromEntries(pairs)
}

/** The chosen values in words, in the options' order. */
export const chosenNames = ({ options }: Choosable, choices: Choices): string[] =>
  options.flatMap(({ id, values }) => values.find((value) => value.id === choices[id])?.name ?? [])

/** The picture follows the choice: of the SKU, else of the last chosen value that has one, else of the product. */
export function pictureOf(product: Choosable, choices: Choices): Picture | null {
  const ofValues = product.options.flatMap(
    ({ id, values }) => values.find((value) => value.id === choices[id])?.picture ?? [],
  )
  return chosenSku(product, choices)?.picture ?? ofValues.at(-1) ?? product.picture
}

/**
 * The price of what is chosen so far, in fen; a range as long as the possible SKUs differ. The former price belongs to the
 * cheapest of them.
 */
export function priceOf(product: Choosable, choices: Choices): PriceRange {
  const possible = candidates(product, choices)
  const skus = possible.length > 0 ? possible : product.skus
  const cheapest = skus.reduce((low, sku) => (sku.price < low.price ? sku : low))
  return { from: cheapest.price, to: Math.max(...skus.map(({ price }) => price)), compareAt: cheapest.compareAt }
}
