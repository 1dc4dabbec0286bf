import Taro from '@tarojs/taro'
import { act, waitFor } from '@testing-library/react'
import type { FapiaoRequest } from '@xiaopu/contract'
import { useLayoutEffect } from 'react'
import { api } from '../../api/client'
import { openShop, renderHookInApp } from '../../testing/open-shop'
import { type FapiaoWish, useFapiaoSheet } from './use-fapiao-sheet'

const opened = openShop()
const asked: FapiaoRequest = { kind: 'personal', title: '林小满' }
const COMPANY = {
  kind: 'company',
  title: '拾物商贸有限公司',
  taxNumber: '91350100M000100Y43',
  companyAddress: null,
  phone: null,
  bankName: null,
  bankAccount: null,
} as const
const keep = (title: object, isDefault = false) => api.fapiao.save({ ...title, isDefault } as never)
const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([options]) => options?.title)

/** The hook, what was done with it, and the kind that stood on the screen at each drawing while the sheet was open. */
function sheetOf(fapiao: FapiaoRequest | null = null, purpose: FapiaoWish['purpose'] = 'checkout') {
  const drawn: string[] = []
  const done: (FapiaoRequest | null)[] = []
  const wish: FapiaoWish = { open: false, fapiao, purpose, onDone: (wanted) => done.push(wanted) }
  const view = renderHookInApp(() => {
    const sheet = useFapiaoSheet({ ...wish })
    useLayoutEffect(() => {
      if (wish.open) drawn.push(sheet.form.kind)
    })
    return sheet
  })
  const open = (is: boolean) => {
    wish.open = is
    view.rerender()
  }
  return { drawn, done, open, sheet: () => view.result.current }
}

test('the sheet is filled before it is drawn: no tap can come in between and be overwritten', () => {
  const { drawn, sheet, open } = sheetOf(asked)
  act(() => sheet().change({ kind: 'company' }))
  open(true)
  expect(drawn).toEqual(['personal'])
})

test('what is tapped stays while the sheet is open, and is forgotten when it opens again', () => {
  const { sheet, open } = sheetOf()
  open(true)
  act(() => sheet().pickKind('company'))
  open(true)
  expect(sheet().form.kind).toBe('company')
  open(false)
  open(true)
  expect(sheet().form.kind).toBe('none')
})

test('problems of the last time are not those of this time', () => {
  const { sheet, open } = sheetOf()
  open(true)
  act(() => sheet().pickKind('company'))
  act(() => sheet().done())
  expect(sheet().problems).toEqual(['title', 'taxNumber'])
  open(false)
  open(true)
  act(() => sheet().pickKind('company'))
  expect(sheet().problems).toEqual([])
})

describe('with titles that are kept', () => {
  test('the default is seen in the sheet, and counts once it is done', async () => {
    await keep(asked)
    await keep(COMPANY, true)
    const { sheet, open, done } = sheetOf()
    expect(opened.shop.requestsTo('listFapiaoTitles')).toEqual([])
    open(true)
    await waitFor(() => expect(sheet().form).toMatchObject({ kind: 'company', title: COMPANY.title }))
    expect(sheet()).toMatchObject({ byHand: false, chosen: 'title-2' })
    open(false)
    expect(done).toEqual([])
    open(true)
    act(() => sheet().done())
    expect(done).toEqual([COMPANY])
  })

  test('what was tapped before they came stays', async () => {
    await keep(COMPANY, true)
    const { sheet, open } = sheetOf()
    open(true)
    act(() => sheet().pickKind('personal'))
    act(() => sheet().change({ title: '张三' }))
    await waitFor(() => expect(opened.shop.requestsTo('listFapiaoTitles')).toHaveLength(1))
    await act(async () => undefined)
    expect(sheet()).toMatchObject({ form: { kind: 'personal', title: '张三' }, byHand: true })
  })

  test('who wants none is not asked again', async () => {
    await keep(COMPANY, true)
    const { sheet, open, done } = sheetOf()
    open(true)
    await waitFor(() => expect(sheet().chosen).toBe('title-1'))
    act(() => sheet().pickKind('none'))
    act(() => sheet().done())
    open(false)
    open(true)
    expect(sheet().form.kind).toBe('none')
    expect(done).toEqual([null])
  })

  test('another kind begins with its own, or empty', async () => {
    await keep(COMPANY, true)
    const { sheet, open } = sheetOf()
    open(true)
    await waitFor(() => expect(sheet().chosen).toBe('title-1'))
    act(() => sheet().pickKind('personal'))
    expect(sheet()).toMatchObject({ form: { kind: 'personal', title: '' }, titles: [], byHand: true })
    act(() => sheet().pickKind('company'))
    expect(sheet().chosen).toBe('title-1')
  })

  test('one that was deleted meanwhile leaves its words in the fields', async () => {
    const { id } = await keep(COMPANY, true)
    const { sheet, open, done } = sheetOf()
    open(true)
    await waitFor(() => expect(sheet().chosen).toBe(id))
    act(() => sheet().pick(sheet().titles[0]!))
    await api.fapiao.remove(id)
    act(() => sheet().retry())
    await waitFor(() => expect(sheet()).toMatchObject({ titles: [], byHand: true, form: { title: COMPANY.title } }))
    act(() => sheet().done())
    expect(done).toEqual([COMPANY])
  })

  test('asked for later it begins with the default, and none is no choice; one that was refused is put right by hand', async () => {
    await keep(COMPANY, true)
    const later = sheetOf(null, 'ask')
    later.open(true)
    expect(later.sheet().form.kind).toBe('personal')
    await waitFor(() => expect(later.sheet().chosen).toBe('title-1'))
    const again = sheetOf(COMPANY, 'amend')
    again.open(true)
    expect(again.sheet()).toMatchObject({ byHand: true, form: { taxNumber: COMPANY.taxNumber } })
  })

  test('that could not be had, it is filled in by hand', async () => {
    opened.shop.fail('listFapiaoTitles', { code: 'internal', times: 9 })
    const { sheet, open, done } = sheetOf()
    open(true)
    act(() => sheet().pickKind('personal'))
    await waitFor(() => expect(sheet().failed).toBe(true))
    act(() => sheet().change({ title: '张三' }))
    act(() => sheet().done())
    expect(done).toEqual([{ kind: 'personal', title: '张三' }])
  })
})

describe('“save to my titles”', () => {
  const writes = (title: string, keeps: boolean) => {
    const view = sheetOf()
    view.open(true)
    act(() => view.sheet().pickKind('personal'))
    act(() => view.sheet().change({ title }))
    if (keeps) act(() => view.sheet().setKeeps(true))
    act(() => view.sheet().done())
    return view.done
  }

  test('keeps it, and nothing is kept unless it is asked', async () => {
    writes('不留', false)
    expect(writes('张三', true)).toEqual([{ kind: 'personal', title: '张三' }])
    await waitFor(async () => expect(await api.fapiao.titles()).toMatchObject([{ title: '张三' }]))
  })

  test('that fails is said, and the fapiao is asked for all the same', async () => {
    opened.shop.fail('saveFapiaoTitle', { code: 'fapiao_titles_full' })
    expect(writes('张三', true)).toHaveLength(1)
    await waitFor(() => expect(toasts()).toEqual(['抬头没能保存，不影响这次开票。 抬头已存满 20 个，请先删除不用的']))
  })
})
