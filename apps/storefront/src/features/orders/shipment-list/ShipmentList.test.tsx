import Taro from '@tarojs/taro'
import { fireEvent, render, screen } from '@testing-library/react'
import type { Order } from '@xiaopu/contract'
import { ShipmentList } from './ShipmentList'

const line = (skuId: string, name: string, quantity: number) => ({ skuId, name, quantity, options: [], picture: null })
const parcel = (id: string, skuIds: string[], trackingNumber: string | null = `SF-${id}`) => ({
  id,
  carrier: '顺丰速运',
  trackingNumber,
  shippedAt: '2026-05-05T04:00:00.000Z',
  lines: skuIds.map((skuId) => ({ skuId, quantity: 1 })),
})
const order = (differently: object) =>
  ({
    status: 'shipped',
    lines: [line('mug', '马克杯', 1), line('lamp', '台灯', 1)],
    ...differently,
  }) as unknown as Order
const draw = (differently: object) => render(<ShipmentList order={order(differently)} />).container

test('nothing is shown of an order that was not sent', () => {
  expect(draw({ status: 'paid', shipments: [] }).textContent).toBe('')
})

test('one parcel with everything: carrier, number and when, on the shop’s clock; the goods are below anyway', () => {
  const { textContent } = draw({ shipments: [parcel('1', ['mug', 'lamp'])] })
  expect(textContent).toBe('顺丰速运SF-12026-05-05 12:00 发出复制物流详情')
})

test('its number is copied', () => {
  draw({ shipments: [parcel('1', ['mug', 'lamp'])] })
  fireEvent.click(screen.getByRole('button', { name: '复制运单号 SF-1' }))
  expect(Taro.setClipboardData).toHaveBeenCalledWith({ data: 'SF-1' })
})

test('a parcel without a number says so and offers nothing to copy', () => {
  draw({ shipments: [parcel('1', ['mug', 'lamp'], null)] })
  screen.getByText('没有运单号')
  expect(screen.queryByRole('button', { name: /^复制/ })).toBeNull()
})

test('of several parcels each says what is in it', () => {
  const cards = draw({ shipments: [parcel('1', ['mug']), parcel('2', ['lamp'])] }).querySelectorAll('.shipment')
  expect([...cards].map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^包裹 1 · 顺丰速运.*马克杯×1$/),
    expect.stringMatching(/^包裹 2 · 顺丰速运.*台灯×1$/),
  ])
})

test('what is not sent yet is named', () => {
  const cards = draw({ status: 'paid', shipments: [parcel('1', ['mug'])] }).querySelectorAll('.shipment')
  expect([...cards].map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('马克杯'),
    '正在备货台灯×1',
  ])
})
