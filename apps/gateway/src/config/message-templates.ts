import { z } from 'zod'

/** What of a message each keyword of its template says. */
export interface MessageTemplate<Part extends string> {
  id: string
  /** By the template's keyword: `{ thing1: 'product', amount2: 'price' }`. */
  keywords: Record<string, Part>
}

/** What each message of the shop can say, by what it is about. */
const PARTS = {
  restock: ['product', 'price', 'note'],
  shipped: ['order', 'product', 'carrier', 'waybill', 'time', 'note'],
  ready: ['order', 'product', 'store', 'address', 'code', 'time', 'note'],
  after_sale: ['order', 'product', 'amount', 'status', 'time', 'note'],
  unpaid: ['order', 'product', 'amount', 'until', 'note'],
} as const

export type MessageName = keyof typeof PARTS
export type PartOf<Name extends MessageName> = (typeof PARTS)[Name][number]

/** Messages the shop sends; one that is not there is never asked for. */
export type MessageTemplates = { [Name in MessageName]?: MessageTemplate<PartOf<Name>> }

/**
 * The merchant chooses a template and its keywords in WeChat's console, so that each shop has others. Written as the id
 * and, for each keyword, what it says: `aBc… thing1=product amount2=price thing3=note`.
 */
export const templateOf = <Name extends MessageName>(name: Name) =>
  z
    .string()
    .regex(
      new RegExp(`^[\\w-]+( +[a-z_]+\\d+=(${PARTS[name].join('|')}))+$`),
      `must be the template's id and its keywords, each one of ${PARTS[name].join(', ')}: "abc thing1=${PARTS[name].at(-1)}"`,
    )
    .transform((line): MessageTemplate<PartOf<Name>> => {
      const [id, ...keywords] = line.split(/ +/)
      return { id: id!, keywords: Object.fromEntries(keywords.map((pair) => pair.split('='))) }
    })
