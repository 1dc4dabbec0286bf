import type { FapiaoRequest } from '@xiaopu/contract'
import type { InvoiceTitle } from '../../wechat'

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
}

export const EMPTY_FAPIAO: FapiaoForm = {
  kind: 'none',
  title: '',
  taxNumber: '',
  companyAddress: '',
  phone: '',
  bankName: '',
  bankAccount: '',
}

export type FapiaoProblem = 'title' | 'taxNumber'

/** Unified social credit code (18), or the older 15- and 20-character numbers. */
const TAX_NUMBER = /^([0-9A-Z]{15}|[0-9A-Z]{18}|[0-9A-Z]{20})$/

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
  if (form.kind === 'personal') return { fapiao: title ? { kind: 'personal', title } : null, problems }
  const taxNumber = tidyTaxNumber(form.taxNumber)
  if (!TAX_NUMBER.test(taxNumber)) problems.push('taxNumber')
  if (problems.length > 0) return { fapiao: null, problems }
  const fapiao: FapiaoRequest = {
    kind: 'company',
    title,
    taxNumber,
    companyAddress: orNull(form.companyAddress),
    phone: orNull(form.phone),
    bankName: orNull(form.bankName),
    bankAccount: orNull(form.bankAccount),
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
})

/** What was asked for before, in the sheet's fields. */
export function formOf(fapiao: FapiaoRequest | null): FapiaoForm {
  if (fapiao === null) return EMPTY_FAPIAO
  if (fapiao.kind === 'personal') return { ...EMPTY_FAPIAO, ...fapiao }
  const { companyAddress, phone, bankName, bankAccount } = fapiao
  return {
    ...fapiao,
    companyAddress: companyAddress ?? '',
    phone: phone ?? '',
    bankName: bankName ?? '',
    bankAccount: bankAccount ?? '',
  }
}
