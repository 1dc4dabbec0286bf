import Taro from '@tarojs/taro'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { api } from '../../api/client'
import { takeImported } from '../../features/fapiao/imported-title'
import { setLocale } from '../../i18n'
import { openShop, renderInApp } from '../../testing/open-shop'
import FapiaoTitlesPage from './index'

const opened = openShop()
afterEach(() => act(() => setLocale('zh-CN')))

const keep = (title: string, isDefault = false) => api.fapiao.save({ kind: 'personal', title, isDefault })
const open = () => renderInApp(<FapiaoTitlesPage />)
const tap = async (name: string | RegExp) => {
  const found = await screen.findByRole('button', { name })
  await act(async () => void fireEvent.click(found))
}
const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([options]) => options?.title)
const wentTo = () => jest.mocked(Taro.navigateTo).mock.calls.map(([{ url }]) => url)
const wechat = () => jest.mocked(Taro.chooseInvoiceTitle as jest.Mock)
const names = () =>
  screen.getAllByRole('button', { name: /个人/ }).map((card) => card.getAttribute('aria-label')?.split(' ')[0])
const FROM_WECHAT = {
  ...{ errMsg: 'chooseInvoiceTitle:ok', type: '0', title: '拾光文化', taxNumber: '91310104ma1fr00x1d' },
  ...{ companyAddress: '', telephone: '', bankName: '', bankAccount: '' },
}

test.each([
  ['a failure', { code: 'internal' }, '服务出了点问题，请稍后重试'],
  ['no network', { network: true, times: 9 }, '网络连接不上，请检查后重试'],
] as const)('after %s the titles can be had by 重试', async (_what, failure, sentence) => {
  await keep('张三')
  opened.shop.fail('listFapiaoTitles', failure)
  open()
  await screen.findByText(sentence)
  opened.shop.mend()
  await tap('重试')
  await screen.findByText('张三')
})

test('where none is kept, WeChat’s and a new one are offered', async () => {
  open()
  await screen.findByText('还没有发票抬头')
  await tap('新建抬头')
  expect(wentTo()).toEqual(['/trade/fapiao-title/index'])
  wechat().mockResolvedValueOnce(FROM_WECHAT)
  await tap('从微信导入')
  await screen.findByRole('button', { name: '拾光文化 单位 91310104MA1FR00X1D 默认' })
  expect(toasts()).toEqual(['已存入发票抬头'])
})

test('one of WeChat’s whose tax number is wrong is put right first', async () => {
  open()
  wechat().mockResolvedValueOnce({ ...FROM_WECHAT, taxNumber: '91310104MA1FR00X1E' })
  await tap('从微信导入')
  await waitFor(() => expect(wentTo()).toEqual(['/trade/fapiao-title/index']))
  expect(takeImported()).toMatchObject({ title: '拾光文化', taxNumber: '91310104MA1FR00X1E' })
  expect(opened.shop.requestsTo('saveFapiaoTitle')).toEqual([])
})

test('WeChat’s titles closed say nothing; not opened, so much', async () => {
  open()
  wechat().mockRejectedValueOnce({ errMsg: 'chooseInvoiceTitle:fail cancel' })
  await tap('从微信导入')
  wechat().mockRejectedValueOnce({ errMsg: 'chooseInvoiceTitle:fail system error' })
  await tap('从微信导入')
  await waitFor(() => expect(toasts()).toEqual(['没有打开微信发票抬头，请重试']))
})

test('WeChat’s titles refused lead to the settings', async () => {
  open()
  wechat().mockRejectedValueOnce({ errMsg: 'chooseInvoiceTitle:fail auth deny' })
  await tap('从微信导入')
  await waitFor(() => expect(Taro.openSetting).toHaveBeenCalled())
})

test('another default, and one less once that is said twice', async () => {
  await keep('张三', true)
  await keep('李四')
  open()
  await tap('设为默认 李四')
  await waitFor(() => expect(names()).toEqual(['李四', '张三']))
  const answer = (confirm: boolean) => ({ confirm, cancel: !confirm, errMsg: 'showModal:ok' })
  jest.mocked(Taro.showModal).mockResolvedValueOnce(answer(false))
  await tap('删除 李四')
  expect(names()).toEqual(['李四', '张三'])
  jest.mocked(Taro.showModal).mockResolvedValueOnce(answer(true))
  await tap('删除 李四')
  await waitFor(() => expect(names()).toEqual(['张三']))
  await screen.findByText('默认')
})

test('one that was deleted elsewhere says so, and goes', async () => {
  await keep('张三', true)
  const { id } = await keep('李四')
  open()
  await screen.findByText('李四')
  await api.fapiao.remove(id)
  await tap('设为默认 李四')
  await waitFor(() => expect(toasts()).toEqual(['这个抬头已经被删除了']))
  await waitFor(() => expect(screen.queryByText('李四')).toBeNull())
})

test('twenty are the most, and a tap says so', async () => {
  for (let place = 0; place < 20; place++) await keep(`抬头${place}`)
  open()
  await screen.findByText('抬头19')
  screen.getByText('抬头已存满 20 个，请先删除不用的')
  await tap('新建抬头')
  await tap('从微信导入')
  expect(toasts()).toEqual(['抬头已存满 20 个，请先删除不用的', '抬头已存满 20 个，请先删除不用的'])
  expect(wentTo()).toEqual([])
  expect(wechat()).not.toHaveBeenCalled()
})

test('in English it is in English', async () => {
  act(() => setLocale('en'))
  open()
  await screen.findByText('No titles yet')
})
