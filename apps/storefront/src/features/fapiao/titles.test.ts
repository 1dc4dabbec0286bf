import type { FapiaoRequest, FapiaoTitle } from '@xiaopu/contract'
import { plainTitle, titleNote, titlesWith } from './titles'

const kept = (id: string, isDefault = false): FapiaoTitle => ({
  kind: 'personal',
  title: id,
  email: null,
  id,
  isDefault,
})

test('a new one stands behind the default', () =>
  expect(titlesWith([kept('a', true), kept('b')], kept('c')).map(({ id }) => id)).toEqual(['a', 'c', 'b']))

test('a new default stands first, alone as the default', () =>
  expect(titlesWith([kept('a', true), kept('b')], kept('b', true))).toEqual([kept('b', true), kept('a')]))

test('what is sent of it is what a fapiao can be made out to', () =>
  expect(plainTitle(kept('林小满', true))).toEqual({ kind: 'personal', title: '林小满', email: null }))

test.each<[FapiaoRequest, string]>([
  [{ kind: 'personal', title: '林小满' }, ''],
  [{ kind: 'personal', title: '林小满', email: 'lin@example.com' }, 'lin@example.com'],
  [
    {
      ...{ kind: 'company', title: '拾物', taxNumber: '91350100M000100Y43', email: 'a@b.cn' },
      ...{ companyAddress: null, phone: null, bankName: null, bankAccount: null },
    },
    '91350100M000100Y43 · a@b.cn',
  ],
])('%j is told apart by “%s”', (title, note) => expect(titleNote(title)).toBe(note))
