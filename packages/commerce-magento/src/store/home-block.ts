import type { Locale } from '@xiaopu/commerce'
import { unescaped } from '../mapping/plain-text'
import { CmsBlocksDocument } from '../operations/documents'
import type { StoreViews } from './store-views'

const IDENTIFIER = 'wx_home'

/**
 * The home page a merchant wrote as JSON into the CMS block `wx_home`; null: there is none, or it is no JSON. Its form
 * is the gateway's to check. Page Builder wraps what is typed in into tags and entities.
 */
export async function homeDocument(views: StoreViews, locale: Locale): Promise<unknown> {
  const none = { cmsBlocks: null }
  const { cmsBlocks } = await views.readCached(locale, CmsBlocksDocument, { identifiers: [IDENTIFIER] }, none)
  const content = cmsBlocks?.items?.find((block) => block?.identifier === IDENTIFIER)?.content ?? ''
  const bare = content.replace(/<style\b[\s\S]*?<\/style\s*>/gi, '').replace(/<\/?[a-z][^>]*>/gi, '')
  return jsonOf(bare) ?? jsonOf(unescaped(bare))
}

function jsonOf(text: string): unknown {
  const start = text.indexOf('{')
  if (start === -1) return null
  try {
    return JSON.parse(text.slice(start, text.lastIndexOf('}') + 1))
  } catch {
    return null
  }
}
