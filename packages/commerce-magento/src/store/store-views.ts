import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import type { Locale } from '@xiaopu/commerce'
import { StoreConfigDocument, type StoreConfigQuery } from '../operations/documents'
import { MagentoMisconfigured, MagentoRefusal } from '../transport/errors'
import type { Asking, GraphqlClient } from '../transport/graphql'
import type { ReadCache } from '../transport/read-cache'

interface Needs {
  graphql: GraphqlClient
  cache: ReadCache
  storeViews: Record<Locale, string>
}

export interface StoreView {
  code: string
  rootCategory: string
  /** Whether an address in China may come without a postcode. */
  postcodeOptional: boolean
  /** Of a customer's token, ms. */
  tokenLifetime: number
  guestCheckout: boolean
  website: string
}

export type StoreViews = ReturnType<typeof createStoreViews>

/** The store views of the two languages: how they are set up, and reads of what everybody may see. */
export function createStoreViews({ graphql, cache, storeViews }: Needs) {
  /** Stores that have refused the currency header (magento2#41242): it is not sent there again. */
  const withoutHeader = new Set<string>()

  function config(locale: Locale): Promise<StoreConfigQuery> {
    const store = storeViews[locale]
    return cache.get(`${store} StoreConfig`, () => graphql.read(StoreConfigDocument, {}, { store }))
  }

  async function view(locale: Locale): Promise<StoreView> {
    const { storeConfig } = await config(locale)
    const root = storeConfig?.root_category_uid
    if (!root) throw new MagentoMisconfigured(`The store view ${storeViews[locale]} has no root category`)
    return {
      code: storeViews[locale],
      rootCategory: root,
      postcodeOptional: (storeConfig.optional_zip_countries ?? '').split(',').includes('CN'),
      tokenLifetime: (storeConfig.customer_access_token_lifetime ?? 1) * 3_600_000,
      guestCheckout: storeConfig.is_guest_checkout_enabled ?? false,
      website: storeConfig.website_code ?? 'base',
    }
  }

  /** The currency header is sent only where it is needed: stores refuse it where they need not. */
  async function asking(locale: Locale): Promise<Asking> {
    const store = storeViews[locale]
    const { storeConfig, currency } = await config(locale)
    const needed = storeConfig?.default_display_currency_code !== 'CNY'
    const offered = currency?.available_currency_codes?.includes('CNY') ?? false
    return needed && offered && !withoutHeader.has(store) ? { store, currency: 'CNY' } : { store }
  }

  /** What everybody sees alike, as new as asked. */
  async function read<Result, Variables extends object>(
    locale: Locale,
    document: TypedDocumentNode<Result, Variables>,
    variables: Variables,
  ): Promise<Result> {
    const who = await asking(locale)
    try {
      return await graphql.read(document, variables, who)
    } catch (error) {
      if (!who.currency || !(error instanceof MagentoRefusal) || error.category !== 'input') throw error
      withoutHeader.add(who.store)
      return graphql.read(document, variables, { store: who.store })
    }
  }

  /** The same from the cache. `absent`: what stands for a thing Magento says is not there. */
  function readCached<Result, Variables extends object>(
    locale: Locale,
    document: TypedDocumentNode<Result, Variables>,
    variables: Variables,
    absent?: Result,
  ): Promise<Result> {
    const key = `${storeViews[locale]} CNY ${nameOf(document)} ${JSON.stringify(variables)}`
    return cache.get(key, async () => {
      try {
        return await read(locale, document, variables)
      } catch (error) {
        const isAbsent = error instanceof MagentoRefusal && error.category === 'no-such-entity'
        if (isAbsent && absent !== undefined) return absent
        throw error
      }
    })
  }

  return { codes: [...new Set(Object.values(storeViews))], view, asking, read, readCached }
}

function nameOf(document: TypedDocumentNode<unknown, never> | object): string {
  const { definitions } = document as { definitions: readonly { name?: { value: string } }[] }
  return definitions.map(({ name }) => name?.value).join()
}
