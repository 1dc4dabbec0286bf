/** Whom the tests' fapiao are made out to. */
export const PERSON = { kind: 'personal', title: '林小满', email: 'lin@example.com' }
export const COMPANY = {
  kind: 'company',
  title: '拾物商贸有限公司',
  taxNumber: '91350100M000100Y43',
  companyAddress: null,
  phone: null,
  bankName: null,
  bankAccount: null,
}
