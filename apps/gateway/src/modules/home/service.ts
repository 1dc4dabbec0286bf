import type { CommerceBackend } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { Home, HomeBlock, Locale } from '@xiaopu/contract'
import { eq } from 'drizzle-orm'
import type { FastifyBaseLogger } from 'fastify'
import { z } from 'zod'
import type { PictureView } from '../media/picture-view'
import { composeHome } from './default-home'
import { HomeDocument } from './document'
import { lookUp } from './goods'
import { resolveBlock } from './resolve'
import { documents } from './tables'

const NAME = 'home'

export type HomePage = ReturnType<typeof createHomePage>

interface Needs {
  db: Sql
  backend: CommerceBackend
  picture: PictureView
  log: Pick<FastifyBaseLogger, 'warn'>
  /** What the merchant wrote as home page in the shop system, unchecked; null: nothing. */
  merchantBlock?(locale: Locale): Promise<unknown>
}

/** The home page: the merchant's document, or one made from the catalogue, with the goods of now. */
export function createHomePage({ db, backend, picture, log, merchantBlock }: Needs) {
  async function get(locale: Locale): Promise<Home> {
    const document = (await writtenFor(locale)) ?? (await composeHome(backend, locale))
    const goods = await lookUp(backend, locale, document)
    const blocks = document.blocks.map((block) => resolveBlock(block, goods, locale, picture))
    return { blocks: blocks.filter((block): block is HomeBlock => block !== null) }
  }

  /** What is written in the shop system comes before what was imported here; null: the page has to be composed. */
  async function writtenFor(locale: Locale): Promise<HomeDocument | null> {
    const block = await readBlock(locale)
    if (block === null) return readHome(db)
    const { data, error } = HomeDocument.safeParse(block)
    if (error) log.warn({ problems: z.prettifyError(error) }, 'the home page in the shop system does not fit')
    return data ?? null
  }

  /** A block that cannot be read must not cost the shopper the whole page. */
  async function readBlock(locale: Locale): Promise<unknown> {
    try {
      return (await merchantBlock?.(locale)) ?? null
    } catch (error) {
      log.warn({ err: error }, 'the home page in the shop system could not be read')
      return null
    }
  }

  return { get }
}

async function readHome(db: Sql): Promise<HomeDocument | null> {
  const [row] = await db.select().from(documents).where(eq(documents.name, NAME))
  // Written by an older version it may not fit any more: better the composed page than none.
  return row ? (HomeDocument.safeParse(row.content).data ?? null) : null
}

/** Puts `document` in place of the home page. The caller has checked it with `HomeDocument`. */
export async function writeHome(db: Sql, content: HomeDocument, now: Date): Promise<void> {
  await db
    .insert(documents)
    .values({ name: NAME, content, updatedAt: now })
    .onConflictDoUpdate({ target: documents.name, set: { content, updatedAt: now } })
}
