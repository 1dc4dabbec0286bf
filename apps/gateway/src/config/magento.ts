import type { MagentoOptions } from '@xiaopu/commerce-magento'
import { z } from 'zod'
import { problemsIn } from './problems'
import { address, text } from './values'

/** How to be this merchant's integration towards its Magento. */
export interface MagentoSettings
  extends Pick<
    MagentoOptions,
    | 'url'
    | 'storeViews'
    | 'integration'
    | 'paymentMethod'
    | 'customerEmailDomain'
    | 'orderNumberPrefix'
    | 'undeliverableAttribute'
    | 'login'
  > {
  /** What Magento's webhook signs with; without it there is no webhook, and changes are found by looking. */
  webhookSecret?: string
}

const VIEWS = 'must be a store view code, or one for each language: zh-CN=default,en=en'

/** `default` for both languages, or `zh-CN=default,en=en`. Codes as Magento allows them. */
const storeViews = z.string().transform((value, context): MagentoSettings['storeViews'] => {
  const code = /^[a-z]\w*$/i
  if (code.test(value)) return { 'zh-CN': value, en: value }
  const views = Object.fromEntries(value.split(',').map((pair) => pair.split('=').map((part) => part.trim())))
  const { 'zh-CN': chinese = '', en = '', ...others } = views as Record<string, string>
  if (code.test(chinese) && code.test(en) && Object.keys(others).length === 0) return { 'zh-CN': chinese, en }
  context.addIssue({ code: 'custom', message: VIEWS })
  return z.NEVER
})

/** Read only where the shop runs on Magento. */
const MagentoVariables = z.object({
  MAGENTO_URL: address,
  MAGENTO_CONSUMER_KEY: text,
  MAGENTO_CONSUMER_SECRET: text,
  MAGENTO_ACCESS_TOKEN: text,
  MAGENTO_ACCESS_TOKEN_SECRET: text,
  MAGENTO_STORE_VIEWS: storeViews,
  MAGENTO_PAYMENT_METHOD: text.regex(/^\w+$/, 'must be the code of a payment method'),
  MAGENTO_EMAIL_DOMAIN: z.hostname('must be a domain such as wx.shop.example').optional(),
  MAGENTO_ORDER_PREFIX: z
    .string()
    .regex(/^[0-9A-Za-z_-]{1,12}$/, 'must be at most 12 of 0-9A-Za-z_-: WeChat Pay takes nothing else in a number')
    .optional(),
  MAGENTO_WEBHOOK_SECRET: z.string().min(16, 'must have 16 characters or more').optional(),
  MAGENTO_UNDELIVERABLE_ATTRIBUTE: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,59}$/, 'must be the code of a product attribute: small letters, digits and _')
    .optional(),
  MAGENTO_LOGIN: z
    .enum(['auto', 'token-endpoint', 'module', 'exchange', 'password'], {
      error: 'must be auto, token-endpoint, module, exchange or password',
    })
    .optional(),
})

/**
 * Shoppers need an e-mail address in Magento. Where nothing else is said it is under the shop's own domain, in a name of
 * its own that gets no mail: `wx.shop.example`. null: the shop is reached at no domain.
 */
function emailDomainUnder(shopUrl: string): string | null {
  const host = new URL(shopUrl).hostname.replace(/^www\./, '')
  return /^[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z][a-z\d-]+$/.test(host) ? `wx.${host}` : null
}

/** The settings of a Magento; what is wrong with them is added to `problems`. */
export function readMagento(
  given: Record<string, string | undefined>,
  problems: string[],
): MagentoSettings | undefined {
  const { data, error } = MagentoVariables.safeParse(given)
  problems.push(...problemsIn(error, given))
  if (!data) return undefined
  const emailDomain = data.MAGENTO_EMAIL_DOMAIN ?? emailDomainUnder(data.MAGENTO_URL)
  if (!emailDomain) {
    problems.push(
      'MAGENTO_EMAIL_DOMAIN is missing: MAGENTO_URL has no domain that placeholder addresses could be under',
    )
    return undefined
  }
  return {
    url: data.MAGENTO_URL,
    storeViews: data.MAGENTO_STORE_VIEWS,
    integration: {
      consumerKey: data.MAGENTO_CONSUMER_KEY,
      consumerSecret: data.MAGENTO_CONSUMER_SECRET,
      accessToken: data.MAGENTO_ACCESS_TOKEN,
      accessTokenSecret: data.MAGENTO_ACCESS_TOKEN_SECRET,
    },
    paymentMethod: data.MAGENTO_PAYMENT_METHOD,
    customerEmailDomain: emailDomain,
    orderNumberPrefix: data.MAGENTO_ORDER_PREFIX,
    undeliverableAttribute: data.MAGENTO_UNDELIVERABLE_ATTRIBUTE,
    login: data.MAGENTO_LOGIN,
    webhookSecret: data.MAGENTO_WEBHOOK_SECRET,
  }
}
