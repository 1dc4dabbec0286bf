import { BackendUnavailable } from '@xiaopu/commerce'

/** What Magento says is wrong, by `extensions.category` or HTTP status; its messages are translated and never read. */
export type MagentoCategory =
  | 'input'
  | 'no-such-entity'
  | 'already-exists'
  | 'authorization'
  | 'authentication'
  | 'too-many-requests'

/** Magento understood and refused. The layer that asked knows what it means; escaping from there it is a bug. */
export class MagentoRefusal extends Error {
  override name = 'MagentoRefusal'
  constructor(
    readonly category: MagentoCategory,
    readonly operation: string,
    readonly httpStatus: number,
  ) {
    super(`Magento refused ${operation}: ${category} (HTTP ${httpStatus})`)
  }

  /** The token has expired, or whoever it names may not do this. */
  get isAboutIdentity(): boolean {
    return this.category === 'authorization' || this.category === 'authentication'
  }
}

/** The store is not set up as it has to be; the message says what to change. To a shopper it is unavailable. */
export class MagentoMisconfigured extends BackendUnavailable {
  override name = 'MagentoMisconfigured'
}

/** The request may have been done: the answer was lost, or took too long. */
export class AnswerLost extends BackendUnavailable {
  override name = 'AnswerLost'
}

/** The request never left: nobody was there to take it. */
export class NotSent extends BackendUnavailable {
  override name = 'NotSent'
}

const CATEGORIES: Record<string, MagentoCategory> = {
  'graphql-input': 'input',
  'graphql-no-such-entity': 'no-such-entity',
  'graphql-already-exists': 'already-exists',
  'graphql-authorization': 'authorization',
  'graphql-authentication': 'authentication',
  'graphql-too-many-requests': 'too-many-requests',
}

const STATUSES: Record<number, MagentoCategory> = {
  400: 'input',
  401: 'authentication',
  403: 'authorization',
  404: 'no-such-entity',
  405: 'no-such-entity',
  409: 'already-exists',
  422: 'input',
  429: 'too-many-requests',
}

interface WireError {
  extensions?: { category?: unknown }
}

/**
 * The one place where an answer of Magento's becomes an error of ours. `errors` of a GraphQL answer count before its
 * HTTP status (Magento answers 200 or 4xx as it likes, commerce-webapi#362). What has no category we know is masked or
 * invalid: nothing a shopper can do anything about, so that it counts as unavailable.
 */
export function refusalOf(operation: string, httpStatus: number, errors: readonly WireError[]): Error {
  const named = errors.map(({ extensions }) => CATEGORIES[String(extensions?.category)]).find(Boolean)
  const category = named ?? (errors.length > 0 && httpStatus === 200 ? undefined : STATUSES[httpStatus])
  if (category === 'too-many-requests') return new BackendUnavailable(`Magento takes no more requests: ${operation}`)
  if (category) return new MagentoRefusal(category, operation, httpStatus)
  return new BackendUnavailable(`Magento failed at ${operation} (HTTP ${httpStatus}): ${wordsOf(errors)}`)
}

/** For the log only. */
function wordsOf(errors: readonly WireError[]): string {
  return errors
    .map((error) => String((error as { message?: unknown }).message ?? ''))
    .join('; ')
    .slice(0, 500)
}
