import { render, screen } from '@testing-library/react'
import type { PurchaseLine } from '@xiaopu/contract'
import { GoodsPreview } from './GoodsPreview'

const line = (name: string): PurchaseLine => ({
  productId: name,
  skuId: name,
  name,
  options: [],
  picture: null,
  unitPrice: 990,
  quantity: 1,
  lineTotal: 990,
})
const draw = (...names: string[]) => render(<GoodsPreview lines={names.map(line)} />)

test('one thing is named', () => {
  draw('马克杯')
  screen.getByText('马克杯')
})

test('four things are four pictures, and nothing is left to say', () => {
  draw('马克杯', '台灯', '椅子', '书架')
  expect(screen.getAllByRole('img').map((picture) => picture.getAttribute('aria-label'))).toEqual([
    '马克杯',
    '台灯',
    '椅子',
    '书架',
  ])
  expect(screen.queryByText(/^\+/)).toBeNull()
})

test('of six things four are shown, and that there are two more', () => {
  draw('马克杯', '台灯', '椅子', '书架', '地毯', '花瓶')
  expect(screen.getByText('+2').getAttribute('aria-label')).toBe('还有 2 种')
  expect(screen.queryByLabelText('地毯')).toBeNull()
})
