import { EMPTY_FAPIAO, formFrom, readFapiao, tidyTaxNumber } from './fapiao-form'

const company = {
  ...EMPTY_FAPIAO,
  kind: 'company',
  title: ' 拾物商贸有限公司 ',
  taxNumber: '91440300ma5exampl0',
} as const

test('a company with its number; what it left open is nothing', () => {
  expect(readFapiao(company)).toEqual({
    problems: [],
    fapiao: {
      kind: 'company',
      title: '拾物商贸有限公司',
      taxNumber: '91440300MA5EXAMPL0',
      companyAddress: null,
      phone: null,
      bankName: null,
      bankAccount: null,
    },
  })
})

test.each([
  [{ ...company, taxNumber: '9144' }, ['taxNumber']],
  [{ ...company, title: '  ', taxNumber: '' }, ['title', 'taxNumber']],
  [{ ...EMPTY_FAPIAO, kind: 'personal' }, ['title']],
  [{ ...EMPTY_FAPIAO, kind: 'none', title: 'x' }, []],
] as const)('%j lacks %j', (form, problems) => expect(readFapiao(form)).toEqual({ fapiao: null, problems }))

test.each([
  ['9144 0300-ma5e xampl0', '91440300MA5EXAMPL0'],
  ['９１４４０３００ＭＡ５ＥＸＡＭＰＬ０', '91440300MA5EXAMPL0'],
])('%s is the number %s', (typed, number) => expect(tidyTaxNumber(typed)).toBe(number))

test('a title from WeChat fills the sheet', () => {
  const chosen = {
    kind: 'company',
    title: '拾物',
    taxNumber: '91440300MA5EXAMPL0',
    companyAddress: '',
    telephone: '0755-1',
    bankName: '',
    bankAccount: '',
  } as const
  expect(readFapiao(formFrom(chosen))).toMatchObject({ problems: [], fapiao: { title: '拾物', phone: '0755-1' } })
})
