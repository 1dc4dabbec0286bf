import { type CommerceBackend, keepsReplacement, type Locale, type Product, type Sku } from '@xiaopu/commerce'
import type { AfterSaleOptions } from '@xiaopu/contract'
import type { FastifyBaseLogger } from 'fastify'
import { Refusal } from '../../http/refusal'
import type { AfterSaleBook, AfterSaleRow } from './book'
import type { AfterSaleLine } from './tables'

interface Needs {
  backend: Pick<CommerceBackend, 'catalog' | 'replacements' | 'capabilities'>
  book: AfterSaleBook
  log: Pick<FastifyBaseLogger, 'error'>
}

export type Replacements = ReturnType<typeof createReplacements>

/** What a line can be exchanged for. */
export type Choice = NonNullable<AfterSaleLine['replacement']> & { available: boolean }
type Bought = Pick<AfterSaleLine, 'productId' | 'skuId' | 'options' | 'picture' | 'unitPrice'>

const BATCH = 50

/** What is sent in an exchange: which goods it can be, and that they are there when the others come back. */
export function createReplacements({ backend, book, log }: Needs) {
  /** For each line: itself first, then others of its product at the same price. Its product may be off sale by now. */
  async function choices(locale: Locale, lines: Bought[]): Promise<Choice[][]> {
    const ids = [...new Set(lines.map(({ productId }) => productId))]
    const products = new Map(
      await Promise.all(ids.map(async (id) => [id, await backend.catalog.product({ locale }, id)] as const)),
    )
    return lines.map((line) => choicesOf(line, products.get(line.productId) ?? null))
  }

  /**
   * The merchant agrees: the goods are the exchange's from now on. Before its state is changed, and as often as it is tried.
   *
   * @throws Refusal `replacement_sold_out`; `after_sale_moved`: somebody has ended it meanwhile
   */
  async function setAside(row: AfterSaleRow): Promise<void> {
    await book.noteSetAside(row.id)
    const lines = sentFor(row).map(({ skuId, quantity }) => ({ skuId, quantity }))
    const answer = await backend.replacements.setAside({ id: row.id, orderId: row.orderId, lines })
    if (answer.ok) return
    if (answer.problem === 'over') throw new Refusal('after_sale_moved', { detail: 'it has been ended' })
    throw new Refusal('replacement_sold_out', {
      detail: answer.lines.map(({ skuId, available }) => `${skuId}: ${available ?? 'too few'}`).join(', '),
    })
  }

  /** What was set aside has left, or can be sold again. Nothing, while it is still kept. Again changes nothing. */
  async function settle(row: AfterSaleRow): Promise<void> {
    const { id, kind, state, restock, lines } = row
    if (row.replacementStock !== 'set_aside' || keepsReplacement(kind, state)) return
    const returned = restock ? lines.map(({ skuId, quantity }) => ({ skuId, quantity })) : []
    if (state === 'replacement_sent' || state === 'completed') await backend.replacements.send(id, returned)
    else await backend.replacements.giveBack(id)
    await book.noteSettled(id)
  }

  /** The same, where the shop system may be away: the job tries again. */
  async function trySettling(row: AfterSaleRow): Promise<void> {
    try {
      await settle(row)
    } catch (error) {
      log.error({ err: error, afterSale: row.id }, 'goods of an exchange could not be settled; it is tried again')
    }
  }

  async function settleAll(): Promise<void> {
    for (const row of await book.unsettled(BATCH)) await trySettling(row)
  }

  /** null: nothing is to be kept now. */
  const kept = ({ kind, state, replacementStock }: AfterSaleRow): boolean | null => {
    if (!keepsReplacement(kind, state) || state === 'requested') return null
    return backend.capabilities.reservesReplacements && replacementStock === 'set_aside'
  }

  return { choices, setAside, trySettling, settleAll, kept }
}

/** The goods of an exchange, with their pieces. */
export const sentFor = ({ lines }: Pick<AfterSaleRow, 'lines'>): AfterSaleLine[] =>
  lines.map((line) => ({ ...line, ...line.replacement }))

function choicesOf(line: Bought, product: Product | null): Choice[] {
  const { skuId, options, picture } = line
  const own = product?.skus.find(({ id }) => id === skuId)
  const itself = { skuId, options, picture, available: own !== undefined && own.stock.status !== 'sold_out' }
  if (!product) return [itself]
  const price = own?.price ?? line.unitPrice
  const others = product.skus.filter((sku) => sku.id !== skuId && sku.price === price)
  return [itself, ...others.map((sku) => choiceOf(product, sku))]
}

function choiceOf(product: Product, { id, optionValueIds, stock, picture }: Sku): Choice {
  const options = product.options.map(({ values }, place) => {
    const value = values.find((each) => each.id === optionValueIds[place])
    return value?.name ?? ''
  })
  return { skuId: id, options, picture: picture ?? product.picture, available: stock.status !== 'sold_out' }
}

/** As the shopper is told of them. */
export const choiceView = ({
  skuId,
  options,
  available,
}: Choice): AfterSaleOptions['lines'][number]['replacements'][number] => ({
  ...{ skuId, options, available },
})
