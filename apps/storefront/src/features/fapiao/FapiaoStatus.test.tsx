import Taro from '@tarojs/taro'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import type { FapiaoState, Order } from '@xiaopu/contract'
import '../../trade/sentences'
import { openShop, renderInApp } from '../../testing/open-shop'
import { FapiaoStatus } from './FapiaoStatus'

openShop()
const LINK = 'https://api.shop.example/fapiao/a.pdf'
const issued: FapiaoState = {
  ...{ status: 'issued', requestedAt: '2026-11-23T04:00:00.000Z', issuedAt: '2026-11-23T05:00:00.000Z' },
  ...{ number: '26312000000012345678', link: LINK, document: true, refusal: null },
}
const draw = (state: Partial<FapiaoState> = {}, actions: Order['actions'] = []) =>
  renderInApp(
    <FapiaoStatus
      order={
        {
          fapiao: { kind: 'personal', title: '林小满' },
          fapiaoState: { ...issued, ...state },
          actions,
        } as unknown as Order
      }
    />,
  )
const downloads = () => jest.mocked(Taro.downloadFile as unknown as jest.Mock)
const here = { errMsg: 'downloadFile:ok', statusCode: 200, tempFilePath: 'tmp/a.pdf' }
const tap = () => fireEvent.click(screen.getByRole('button', { name: /^打开发票/ }))
const answer = (confirm: boolean) =>
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm, cancel: !confirm, errMsg: 'showModal:ok' })

test('the PDF is fetched and opened; two taps fetch it once, and meanwhile one sees that', async () => {
  let arrive = (_: object) => {}
  downloads().mockImplementationOnce(() => new Promise((resolve) => (arrive = resolve)))
  draw()
  act(tap)
  screen.getByText('正在打开…')
  act(tap)
  await act(async () => arrive(here))
  await waitFor(() => expect(Taro.openDocument).toHaveBeenCalledTimes(1))
  expect(downloads()).toHaveBeenCalledTimes(1)
  expect(screen.queryByText('正在打开…')).toBeNull()
})

test('one that does not come can be copied as a link', async () => {
  downloads().mockRejectedValueOnce({ errMsg: 'downloadFile:fail url not in domain list' })
  answer(true)
  draw()
  act(tap)
  await waitFor(() => expect(Taro.setClipboardData).toHaveBeenCalledWith({ data: LINK }))
  expect(jest.mocked(Taro.showModal).mock.calls[0]?.[0]).toMatchObject({
    title: '发票没有打开',
    content: '请检查网络后再试，或复制链接，用手机浏览器打开',
  })
  expect(Taro.openDocument).not.toHaveBeenCalled()
})

test('a shopper who changes their mind is told nothing', async () => {
  downloads().mockRejectedValueOnce({ errMsg: 'downloadFile:fail cancel' })
  draw()
  act(tap)
  await waitFor(() => expect(screen.queryByText('正在打开…')).toBeNull())
  expect(Taro.showModal).not.toHaveBeenCalled()
})

test('one that comes after the page was left does not open over the next', async () => {
  let arrive = (_: object) => {}
  downloads().mockImplementationOnce(() => new Promise((resolve) => (arrive = resolve)))
  const { unmount } = draw()
  act(tap)
  unmount()
  await act(async () => arrive(here))
  expect(Taro.openDocument).not.toHaveBeenCalled()
  expect(Taro.showModal).not.toHaveBeenCalled()
})

test('a link to elsewhere is copied only', () => {
  draw({ document: false })
  expect(screen.queryByRole('button', { name: /^打开发票/ })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: /^发票链接/ }))
  expect(Taro.setClipboardData).toHaveBeenCalledWith({ data: LINK })
})

test('a refusal is told with its reason, and that it can be asked for again where it can', () => {
  const refused = { status: 'requested', refusal: '税号与抬头不一致', link: null, number: null } as const
  const { unmount } = draw(refused, ['request_fapiao'])
  screen.getByText('店家没有开具')
  screen.getByText('税号与抬头不一致')
  screen.getByText('改好抬头后可以重新申请')
  unmount()
  draw(refused)
  expect(screen.queryByText('改好抬头后可以重新申请')).toBeNull()
})
