import type { ParsedAddress, Region } from '@xiaopu/contract'
import {
  chooseArea,
  conflicts,
  isSameForm,
  knownPath,
  NO_ADDRESS,
  placeOf,
  problemsOf,
  refusedFields,
  stepsOf,
  withParsed,
} from './address-form'

const full = {
  name: '张三',
  phone: '13800138000',
  province: '广东省',
  city: '深圳市',
  district: '南山区',
  detail: '科技园 1 号',
  postalCode: '518000',
  nationalCode: '440305',
  isDefault: false,
}
const read: ParsedAddress = { ...full, nationalCode: '440305' }
const unread: ParsedAddress = {
  name: '',
  phone: '',
  province: '',
  city: '',
  district: '',
  detail: '',
  nationalCode: null,
}

test('an empty form misses everything, from top to bottom', () =>
  expect(problemsOf(NO_ADDRESS)).toEqual(['name', 'phone', 'region', 'detail']))

test.each([
  ['blanks are no name', { name: '  ' }, ['name']],
  ['blanks are no address', { detail: ' \n' }, ['detail']],
  ['a mobile number has eleven digits', { phone: '1380013800' }, ['phone']],
  ['and none more', { phone: '138001380001' }, ['phone']],
  ['nor does one begin with 12', { phone: '12800138000' }, ['phone']],
  ['words are no number', { phone: '13800138000转1' }, ['phone']],
  ['an emergency call is no way to reach anybody', { phone: '95566' }, ['phone']],
  ['a mobile number may have gaps', { phone: '138 0013-8000' }, []],
  ['and a country', { phone: '+86 13800138000' }, []],
  ['a landline is fine', { phone: '0755-26770000' }, []],
  ['so is Hong Kong', { phone: '+852 2123 4567' }, []],
  ['a place without districts is fine', { city: '东莞市', district: '' }, []],
])('%s', (_what, changed, problems) => expect(problemsOf({ ...full, ...changed })).toEqual(problems))

test.each([
  [['body.phone'], ['phone']],
  [
    ['body.detail', 'body.city', 'body.province'],
    ['region', 'detail'],
  ],
  [['body.postalCode', 'headers.x'], []],
])('what the gateway refused in %j is said at %j', (paths, fields) =>
  expect(refusedFields(paths.map((path) => ({ path })))).toEqual(fields),
)

test('what was read fills what is empty; the postal code of another region goes', () => {
  expect(conflicts(NO_ADDRESS, read)).toEqual([])
  expect(withParsed(NO_ADDRESS, read, false)).toEqual({ ...full, postalCode: null })
})

test('what was not read stays as it was typed', () =>
  expect(withParsed(full, { ...unread, name: '李四' }, true)).toEqual({ ...full, name: '李四' }))

test('what was typed gives way only when the shopper says so', () => {
  const other = { ...read, name: '李四', district: '福田区', nationalCode: '440304' }
  expect(conflicts(full, other)).toEqual(['name', 'region'])
  expect(withParsed(full, other, false)).toEqual(full)
  expect(withParsed(full, other, true)).toMatchObject({ name: '李四', district: '福田区', postalCode: null })
})

test('an address is changed by whatever is changed of it', () => {
  expect(isSameForm(full, { ...full })).toBe(true)
  expect(isSameForm(full, { ...full, isDefault: true })).toBe(false)
})

const regions: Region[] = [
  {
    code: '310000',
    name: '上海市',
    children: [
      {
        code: '310100',
        name: '上海市',
        children: [
          { code: '310101', name: '黄浦区' },
          { code: '310104', name: '徐汇区' },
        ],
      },
    ],
  },
  {
    code: '440000',
    name: '广东省',
    children: [
      { code: '440300', name: '深圳市', children: [{ code: '440305', name: '南山区' }] },
      { code: '441900', name: '东莞市', children: [] },
    ],
  },
  { code: '710000', name: '台湾省', children: [] },
]
describe('the region', () => {
  test.each([
    ['a province leads to its cities', ['广东省'], { path: ['广东省'], done: false }],
    ['a municipality straight to its districts', ['上海市'], { path: ['上海市', '上海市'], done: false }],
    ['an only district is not asked for', ['广东省', '深圳市'], { path: ['广东省', '深圳市', '南山区'], done: true }],
    ['a city without districts is the end', ['广东省', '东莞市'], { path: ['广东省', '东莞市'], done: true }],
    ['so is a province without cities', ['台湾省'], { path: ['台湾省'], done: true }],
  ])('%s', (_what, path, chosen) => expect(chooseArea(regions, path)).toEqual(chosen))

  test('carries the code of its last part', () => {
    expect(placeOf(regions, ['广东省', '东莞市'])).toMatchObject({
      city: '东莞市',
      district: '',
      nationalCode: '441900',
    })
    expect(placeOf(regions, ['上海市', '上海市', '徐汇区'])).toMatchObject({
      district: '徐汇区',
      nationalCode: '310104',
    })
  })

  test('opens where the address is, as far as the list knows it', () => {
    expect(knownPath(regions, full)).toEqual(['广东省', '深圳市', '南山区'])
    expect(knownPath(regions, { ...full, district: '光明新区' })).toEqual(['广东省', '深圳市'])
    expect(knownPath(regions, NO_ADDRESS)).toEqual([])
    expect(stepsOf(regions, []).map((step) => step.length)).toEqual([3])
  })
})
