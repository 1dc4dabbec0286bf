import { createHash } from 'node:crypto'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { eq } from 'drizzle-orm'
import { longIds } from '../tables'

/** Of an id on the wire (contract: letters, digits and `_.:=+-`). */
const LONGEST = 64

/** Which goods a SKU id means. A variant is bought through its parent. */
export interface SkuKey {
  sku: string
  parentSku: string | null
}

/** `小凳` → `+E5+B0+8F+E5+87+B3`: bytes an id must not have, as `+` and two hex digits. */
export function encodeId(text: string): string {
  return [...Buffer.from(text, 'utf8')]
    .map((byte) => {
      const character = String.fromCharCode(byte)
      return /[\w.=-]/.test(character) ? character : `+${byte.toString(16).toUpperCase().padStart(2, '0')}`
    })
    .join('')
}

/** null: `encodeId` has not made it. */
export function decodeId(id: string): string | null {
  if (!/^(?:[\w.=-]|\+[0-9A-F]{2})+$/.test(id)) return null
  const bytes = [...id.matchAll(/\+([0-9A-F]{2})|./g)].map(([one, hex]) =>
    hex === undefined ? one.charCodeAt(0) : Number.parseInt(hex, 16),
  )
  const text = Buffer.from(bytes).toString('utf8')
  return encodeId(text) === id ? text : null
}

export const encodeSku = ({ sku, parentSku }: SkuKey): string =>
  parentSku === null ? encodeId(sku) : `${encodeId(parentSku)}:${encodeId(sku)}`

export function decodeSku(id: string): SkuKey | null {
  const parts = id.split(':').map(decodeId)
  const [first, second] = parts
  if (parts.includes(null) || first == null) return null
  if (parts.length === 1) return { sku: first, parentSku: null }
  return parts.length === 2 && second != null ? { sku: second, parentSku: first } : null
}

export type Ids = ReturnType<typeof createIds>

/**
 * Ids of products and SKUs. They say what they mean, unless that is too long: then a hash stands for it, and our
 * database remembers what for, so that it is found again years later.
 */
export function createIds(db: Sql) {
  const remembered = new Set<string>()

  async function short(encoded: string): Promise<string> {
    if (encoded.length <= LONGEST) return encoded
    const id = `:${createHash('sha256').update(encoded).digest('base64url')}`
    if (!remembered.has(id)) {
      await db.insert(longIds).values({ id, meant: encoded }).onConflictDoNothing()
      remembered.add(id)
    }
    return id
  }

  async function long(id: string): Promise<string | null> {
    if (!id.startsWith(':')) return id
    const [row] = await db.select().from(longIds).where(eq(longIds.id, id))
    return row?.meant ?? null
  }

  return {
    ofProduct: (urlKey: string) => short(encodeId(urlKey)),
    ofSku: (key: SkuKey) => short(encodeSku(key)),
    async urlKey(productId: string): Promise<string | null> {
      const meant = await long(productId)
      return meant === null ? null : decodeId(meant)
    },
    async skuKey(skuId: string): Promise<SkuKey | null> {
      const meant = await long(skuId)
      return meant === null ? null : decodeSku(meant)
    },
  }
}
