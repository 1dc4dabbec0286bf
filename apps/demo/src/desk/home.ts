import { DeskRefusal } from './desk'
import type { ShopApi } from './shop-api'

/** What the page shows of the home page; as much of the gateway's answer as it needs. */
export interface HomeState {
  newest: number
  revision: number
  shownFrom: 'gateway' | 'shop_system' | 'catalogue'
  hasDraft: boolean
  document: unknown
  versions: { number: number; state: string; visibleFrom: string; publishedBy: { name: string } }[]
}

/** A document, and what its writer knew when they began. */
interface Written {
  document: unknown
  basedOn: number
  revision: number
}

const AT = '/v1/merchant/home'
const SHOWN = 6

/** The home page at the gateway: the same with both back ends, though a block in a Magento comes before it. */
export function createHomeRoom(ask: ShopApi) {
  async function look(): Promise<HomeState> {
    const [bench, { items }] = await Promise.all([
      ask<Omit<HomeState, 'versions' | 'hasDraft'> & { draft: unknown }>('GET', AT),
      ask<{ items: HomeState['versions'] }>('GET', `${AT}/versions?limit=${SHOWN}`),
    ])
    const { newest, revision, shownFrom, document, draft } = bench
    return { newest, revision, shownFrom, document, hasDraft: draft !== null, versions: items }
  }

  const save = async ({ document, basedOn, revision }: Written) =>
    (await ask<{ revision: number }>('PUT', `${AT}/draft`, { body: { document, basedOn, revision } })).revision

  // What comes is the page's own; whether it makes sense is for the gateway to say.
  const acts: Record<string, (given: never) => Promise<unknown>> = {
    check: ({ document }: Written) => ask('POST', `${AT}/check`, { body: { document } }),
    save: async (given: Written) => ({ revision: await save(given) }),
    async preview() {
      const { token } = await ask<{ token: string }>('POST', `${AT}/previews`, { body: { version: null } })
      return { path: `pages/home/index?preview=${token}` }
    },
    publish: ({ revision, publishAt }: { revision: number; publishAt: string | null }) =>
      ask('POST', `${AT}/publish`, { body: { revision, publishAt } }),
    restore: ({ number, basedOn }: { number: number; basedOn: number }) =>
      ask('POST', `${AT}/versions/${Number(number)}/restore`, { body: { basedOn } }),
    withdraw: ({ number }: { number: number }) => ask('POST', `${AT}/versions/${Number(number)}/withdraw`),
  }

  /** @throws DeskRefusal for an act there is not, and for what the gateway refuses */
  async function perform(act: string, given: unknown): Promise<unknown> {
    const known = Object.hasOwn(acts, act) ? acts[act] : undefined
    if (!known) throw new DeskRefusal('not_found', 404, `There is no ${act}`)
    return known((given ?? {}) as never)
  }

  return { look, perform }
}

export type HomeRoom = ReturnType<typeof createHomeRoom>
