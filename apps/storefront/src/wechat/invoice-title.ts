import Taro from '@tarojs/taro'
import { type Answer, ask } from './answer'

/** Who a fapiao is made out to. */
export interface InvoiceTitle {
  kind: 'company' | 'person'
  title: string
  taxNumber: string
  companyAddress: string
  telephone: string
  bankName: string
  bankAccount: string
}

/** Opens the shopper's invoice titles. The type comes as a number or as a string, depending on the client. */
export const chooseInvoiceTitle = (): Promise<Answer<InvoiceTitle>> =>
  ask(
    () => Taro.chooseInvoiceTitle(),
    (chosen) => ({
      kind: String(chosen.type) === '0' ? 'company' : 'person',
      title: chosen.title,
      taxNumber: chosen.taxNumber ?? '',
      companyAddress: chosen.companyAddress ?? '',
      telephone: chosen.telephone ?? '',
      bankName: chosen.bankName ?? '',
      bankAccount: chosen.bankAccount ?? '',
    }),
  )
