import { render, screen } from '@testing-library/react'
import { StatusBanner } from './StatusBanner'

test('it says how the thing stands, what comes next, and what there is to know besides', () => {
  const { container } = render(
    <StatusBanner icon="truck" status="待收货" note="已退款 ¥100">
      还剩 6 天自动确认收货
    </StatusBanner>,
  )
  expect(container.textContent).toBe('待收货还剩 6 天自动确认收货已退款 ¥100')
})

test('what comes next may be a clock of its own', () => {
  render(
    <StatusBanner icon="wallet" status="待付款">
      <b>29:59</b>
    </StatusBanner>,
  )
  screen.getByText('29:59')
})
