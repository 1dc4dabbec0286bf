import type { FapiaoRequest } from '@xiaopu/contract'
import type { InvoiceTitle } from '../../wechat'
import { isTaxNumber } from '../fapiao/tax-number'

export type FapiaoKind = 'none' | FapiaoRequest['kind']

/** What is typed into the sheet, as it stands. */
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

export type FapiaoProblem = 'title' | 'taxNumber' | 'email'

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
  const problems: FapiaoProblem[] = title ? [] : ['title']
  const email = orNull(form.email)
  if (email && !EMAIL.test(email)) problems.push('email')
  if (form.kind === 'personal') {
    return { fapiao: problems.length === 0 ? { kind: 'personal', title, ...(email && { email }) } : null, problems }
  }
  const taxNumber = tidyTaxNumber(form.taxNumber)
  if (!isTaxNumber(taxNumber)) problems.push('taxNumber')
  if (problems.length > 0) return { fapiao: null, problems }
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

/** A title of the shopper's WeChat in the sheet's fields. */
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

/** What was asked for before, in the sheet's fields. */
export function formOf(fapiao: FapiaoRequest | null): FapiaoForm {
  if (fapiao === null) return EMPTY_FAPIAO
  const email = fapiao.email ?? ''
  if (fapiao.kind === 'personal') return { ...EMPTY_FAPIAO, ...fapiao, email }
  const { companyAddress, phone, bankName, bankAccount } = fapiao
  return {
    ...fapiao,
    companyAddress: companyAddress ?? '',
    phone: phone ?? '',
    bankName: bankName ?? '',
    bankAccount: bankAccount ?? '',
    email,
  }
}
