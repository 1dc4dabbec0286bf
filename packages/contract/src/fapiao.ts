import { z } from 'zod'
import { Fen, Id, Instant } from './primitives'
import { isTaxNumber } from './tax-number'

const TaxNumber = z
  .string()
  .refine(isTaxNumber, '15 or 20 digits and capitals, or a unified social credit code of 18 whose last one checks it')
const Email = z.email('an e-mail address').max(100)

const personal = { kind: z.literal('personal'), title: z.string().trim().min(1).max(100) }
const company = {
  kind: z.literal('company'),
  title: z.string().trim().min(1).max(100),
  taxNumber: TaxNumber,
  companyAddress: z.string().max(200).nullable(),
  phone: z.string().max(30).nullable(),
  bankName: z.string().max(100).nullable(),
  bankAccount: z.string().max(50).nullable(),
}
const email = { email: Email.nullish().describe('Where it is to be sent as well') }

/** Whom a fapiao is to be made out to. */
export const FapiaoRequest = z
  .discriminatedUnion('kind', [z.strictObject({ ...personal, ...email }), z.strictObject({ ...company, ...email })])
  .meta({ id: 'FapiaoRequest' })
export type FapiaoRequest = z.infer<typeof FapiaoRequest>

/** As it was asked for: what an older rule let in is still shown. */
export const RequestedFapiao = z
  .discriminatedUnion('kind', [
    z.object({ ...personal, email: z.string().nullish() }),
    z.object({ ...company, taxNumber: z.string(), email: z.string().nullish() }),
  ])
  .meta({ id: 'RequestedFapiao' })

/** What has become of the fapiao of an order that was paid. */
export const FapiaoState = z
  .object({
    status: z.enum(['requested', 'issued']),
    requestedAt: Instant,
    issuedAt: Instant.nullable(),
    number: z.string().nullable(),
    link: z.string().nullable().describe('Where it can be read, also outside WeChat'),
    document: z.boolean().describe('Whether the link is a PDF this gateway serves, which the app itself can open'),
    refusal: z
      .string()
      .nullish()
      .describe('Why the shop does not issue what was requested, in its words: it can be asked for again, put right'),
    mailedAt: Instant.nullish().describe(
      'When it went to the e-mail address; null: it has not, or the shop mails none',
    ),
  })
  .meta({ id: 'FapiaoState' })
export type FapiaoState = z.infer<typeof FapiaoState>

/** How many titles a shopper can keep. */
export const MAX_FAPIAO_TITLES = 20

const isDefault = { isDefault: z.boolean() }
export const FapiaoTitleToSave = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...personal, ...email, ...isDefault }),
    z.strictObject({ ...company, ...email, ...isDefault }),
  ])
  .meta({ id: 'FapiaoTitleToSave' })
export type FapiaoTitleToSave = z.infer<typeof FapiaoTitleToSave>

const saved = { id: Id, isDefault: z.boolean(), email: z.string().nullable() }
export const FapiaoTitle = z
  .discriminatedUnion('kind', [
    z.object({ ...personal, ...saved }),
    z.object({ ...company, taxNumber: z.string(), ...saved }),
  ])
  .meta({ id: 'FapiaoTitle' })
export type FapiaoTitle = z.infer<typeof FapiaoTitle>

/** A PDF of one page or two; a scan is no fapiao. */
export const MAX_FAPIAO_BYTES = 1_000_000

/** Made elsewhere, told here: its number, and either the PDF itself or where the tax platform shows it. */
export const IssuedFapiao = z
  .strictObject({
    number: z.string().regex(/^\d{8,20}$/, '8 to 20 digits'),
    link: z
      .url({ protocol: /^https$/, error: 'an https address' })
      .max(1000)
      .nullable(),
    pdf: z
      .base64('a PDF in base64')
      .max(Math.ceil(MAX_FAPIAO_BYTES / 3) * 4)
      .nullable(),
  })
  .refine(({ link, pdf }) => (link === null) !== (pdf === null), { error: 'either a link or a PDF', path: ['link'] })

/** Why it is not issued, for the shopper to read. */
export const FapiaoRefusal = z.strictObject({ reason: z.string().trim().min(1).max(200) })

/** One the shop still owes. */
export const WaitingFapiao = z
  .object({
    orderId: Id,
    orderNumber: z.string(),
    total: Fen.describe('What is to be on it: what was paid less what went back'),
    requestedAt: Instant,
    fapiao: RequestedFapiao,
  })
  .meta({ id: 'WaitingFapiao' })
export type WaitingFapiao = z.infer<typeof WaitingFapiao>
