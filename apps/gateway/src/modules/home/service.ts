import type { Home, HomeBlock, HomeDocument, Locale } from '@xiaopu/contract'
import { HomeDocument as Document } from '@xiaopu/contract'
import type { FastifyBaseLogger } from 'fastify'
import { z } from 'zod'
import type { Clock } from '../../clock'
import { notFound } from '../../http/refusal'
import { composeHome } from './default-home'
import type { HomeDrafts } from './draft'
import { type HomeSources, lookUp } from './goods'
import { createReading } from './reading'
import { resolveBlock } from './resolve'
import type { HomeVersions } from './versions'

export type HomePage = ReturnType<typeof createHomePage>

interface Needs {
  sources: HomeSources
  versions: HomeVersions
  drafts: HomeDrafts
  clock: Clock
  log: Pick<FastifyBaseLogger, 'warn'>
  /** What the merchant wrote as home page in the shop system, unchecked; null: nothing. */
  merchantBlock?(locale: Locale): Promise<unknown>
}

export interface WrittenHome {
  document: HomeDocument
  from: 'shop_system' | 'gateway' | 'catalogue'
}

/** The home page: the merchant's document, or one made from the catalogue, with the goods of now. */
export function createHomePage({ sources, versions, drafts, clock, log, merchantBlock }: Needs) {
  async function get(locale: Locale): Promise<Home> {
    return show((await written(locale)).document, locale)
  }

  /** @throws Refusal `not_found`: the token is none, its day is over, or the draft it was for has been published */
  async function preview(token: string, locale: Locale): Promise<Home> {
    const { version } = await drafts.previewed(token)
    const seen = version === null ? (await drafts.get()).draft : await versions.find(version)
    if (!seen) throw notFound('draft')
    return show(seen.document, locale)
  }

  async function show(document: HomeDocument, locale: Locale): Promise<Home> {
    const reading = createReading(await lookUp(sources, locale, document), locale, sources.picture, clock())
    const blocks = document.blocks.map((block) => resolveBlock(block, reading, sources.picture))
    return { blocks: blocks.filter((block): block is HomeBlock => block !== null) }
  }

  /** What is written in the shop system comes first, then what was published here, then what the catalogue makes of itself. */
  async function written(locale: Locale): Promise<WrittenHome> {
    const block = await readBlock(locale)
    if (block !== null) {
      const { data, error } = Document.safeParse(block)
      if (data) return { document: data, from: 'shop_system' }
      log.warn({ problems: z.prettifyError(error) }, 'the home page in the shop system does not fit')
    } else {
      const document = (await versions.current())?.document
      if (document) return { document, from: 'gateway' }
    }
    return { document: await composeHome(sources.backend, locale), from: block === null ? 'catalogue' : 'shop_system' }
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

  return { get, preview, written }
}
