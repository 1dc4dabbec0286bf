import type { Product, ProductOption } from '@xiaopu/contract'
import { useEffect, useState } from 'react'
import {
  type Availability,
  availabilityOf,
  type Choices,
  candidates,
  chosenNames,
  chosenSku,
  firstChoices,
  missingOptions,
  pictureOf,
  priceOf,
  toggle,
} from './sku-choice'
import { mostOf } from './sku-stock'

export interface SkuChoiceStart {
  product: Product
  /** Whenever this turns true the choice starts from `initialSkuId` again, if there is one; otherwise it stays as it was left. */
  open: boolean
  initialSkuId?: string
  initialQuantity?: number
}

/** What a shopper has chosen of a product so far. It holds ids only: price and stock are always those of `product` as given now. */
export function useSkuChoice({ product, open, initialSkuId, initialQuantity = 1 }: SkuChoiceStart) {
  const [choices, setChoices] = useState<Choices>(() => firstChoices(product, initialSkuId))
  const [wanted, setWanted] = useState(initialQuantity)
  // biome-ignore lint/correctness/useExhaustiveDependencies: fresh stock of the same product must not undo a choice
  useEffect(() => {
    if (!open || initialSkuId === undefined) return
    setChoices(firstChoices(product, initialSkuId))
    setWanted(initialQuantity)
  }, [open, product.id, initialSkuId, initialQuantity])

  const sku = chosenSku(product, choices)
  const maxQuantity = mostOf(sku ? [sku] : candidates(product, choices))
  return {
    sku,
    choices,
    /** Never more than can be had of what is chosen now. */
    quantity: Math.min(wanted, maxQuantity),
    maxQuantity,
    setQuantity: setWanted,
    names: chosenNames(product, choices),
    missing: missingOptions(product, choices),
    picture: pictureOf(product, choices),
    price: priceOf(product, choices),
    availability: (option: ProductOption, valueId: string): Availability =>
      availabilityOf(product, choices, option, valueId),
    tap: (option: ProductOption, valueId: string) => setChoices(toggle(choices, option.id, valueId)),
  }
}

export type SkuChoice = ReturnType<typeof useSkuChoice>
