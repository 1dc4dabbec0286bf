import { fireEvent, render, screen } from '@testing-library/react'
import { Button } from './Button'
import { IconButton } from './IconButton'

test('a tap is told', () => {
  const onClick = jest.fn()
  render(<Button onClick={onClick}>去结算</Button>)
  fireEvent.click(screen.getByRole('button', { name: '去结算' }))
  expect(onClick).toHaveBeenCalledTimes(1)
})

test.each([{ disabled: true }, { loading: true }])('with %p a tap does nothing', (state) => {
  const onClick = jest.fn()
  render(
    <Button onClick={onClick} {...state}>
      提交订单
    </Button>,
  )
  const button = screen.getByRole('button', { name: '提交订单' })
  fireEvent.click(button)
  expect(onClick).not.toHaveBeenCalled()
  expect(button.getAttribute('aria-disabled')).toBe('true')
})

test('an icon button has a name, and a badge capped at 99+', () => {
  render(<IconButton icon="shopping-bag" label="购物车" badge={120} onClick={() => undefined} />)
  expect(screen.getByRole('button', { name: '购物车' }).textContent).toBe('99+')
})
