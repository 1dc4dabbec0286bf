import { View } from '@tarojs/components'
import type { Product, Sku } from '@xiaopu/contract'
import { type ReactNode, useEffect } from 'react'
import { useLocale } from '../../../i18n'
import { Button, ButtonRow, Sheet } from '../../../ui'
import { toast } from '../../../wechat'
import { isPickupOnly, stockNotice } from '../sku-stock'
import { useSkuChoice } from '../use-sku-choice'
import { OptionChips } from './OptionChips'
import { QuantityRow } from './QuantityRow'
import { SkuSheetHead } from './SkuSheetHead'
import './SkuSheet.scss'

export type SkuAction = 'add' | 'buy' | 'choose'

export interface SkuSheetProps {
  product: Product
  open: boolean
  /**
   * `add`, `buy`: opened from that button, which is its only one. `both`: opened from the 已选 row. `choose`: another SKU in
   * place of one in the cart; the quantity stays as it is there.
   */
  mode: SkuAction | 'both'
  /** Chosen whenever the sheet opens. Without it the sheet keeps what was chosen last time. */
  initialSkuId?: string
  initialQuantity?: number
  /** Something is already on its way: the buttons take no further tap. */
  busy?: boolean
  onClose: () => void
  /**
   * Told only of a SKU that can be bought, and of no more than can be had of it; `choose` repeats `initialQuantity` as it was.
   * `toPickUp`: only a store has it, and the sheet has said so. Closing the sheet is the caller's.
   */
  onConfirm: (action: SkuAction, skuId: string, quantity: number, toPickUp: boolean) => void
  /** Told of each change of what is chosen: the SKU, or null while a choice is missing, and the chosen values in words. */
  onChoose?: (sku: Sku | null, names: string[]) => void
  /**
   * What stands in the buttons' place once the chosen SKU is sold out, and below them where only a store has it. Without it, what is
   * sold out cannot be chosen.
   */
  whenSoldOut?: (sku: Sku) => ReactNode
  /** Names of the stores that have a SKU only stores have, as far as they are known. */
  storesWith?: (sku: Sku) => readonly string[]
}

const ACTIONS: Record<SkuSheetProps['mode'], readonly SkuAction[]> = {
  add: ['add'],
  buy: ['buy'],
  both: ['add', 'buy'],
  choose: ['choose'],
}
const WORDS = { add: 'sku.add', buy: 'sku.buy', choose: 'sku.confirm' } as const
const PICKUP_WORDS = { ...WORDS, buy: 'sku.buyPickup' } as const

/** The one SKU picker: product page and cart open this same sheet. */
export function SkuSheet(props: SkuSheetProps) {
  const {
    product,
    open,
    mode,
    initialSkuId,
    initialQuantity,
    busy = false,
    onClose,
    onConfirm,
    onChoose,
    whenSoldOut,
    storesWith,
  } = props
  const { t } = useLocale()
  const choice = useSkuChoice({ product, open, initialSkuId, initialQuantity })
  const { sku, names, missing, quantity } = choice

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change is another SKU or other words, not another function
  useEffect(() => onChoose?.(sku, names), [sku, names.join()])

  const soldOut = sku && stockNotice(sku)?.kind === 'sold_out' ? sku : null
  const toPickUp = sku && isPickupOnly(sku) ? sku : null

  const confirm = (action: SkuAction) => {
    if (missing.length > 0) {
      toast(t('sku.pleaseChoose', { names: missing.map(({ name }) => name).join(t('sku.and')) }))
      return
    }
    if (!sku || soldOut) {
      toast(t('sku.chosenSoldOut'))
      return
    }
    const asked = action === 'choose' && initialQuantity !== undefined ? initialQuantity : quantity
    onConfirm(action, sku.id, asked, toPickUp !== null)
  }
  const actions = ACTIONS[mode]
  const footer =
    soldOut && whenSoldOut ? (
      whenSoldOut(soldOut)
    ) : (
      <>
        <ButtonRow>
          {actions.map((action, place) => (
            <Button
              key={action}
              kind={place < actions.length - 1 ? 'accent-outline' : 'solid'}
              loading={busy}
              onClick={() => confirm(action)}
            >
              {t((toPickUp ? PICKUP_WORDS : WORDS)[action])}
            </Button>
          ))}
        </ButtonRow>
        {toPickUp && whenSoldOut && <View className="sku-sheet__beside">{whenSoldOut(toPickUp)}</View>}
      </>
    )

  return (
    <Sheet open={open} onClose={onClose} title={t('sku.title')} footer={footer}>
      <SkuSheetHead choice={choice} stores={toPickUp ? (storesWith?.(toPickUp) ?? []) : []} />
      {product.options.map((option) => (
        <OptionChips key={option.id} option={option} choice={choice} soldOutToo={whenSoldOut !== undefined} />
      ))}
      {mode !== 'choose' && <QuantityRow choice={choice} name={product.name} />}
    </Sheet>
  )
}
