import { HomeDocument, type HomeFinding, type Locale } from '@xiaopu/contract'
import { z } from 'zod'
import { type HomeGoods, type HomeSources, lookUp } from './goods'
import { createReading } from './reading'
import { type Kind, ownPicturesIn, referencesIn } from './references'
import { resolveBlock } from './resolve'

/** Which names and ids the catalogue has is the same in every language. */
const LOCALE: Locale = 'zh-CN'

/** Why a document is none, each place by its path: `blocks[3].items[0].target.product`. */
export const problemsOf = (error: z.ZodError): HomeFinding[] =>
  error.issues.map(({ path, message }) => ({ path: z.core.toDotPath(path) || 'document', message }))

/**
 * What of a document would not be shown now. Goods come and go, so this keeps nobody from publishing; each id that leads nowhere is
 * named, and each block that disappears for it.
 */
export async function warningsOf(sources: HomeSources, document: HomeDocument, now: Date): Promise<HomeFinding[]> {
  const goods = await lookUp(sources, LOCALE, document)
  const reading = createReading(goods, LOCALE, sources.picture, now)
  const missing = referencesIn(document)
    .filter(({ kind, id }) => !isThere(goods, kind, id))
    .map(({ kind, id, path }) => ({ path: z.core.toDotPath(path), message: `there is no ${kind} ${id} to be shown` }))
  const pictures = await Promise.all(
    ownPicturesIn(document).map(async ({ id, path }) => ({ id, path, isThere: await sources.hasPicture(id) })),
  )
  const gone = pictures
    .filter((each) => !each.isThere)
    .map(({ id, path }) => ({ path: z.core.toDotPath(path), message: `there is no picture ${id} to be shown` }))
  const hidden = document.blocks.flatMap((block, place) =>
    resolveBlock(block, reading, sources.picture)
      ? []
      : [{ path: z.core.toDotPath(['blocks', place]), message: 'nothing of this block would be shown' }],
  )
  return [...missing, ...gone, ...hidden]
}

function isThere(goods: HomeGoods, kind: Kind, id: string): boolean {
  const shelves = {
    product: goods.products,
    category: goods.categories,
    store: goods.stores,
    campaign: goods.campaigns,
  }
  return shelves[kind].has(id)
}

/** A document out of what somebody wrote, or why it is none. */
export function readDocument(written: unknown): { document: HomeDocument } | { problems: HomeFinding[] } {
  const { data, error } = HomeDocument.safeParse(written)
  return data ? { document: data } : { problems: problemsOf(error) }
}
