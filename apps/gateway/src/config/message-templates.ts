import { z } from 'zod'

/** What of a message each keyword of its template says. */
export interface MessageTemplate<Part extends string> {
  id: string
  /** By the template's keyword: `{ thing1: 'product', amount2: 'price' }`. */
  keywords: Record<string, Part>
}

const RESTOCK_PARTS = ['product', 'price', 'note'] as const
export type RestockPart = (typeof RESTOCK_PARTS)[number]

/**
 * The merchant chooses a template and its keywords in WeChat's console, so that each shop has others. Written as the id
 * and, for each keyword, what it says: `aBc… thing1=product amount2=price thing3=note`.
 */
const templateOf = <Part extends string>(parts: readonly Part[]) =>
  z
    .string()
    .regex(
      new RegExp(`^[\\w-]+( +[a-z_]+\\d+=(${parts.join('|')}))+$`),
      `must be the template's id and its keywords, each one of ${parts.join(', ')}: "abc thing1=${parts[0]}"`,
    )
    .transform((line): MessageTemplate<Part> => {
      const [id, ...keywords] = line.split(/ +/)
      return { id: id!, keywords: Object.fromEntries(keywords.map((pair) => pair.split('='))) }
    })

export const restockTemplate = templateOf(RESTOCK_PARTS)
