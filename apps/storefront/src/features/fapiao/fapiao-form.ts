import type { FapiaoRequest } from '@xiaopu/contract'
import type { InvoiceTitle } from '../../wechat'
import { isTaxNumber } from './tax-number'

export type FapiaoKind = 'none' | FapiaoRequest['kind']

/** What is typed, as it stands. */
export interface FapiaoForm {
  kind: FapiaoKind
  title: string
  taxNumber: string
  companyAddress: string
  phone: string
  bankName: string
  bankAccount: string
  email: string
}

export const EMPTY_FAPIAO: FapiaoForm = {
  kind: 'none',
  title: '',
  taxNumber: '',
  companyAddress: '',
  phone: '',
  bankName: '',
  bankAccount: '',
  email: '',
}

/** Which part of it stands in the way, from top to bottom. */
export type FapiaoProblem = 'title' | 'taxNumber' | 'email'
const FIELDS: readonly FapiaoProblem[] = ['title', 'taxNumber', 'email']

const EMAIL = /^[^\s@]+@[^\s@]+\.[A-Za-z]{2,}$/

/** As people type it: small letters, spaces and dashes from a printed card, full-width characters of a Chinese keyboard. */
export const tidyTaxNumber = (typed: string) =>
  typed
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s-]/g, '')
    .toUpperCase()

const orNull = (text: string) => text.trim() || null

/** What is asked for, or which fields stand in the way. */
export function readFapiao(form: FapiaoForm): { fapiao: FapiaoRequest | null; problems: FapiaoProblem[] } {
  const title = form.title.trim()
  if (form.kind === 'none') return { fapiao: null, problems: [] }
  const taxNumber = tidyTaxNumber(form.taxNumber)
  const email = orNull(form.email)
  const fine = {
    title: title !== '',
    taxNumber: form.kind === 'personal' || isTaxNumber(taxNumber),
    email: email === null || EMAIL.test(email),
  }
  const problems = FIELDS.filter((field) => !fine[field])
  if (problems.length > 0) return { fapiao: null, problems }
  if (form.kind === 'personal') return { fapiao: { kind: 'personal', title, ...(email && { email }) }, problems }
  const fapiao: FapiaoRequest = {
    kind: 'company',
    title,
    taxNumber,
    companyAddress: orNull(form.companyAddress),
    phone: orNull(form.phone),
    bankName: orNull(form.bankName),
    bankAccount: orNull(form.bankAccount),
    ...(email && { email }),
  }
  return { fapiao, problems }
}

/** A title of the shopper's WeChat in the form's fields. */
export const formFrom = (chosen: InvoiceTitle): FapiaoForm => ({
  kind: chosen.kind === 'company' ? 'company' : 'personal',
  title: chosen.title,
  taxNumber: tidyTaxNumber(chosen.taxNumber),
  companyAddress: chosen.companyAddress,
  phone: chosen.telephone,
  bankName: chosen.bankName,
  bankAccount: chosen.bankAccount,
  email: '',
})

/** What was asked for before, or is kept, in the form's fields. */
export function formOf(fapiao: FapiaoRequest | null): FapiaoForm {
  if (fapiao === null) return EMPTY_FAPIAO
  const { kind, title } = fapiao
  const form = { ...EMPTY_FAPIAO, kind, title, email: fapiao.email ?? '' }
  if (fapiao.kind === 'personal') return form
  const { taxNumber, companyAddress, phone, bankName, bankAccount } = fapiao
  return {
    ...form,
    taxNumber,
    companyAddress: companyAddress ?? '',
    phone: phone ?? '',
    bankName: bankName ?? '',
    bankAccount: bankAccount ?? '',
  }
}

export const isSameForm = (one: FapiaoForm, other: FapiaoForm) =>
  (Object.keys(EMPTY_FAPIAO) as (keyof FapiaoForm)[]).every((name) => one[name] === other[name])

/** The gateway's `body.taxNumber` is the field of the tax number. What belongs to no field of the form is left out. */
export function refusedFields(fields: readonly { path: string }[] = []): FapiaoProblem[] {
  const names = fields.map(({ path }) => path.split('.').at(-1))
  return FIELDS.filter((field) => names.includes(field))
}
