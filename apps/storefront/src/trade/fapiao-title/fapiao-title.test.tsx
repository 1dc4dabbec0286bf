import Taro from '@tarojs/taro'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { TAX_NUMBERS, WRONG_TAX_NUMBERS } from '@xiaopu/contract/testing'
import { api } from '../../api/client'
import { EMPTY_FAPIAO } from '../../features/fapiao/fapiao-form'
import { handOver } from '../../features/fapiao/imported-title'
import { openShop, renderInApp } from '../../testing/open-shop'
import { phone } from '../../testing/taro'
import FapiaoTitlePage from './index'

const opened = openShop()
const [[RIGHT]] = TAX_NUMBERS
const [[WRONG]] = WRONG_TAX_NUMBERS
const WRONG_WORDS = '税号不对，请核对 18 位统一社会信用代码（旧税号 15 或 20 位）'
const COMPANY = {
  ...{ kind: 'company' as const, title: '拾物商贸有限公司', taxNumber: RIGHT },
  ...{ companyAddress: null, phone: null, bankName: null, bankAccount: null },
}
function open(parameters: Record<string, string> = {}) {
  phone.openedWith(parameters)
  return renderInApp(<FapiaoTitlePage />)
}
const field = (name: string) => screen.getByLabelText(new RegExp(`^${name}`)) as HTMLInputElement
const write = (name: string, value: string) => fireEvent.change(field(name), { target: { value } })
const tap = (name: string | RegExp) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([options]) => options?.title)
const sent = () => opened.shop.requestsTo('saveFapiaoTitle').map(({ body }) => body)

test('what is missing is said at its field, and nothing is sent', async () => {
  open()
  await tap('保存')
  screen.getByText('请填写抬头')
  screen.getByText(WRONG_WORDS)
  write('单位名称', '拾物商贸有限公司')
  write('税号', WRONG)
  write('电子邮箱', 'caiwu@')
  screen.getByText(WRONG_WORDS)
  screen.getByText('邮箱好像不对，请核对')
  write('税号', RIGHT)
  expect(screen.queryByText(WRONG_WORDS)).toBeNull()
  expect(sent()).toEqual([])
})

test('a company is kept, its number written as the tax office does', async () => {
  await api.fapiao.titles()
  open()
  write('单位名称', ' 拾物商贸有限公司 ')
  write('税号', RIGHT.toLowerCase())
  write('电子邮箱', 'caiwu@example.com')
  fireEvent.click(screen.getByRole('switch', { name: '设为默认' }))
  await tap('保存')
  await waitFor(() => expect(sent()).toEqual([{ ...COMPANY, email: 'caiwu@example.com', isDefault: true }]))
  await waitFor(() => expect(Taro.switchTab).toHaveBeenCalled())
})

test('a person has no tax number', async () => {
  await api.fapiao.titles()
  open()
  await tap('个人')
  expect(screen.queryByLabelText(/^税号/)).toBeNull()
  write('姓名', '林小满')
  await tap('保存')
  await waitFor(() => expect(sent()).toEqual([{ kind: 'personal', title: '林小满', isDefault: false }]))
})

test('two taps on 保存 keep it once', async () => {
  await api.fapiao.titles()
  open()
  await tap('个人')
  write('姓名', '林小满')
  act(() => {
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
  })
  await waitFor(() => expect(sent()).toHaveLength(1))
})

test.each([
  ['a full list', { code: 'fapiao_titles_full' }, '抬头已存满 20 个，请先删除不用的'],
  ['no connection', { network: true, times: 9 }, '网络连接不上，请检查后重试'],
] as const)('%s is said, and what was typed stays', async (_what, failure, sentence) => {
  open()
  await tap('个人')
  write('姓名', '林小满')
  opened.shop.fail('saveFapiaoTitle', failure)
  await tap('保存')
  await waitFor(() => expect(toasts()).toEqual([sentence]))
  expect(field('姓名').value).toBe('林小满')
})

test('what the gateway does not take is said at its field until it is changed', async () => {
  open()
  write('单位名称', '拾物商贸有限公司')
  write('税号', RIGHT)
  const fields = [{ path: 'body.taxNumber', message: 'none' }]
  opened.shop.fail('saveFapiaoTitle', { code: 'validation_failed', fields })
  await tap('保存')
  await screen.findByText(WRONG_WORDS)
  expect(toasts()).toEqual([])
  write('税号', TAX_NUMBERS[1][0])
  expect(screen.queryByText(WRONG_WORDS)).toBeNull()
})

test('one that came from WeChat with a wrong number says so at once', () => {
  handOver({ ...EMPTY_FAPIAO, kind: 'company', title: '拾光文化', taxNumber: WRONG })
  open()
  expect(field('单位名称').value).toBe('拾光文化')
  screen.getByText(WRONG_WORDS)
})

test('one from WeChat fills the form; WeChat asks before what is not saved is left', async () => {
  open()
  expect(Taro.enableAlertBeforeUnload).not.toHaveBeenCalled()
  const chosen = { type: 1, title: '林小满', taxNumber: '', errMsg: 'chooseInvoiceTitle:ok' }
  jest.mocked(Taro.chooseInvoiceTitle as jest.Mock).mockResolvedValueOnce(chosen)
  await tap('从微信导入抬头')
  await waitFor(() => expect(field('姓名').value).toBe('林小满'))
  expect(Taro.enableAlertBeforeUnload).toHaveBeenCalledWith({ message: '抬头还没有保存，确定离开吗？' })
})

describe('one that is kept', () => {
  const keep = (isDefault = false) => api.fapiao.save({ ...COMPANY, isDefault })

  test('opens as it is, and is changed', async () => {
    await api.fapiao.save({ kind: 'personal', title: '林小满', isDefault: true })
    const { id } = await keep()
    open({ id })
    await screen.findByDisplayValue(COMPANY.title)
    write('电子邮箱', 'caiwu@example.com')
    await tap('保存')
    await waitFor(async () =>
      expect(await api.fapiao.titles()).toMatchObject([
        { title: '林小满', isDefault: true },
        { id, email: 'caiwu@example.com', isDefault: false },
      ]),
    )
  })

  test('and is the default stays it', async () => {
    const { id } = await keep(true)
    open({ id })
    await screen.findByDisplayValue(COMPANY.title)
    expect(screen.queryByRole('switch')).toBeNull()
  })

  test.each([['gone'], ['%%%']])('that is not there any more (%p) says so', async (id) => {
    await keep()
    open({ id })
    await screen.findByText('这个抬头已经被删除了')
    await tap('发票抬头')
    expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/trade/fapiao-titles/index' })
  })

  test('that was deleted elsewhere while it was changed says so', async () => {
    const { id } = await keep()
    open({ id })
    await screen.findByDisplayValue(COMPANY.title)
    await api.fapiao.remove(id)
    write('电子邮箱', 'caiwu@example.com')
    await tap('保存')
    await waitFor(() => expect(toasts()).toEqual(['这个抬头已经被删除了']))
  })

  test('that could not be had can be had by 重试', async () => {
    const { id } = await keep()
    opened.shop.fail('listFapiaoTitles', { code: 'internal' })
    open({ id })
    await screen.findByText('服务出了点问题，请稍后重试')
    await tap('重试')
    await screen.findByDisplayValue(COMPANY.title)
  })
})
