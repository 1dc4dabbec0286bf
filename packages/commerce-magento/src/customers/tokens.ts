import { BackendUnavailable, type Customer } from '@xiaopu/commerce'
import type { LoginStrategyName } from '../options'
import { TILL_LOCALE } from '../shop'
import type { StoreViews } from '../store/store-views'
import { AnswerLost, MagentoMisconfigured, MagentoRefusal, NotSent } from '../transport/errors'
import type { Asking } from '../transport/graphql'
import type { Account, Accounts } from './account'
import type { LoginStrategy } from './strategies'

/** A token is not used in its last minutes: Magento may call an expired one a guest instead of refusing it. */
const MARGIN = 5 * 60_000
/** Tokens kept in this process; another one mints its own. */
const MOST = 10_000

interface Kept {
  token: string
  until: number
}

export type Tokens = ReturnType<typeof createTokens>

interface Needs {
  accounts: Accounts
  strategies: LoginStrategy[]
  login: 'auto' | LoginStrategyName
  views: StoreViews
  clock: () => Date
}

/** Acts as a shopper at Magento. Tokens stay in this process and never reach a phone. */
export function createTokens({ accounts, strategies, login, views, clock }: Needs) {
  const kept = new Map<string, Kept>()
  let settled = login === 'auto' ? undefined : strategies.find(({ name }) => name === login)

  /**
   * Does `work` as the shopper. Where Magento takes the token for no one's, a new one is minted and the work done again,
   * once: what was refused for who asked has changed nothing.
   */
  async function as<Result>(
    { id }: Customer,
    work: (asking: Asking, account: Account) => Promise<Result>,
  ): Promise<Result> {
    const account = await accounts.of(id)
    const asking = await views.asking(TILL_LOCALE)
    try {
      return await work({ ...asking, token: await tokenOf(account) }, account)
    } catch (error) {
      if (!(error instanceof MagentoRefusal) || !error.isAboutIdentity) throw error
      kept.delete(account.email)
      return work({ ...asking, token: await tokenOf(account) }, account)
    }
  }

  async function tokenOf(account: Account): Promise<string> {
    const known = kept.get(account.email)
    const now = clock().getTime()
    if (known && known.until > now) return known.token
    const token = await mint(account)
    const { tokenLifetime } = await views.view(TILL_LOCALE)
    kept.delete(account.email)
    kept.set(account.email, { token, until: now + Math.max(tokenLifetime - MARGIN, tokenLifetime / 2) })
    if (kept.size > MOST) kept.delete(kept.keys().next().value!)
    return token
  }

  /** By the way that is known to work; the first time, by the first that does. */
  async function mint(account: Account): Promise<string> {
    if (settled) return settled.mint(account)
    for (const strategy of strategies) {
      try {
        const token = await strategy.mint(account)
        settled = strategy
        return token
      } catch (error) {
        if (!isNotOffered(strategy, error)) throw error
      }
    }
    throw new MagentoMisconfigured('No way to log shoppers in: install our module, or use Magento 2.4.9')
  }

  return { as, strategy: (): LoginStrategyName | null => settled?.name ?? null }
}

/** A refusal, or a field the schema does not have. A store that is down says nothing of what it offers. */
function isNotOffered({ name }: LoginStrategy, error: unknown): boolean {
  if (error instanceof MagentoRefusal) return true
  const answered = ![AnswerLost, NotSent, MagentoMisconfigured].some((kind) => error instanceof kind)
  return name === 'exchange' && error instanceof BackendUnavailable && answered
}
