import { fireEvent, render, screen } from '@testing-library/react'
import { type LoadStateProps, PageState } from './PageState'

const onRetry = jest.fn()
const draw = (props: Partial<LoadStateProps>) =>
  render(<PageState error={null} onRetry={onRetry} skeleton={<i>骨架</i>} {...props} />)
const gone = { title: '这笔订单不在了', action: { label: '看看订单', onClick: jest.fn() } }

test('what is on its way shows its shape', () => {
  draw({ gone: false })
  screen.getByText('骨架')
})

test('a failure says what helps, and another try asks without handing the tap on', () => {
  draw({ error: new Error('none of a shopper’s business') })
  expect(screen.queryByText('骨架')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '重试' }))
  expect(onRetry.mock.calls).toEqual([[]])
})

test('what is gone is gone, whatever the call failed of', () => {
  draw({ gone, error: new Error('404') })
  screen.getByText('这笔订单不在了')
  fireEvent.click(screen.getByRole('button', { name: '看看订单' }))
  expect(gone.action.onClick).toHaveBeenCalled()
  expect(screen.queryByRole('button', { name: '重试' })).toBeNull()
})
