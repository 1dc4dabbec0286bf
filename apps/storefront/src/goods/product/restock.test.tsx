import Taro from '@tarojs/taro'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { api } from '../../api/client'
import { openShop, renderInApp } from '../../testing/open-shop'
import { phone } from '../../testing/taro'
import ProductPage from './index'

const opened = openShop()
const MUG = { productId: 'mug', skuId: 'mug-sand' }
const asked = () => jest.mocked(Taro.requestSubscribeMessage as jest.Mock)
beforeEach(() => asked().mockReset().mockResolvedValue({ 'restock-template': 'accept' }))

const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

/** The mug comes in one form only; nobody has one. */
async function openSoldOutMug() {
  opened.shop.setStock('mug-sand', 0)
  phone.openedWith({ id: 'mug' })
  renderInApp(<ProductPage />)
  fireEvent.click(await screen.findByRole('button', { name: '到货提醒' }))
  await screen.findByRole('button', { name: '到货提醒我' })
}

test('what is sold out can be waited for: WeChat asks, the shop remembers, and it can be taken back', async () => {
  await openSoldOutMug()
  tap('到货提醒我')
  await screen.findByRole('button', { name: '已设提醒，点按取消' })
  expect(asked()).toHaveBeenCalledWith(expect.objectContaining({ tmplIds: ['restock-template'] }))
  expect(await api.restock.waitedFor('mug')).toEqual(['mug-sand'])

  tap('已设提醒，点按取消')
  await screen.findByRole('button', { name: '到货提醒我' })
  expect(await api.restock.waitedFor('mug')).toEqual([])
  expect(asked()).toHaveBeenCalledTimes(1)
})

test.each([
  ['says no', () => asked().mockResolvedValue({ 'restock-template': 'reject' })],
  ['has all messages switched off', () => asked().mockRejectedValue({ errMsg: 'fail', errCode: 20004 })],
])('a shopper who %s is offered the heart instead', async (_what, answers) => {
  answers()
  await openSoldOutMug()
  tap('到货提醒我')
  await waitFor(() =>
    expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: '没有允许发送消息，可以先收藏它' })),
  )
  expect(opened.shop.requestsTo('addRestockReminder')).toEqual([])
})

test('what came back meanwhile can be bought at once', async () => {
  await openSoldOutMug()
  opened.shop.setStock('mug-sand', 3)
  tap('到货提醒我')
  expect(await screen.findAllByRole('button', { name: '立即购买' })).toHaveLength(2)
  expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: '已经到货，现在就可以买' }))
})

test('a shop that sends no messages offers no reminder', async () => {
  opened.shop.fail('listMessageTemplates', { code: 'internal', times: 9 })
  opened.shop.setStock('mug-sand', 0)
  phone.openedWith({ id: 'mug' })
  renderInApp(<ProductPage />)
  await screen.findByRole('button', { name: '看看同类' })
  expect(screen.queryByRole('button', { name: '到货提醒' })).toBeNull()
})

test('looking at what is sold out signs nobody in', async () => {
  await openSoldOutMug()
  expect([opened.shop.requestsTo('signIn'), opened.shop.requestsTo('listRestockReminders')]).toEqual([[], []])
})

test('who waits already sees it', async () => {
  opened.shop.setStock('mug-sand', 0)
  await api.restock.remind(MUG)
  phone.openedWith({ id: 'mug' })
  renderInApp(<ProductPage />)
  fireEvent.click(await screen.findByRole('button', { name: '到货提醒' }))
  expect(await screen.findByRole('button', { name: '已设提醒，点按取消' })).toBeTruthy()
})
