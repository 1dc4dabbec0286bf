import Taro from '@tarojs/taro'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { AddressToSave, SavedAddress } from '@xiaopu/contract'
import { api } from '../../api/client'
import { useChosenAddress } from '../../features/addresses/chosen-address'
import { setLocale } from '../../i18n'
import { openShop, renderInApp } from '../../testing/open-shop'
import { phone } from '../../testing/taro'
import AddressPage from './index'

const opened = openShop()
afterEach(() => act(() => setLocale('zh-CN')))

const home = {
  name: '张三',
  phone: '13800138000',
  province: '广东省',
  city: '深圳市',
  district: '南山区',
  detail: '科技园 1 号',
  postalCode: null,
  nationalCode: '440305',
}
function open(parameters: Record<string, string> = {}) {
  phone.openedWith(parameters)
  return renderInApp(<AddressPage />)
}
const field = (name: string) => screen.getByLabelText(new RegExp(`^${name}`)) as HTMLInputElement
const write = (name: string, value: string) => fireEvent.change(field(name), { target: { value } })
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const tap = (name: string | RegExp) => act(async () => void fireEvent.click(button(name)))
const pick = async (name: string) => fireEvent.click(await screen.findByRole('radio', { name }))
async function paste(text: string) {
  write('粘贴地址，自动识别', text)
  await tap('识别')
}
const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([options]) => options?.title)
const asked = () => jest.mocked(Taro.showModal).mock.calls.map(([options]) => options?.content)
const sent = () => opened.shop.requestsTo('saveAddress').map(({ body }) => body as AddressToSave)

async function fillIn() {
  write('收货人', ' 张三 ')
  write('手机号', '13800138000')
  await tap(/^所在地区/)
  await pick('广东省')
  await pick('深圳市')
  await pick('南山区')
  write('详细地址', '科技园 1 号')
}

test('what is missing is said at its field, and nothing is sent', async () => {
  open()
  write('手机号', '1380013800')
  await tap('保存')
  for (const words of ['请补充收货人', '请填写正确的手机号或座机号', '请补充所在地区', '请补充详细地址'])
    screen.getByText(words)
  write('手机号', '13800138000')
  expect(screen.queryByText('请填写正确的手机号或座机号')).toBeNull()
  expect(sent()).toEqual([])
})

test('filled in by hand it is in the book, with the region’s code', async () => {
  await api.addresses.list()
  open()
  await fillIn()
  fireEvent.click(screen.getByRole('switch', { name: '设为默认' }))
  await tap('保存')
  await waitFor(() => expect(sent()).toEqual([{ ...home, isDefault: true, fromWechat: false }]))
})

test('what the gateway does not take is said at its field until it is changed', async () => {
  open()
  await fillIn()
  const fields = [{ path: 'body.detail', message: 'too long' }]
  opened.shop.fail('saveAddress', { code: 'validation_failed', fields })
  await tap('保存')
  await screen.findByText('请补充详细地址')
  expect(toasts()).toEqual([])
  write('详细地址', '科技园 2 号')
  expect(screen.queryByText('请补充详细地址')).toBeNull()
})

test.each([
  ['a full book', { code: 'address_book_full' }, '地址已存满 30 个，请先删除不用的'],
  ['no connection', { network: true, times: 9 }, '网络连接不上，请检查后重试'],
] as const)('%s is said, and what was typed stays', async (_what, failure, sentence) => {
  open()
  await fillIn()
  opened.shop.fail('saveAddress', failure)
  await tap('保存')
  await waitFor(() => expect(toasts()).toEqual([sentence]))
  expect(field('详细地址').value).toBe('科技园 1 号')
  opened.shop.mend()
  await tap('保存')
  await waitFor(async () => expect(await api.addresses.list()).toMatchObject([{ name: '张三' }]))
})

test('two taps on 保存 save it once', async () => {
  // Signed in before: a session of another shop would be refused once, and the call made again.
  await api.addresses.list()
  open()
  await fillIn()
  act(() => {
    fireEvent.click(button('保存'))
    fireEvent.click(button('保存'))
  })
  await waitFor(() => expect(sent()).toHaveLength(1))
})

test('WeChat asks before leaving what is not saved, and no more once it is', async () => {
  open()
  expect(Taro.enableAlertBeforeUnload).not.toHaveBeenCalled()
  await fillIn()
  expect(Taro.enableAlertBeforeUnload).toHaveBeenCalledWith({ message: '地址还没有保存，确定离开吗？' })
  jest.mocked(Taro.disableAlertBeforeUnload).mockClear()
  const order: string[] = []
  jest.mocked(Taro.disableAlertBeforeUnload as jest.Mock).mockImplementation(async () => order.push('guard gone'))
  jest.mocked(Taro.switchTab as jest.Mock).mockImplementation(async () => order.push('left'))
  await tap('保存')
  await waitFor(() => expect(order).toEqual(['guard gone', 'left']))
})

test('written for the checkout it is chosen for it, and leads back past the book', async () => {
  const stack = ['trade/checkout/index', 'account/addresses/index', 'account/address/index']
  jest.mocked(Taro.getCurrentPages).mockReturnValue(stack.map((route) => ({ route }) as never))
  open({ pick: 'checkout' })
  await fillIn()
  await tap('保存')
  await waitFor(() => expect(Taro.navigateBack).toHaveBeenCalledWith({ delta: 2 }))
  expect(useChosenAddress.getState().chosen).toMatchObject({ id: 'address-1', address: home })
  jest.mocked(Taro.getCurrentPages).mockReturnValue([{} as never])
})

describe('a pasted text', () => {
  test('fills the fields; what was not in it is said', async () => {
    open()
    await paste('李四,,上海市,上海市,徐汇区,武康路 99 号')
    await waitFor(() => expect(field('收货人').value).toBe('李四'))
    expect(field('详细地址').value).toBe('武康路 99 号')
    button('所在地区 上海市 徐汇区')
    screen.getByText('请补充手机号')
    expect(field('粘贴地址，自动识别').value).toBe('')
  })

  test.each([
    [false, '张三'],
    [true, '李四'],
  ])('that says otherwise than what was typed is asked about (yes: %p)', async (confirm, name) => {
    open()
    write('收货人', '张三')
    jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm, cancel: !confirm, errMsg: 'showModal:ok' })
    await paste('李四,13900139000')
    await waitFor(() => expect(field('手机号').value).toBe('13900139000'))
    expect(asked()).toEqual(['张三 → 李四'])
    expect(field('收货人').value).toBe(name)
  })

  test('that says the same asks nothing', async () => {
    open()
    write('收货人', '李四')
    await paste('李四,13900139000')
    await waitFor(() => expect(field('手机号').value).toBe('13900139000'))
    expect(asked()).toEqual([])
  })

  test('in which nothing could be read says so and stays', async () => {
    open()
    await paste(',,')
    await waitFor(() => expect(toasts()).toEqual(['没有识别出地址，请直接填写']))
    expect(field('粘贴地址，自动识别').value).toBe(',,')
  })

  test('that could not be sent stays, too', async () => {
    open()
    opened.shop.fail('parseAddress', { network: true, times: 9 })
    await paste('李四,13900139000')
    await waitFor(() => expect(toasts()).toEqual(['网络连接不上，请检查后重试']))
    expect(field('粘贴地址，自动识别').value).toBe('李四,13900139000')
  })
})

describe('the region', () => {
  test('is asked for when its sheet opens first, and can be had by 重试', async () => {
    open()
    expect(opened.shop.requestsTo('listRegions')).toEqual([])
    opened.shop.fail('listRegions', { code: 'internal' })
    await tap(/^所在地区/)
    await screen.findByText('服务出了点问题，请稍后重试')
    await tap('重试')
    await screen.findByRole('radio', { name: '广东省' })
  })

  test('of a municipality goes straight to its districts; a tab leads back', async () => {
    open()
    await tap(/^所在地区/)
    await pick('上海市')
    await screen.findByRole('radio', { name: '徐汇区' })
    const [province] = within(screen.getByRole('tablist')).getAllByRole('tab')
    fireEvent.click(province!)
    await pick('广东省')
    await pick('广州市')
    await waitFor(() => button('所在地区 广东省 广州市 越秀区'))
  })
})

describe('one of the book', () => {
  const kept = (isDefault = false) => api.addresses.save({ ...home, isDefault })

  test('opens as it is, is changed, and leads back', async () => {
    await kept()
    const { id } = await api.addresses.save({ ...home, name: '李四', isDefault: false })
    open({ id })
    await waitFor(() => expect(field('收货人').value).toBe('李四'))
    write('收货人', '李四四')
    await tap('保存')
    await waitFor(async () =>
      expect(await api.addresses.list()).toMatchObject([{ name: '张三' }, { id, name: '李四四' }]),
    )
  })

  test('that is the default stays it', async () => {
    const { id } = await kept(true)
    open({ id })
    await screen.findByDisplayValue('张三')
    expect(screen.queryByRole('switch')).toBeNull()
  })

  test.each([['gone'], ['%%%']])('that is not there any more (%p) says so', async (id) => {
    await kept()
    open({ id })
    await screen.findByText('这个地址已经被删除了')
    await tap('收货地址')
    expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/account/addresses/index' })
  })

  test('that was deleted elsewhere while it was changed says so', async () => {
    const { id } = (await kept()) as SavedAddress
    open({ id })
    await screen.findByDisplayValue('张三')
    await api.addresses.remove(id)
    write('收货人', '李四')
    await tap('保存')
    await waitFor(() => expect(toasts()).toEqual(['这个地址已经被删除了']))
  })

  test('that could not be had can be had by 重试', async () => {
    const { id } = await kept()
    opened.shop.fail('listAddresses', { code: 'internal' })
    open({ id })
    await screen.findByText('服务出了点问题，请稍后重试')
    await tap('重试')
    await screen.findByDisplayValue('张三')
  })
})

test('in English it is in English', async () => {
  act(() => setLocale('en'))
  open()
  await tap('Save')
  screen.getByText('Missing: Recipient')
  screen.getByText('Missing: Region')
})
