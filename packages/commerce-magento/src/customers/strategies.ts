import { createHash, createHmac, randomBytes } from 'node:crypto'
import { CustomerTokenDocument, ExchangeCustomerTokenDocument } from '../operations/documents'
import type { IntegrationKeys, LoginStrategyName } from '../options'
import { MagentoMisconfigured, MagentoRefusal } from '../transport/errors'
import type { GraphqlClient } from '../transport/graphql'
import type { RestClient } from '../transport/rest'
import type { Account } from './account'

/** One way to a customer's token without asking the customer for anything. */
export interface LoginStrategy {
  name: LoginStrategyName
  /** @throws MagentoRefusal where this Magento does not offer it, BackendUnavailable */
  mint(account: Account): Promise<string>
}

interface Needs {
  rest: RestClient
  graphql: GraphqlClient
  graphqlUrl: string
  store: string
  integration: IntegrationKeys
}

/** In the order in which they are tried. */
export function loginStrategies(needs: Needs): LoginStrategy[] {
  return [tokenEndpoint(needs), ownModule(needs), exchange(needs), derivedPassword(needs)]
}

/** Magento 2.4.9's own: `POST /V1/customers/{id}/token`. */
const tokenEndpoint = ({ rest }: Needs): LoginStrategy => ({
  name: 'token-endpoint',
  mint: ({ magentoId }) => rest.post<string>(`customers/${magentoId}/token`),
})

/** The same from our small module, for 2.4.7 and 2.4.8; guarded by an ACL resource of our integration. */
const ownModule = ({ rest }: Needs): LoginStrategy => ({
  name: 'module',
  mint: ({ magentoId }) => rest.post<string>(`xiaopu/customers/${magentoId}/token`),
})

/**
 * Adobe Commerce 2.4.9's exchange of an outside customer. It logs in whoever has the e-mail: ours has an account before
 * it is asked for, and the answer must name it.
 */
const exchange = ({ rest, graphql, graphqlUrl, store }: Needs): LoginStrategy => ({
  name: 'exchange',
  async mint({ email }) {
    const { exchangeExternalCustomerToken: answer } = await graphql.change(
      ExchangeCustomerTokenDocument,
      { customer: { email, firstname: '顾客', lastname: '微信' } },
      { store, authorization: rest.authorization('POST', graphqlUrl) },
    )
    if (answer?.customer.email?.toLowerCase() !== email.toLowerCase()) {
      throw new MagentoRefusal('authorization', 'ExchangeCustomerToken', 200)
    }
    return answer.token
  },
})

/** Any Magento: a password only we can work out. A shopper who changed it at the shop's own website gets it put back. */
function derivedPassword({ rest, graphql, store, integration }: Needs): LoginStrategy {
  return {
    name: 'password',
    async mint(account) {
      const password = passwordOf(integration, account.email)
      const logIn = async () => {
        const { generateCustomerToken } = await graphql.change(
          CustomerTokenDocument,
          { email: account.email, password },
          { store },
        )
        if (!generateCustomerToken?.token) throw new MagentoRefusal('authentication', 'CustomerToken', 200)
        return generateCustomerToken.token
      }
      try {
        return await logIn()
      } catch (error) {
        if (!(error instanceof MagentoRefusal)) throw error
        if (!error.isAboutIdentity) throw captcha(error)
        await putBack(rest, account, password)
        return logIn()
      }
    },
  }
}

function captcha(cause: Error): Error {
  const what = 'Magento refuses logins by password: switch off CAPTCHA and reCAPTCHA for customer login'
  return new MagentoMisconfigured(what, { cause })
}

async function putBack(rest: RestClient, { magentoId, email }: Account, password: string): Promise<void> {
  const { firstname, lastname, website_id } = await rest.get<Record<string, unknown>>(`customers/${magentoId}`)
  await rest.put(`customers/${magentoId}`, {
    customer: { id: magentoId, email, firstname, lastname, website_id },
    passwordHash: magentoHash(password),
  })
}

/** Magento's `hash:salt:version`; version 1 is SHA-256 over salt and password, and is taken by every 2.4. */
function magentoHash(password: string): string {
  const salt = randomBytes(16).toString('hex')
  return `${createHash('sha256').update(`${salt}${password}`).digest('hex')}:${salt}:1`
}

/** Four kinds of characters, as Magento's rules for passwords may demand. */
export function passwordOf({ accessTokenSecret }: IntegrationKeys, email: string): string {
  const secret = createHmac('sha256', accessTokenSecret).update(`xiaopu customer ${email}`).digest('base64url')
  return `Xp1.${secret}`
}
