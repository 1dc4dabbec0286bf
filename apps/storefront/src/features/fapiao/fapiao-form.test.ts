import { EMPTY_FAPIAO, formFrom, readFapiao, tidyTaxNumber } from './fapiao-form'

const company = {
  ...EMPTY_FAPIAO,
  kind: 'company',
  title: ' 拾物商贸有限公司 ',
  taxNumber: '91350100m000100y43',
} as const

test('a company with its number; what it left open is nothing', () => {
  expect(readFapiao(company)).toEqual({
    problems: [],
    fapiao: {
      kind: 'company',
      title: '拾物商贸有限公司',
      taxNumber: '91350100M000100Y43',
      companyAddress: null,
      phone: null,
      bankName: null,
      bankAccount: null,
    },
  })
})

test.each([
  [{ ...company, taxNumber: '9144' }, ['taxNumber']],
  [{ ...company, taxNumber: '91350100M000100Y44' }, ['taxNumber']],
  [{ ...company, email: 'lin@' }, ['email']],
  [{ ...company, title: '  ', taxNumber: '' }, ['title', 'taxNumber']],
  [{ ...EMPTY_FAPIAO, kind: 'personal' }, ['title']],
  [{ ...EMPTY_FAPIAO, kind: 'none', title: 'x' }, []],
] as const)('%j lacks %j', (form, problems) => expect(readFapiao(form)).toEqual({ fapiao: null, problems }))

test.each([
  ['9135 0100-m000 100y43', '91350100M000100Y43'],
  ['９１３５０１００Ｍ０００１００Ｙ４３', '91350100M000100Y43'],
])('%s is the number %s', (typed, number) => expect(tidyTaxNumber(typed)).toBe(number))

test('a title from WeChat fills the sheet', () => {
  const chosen = {
    kind: 'company',
    title: '拾物',
    taxNumber: '91350100M000100Y43',
    companyAddress: '',
    telephone: '0755-1',
    bankName: '',
    bankAccount: '',
  } as const
  expect(readFapiao(formFrom(chosen))).toMatchObject({ problems: [], fapiao: { title: '拾物', phone: '0755-1' } })
})
