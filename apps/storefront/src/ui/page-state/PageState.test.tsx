import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { ApiError, type ApiErrorCode } from '@xiaopu/api-client'
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

const failed = (code: ApiErrorCode) => new ApiError(code)
const pictures = () => [...document.querySelectorAll('[class*=x-icon--]')].map(({ className }) => className).join()

test('no connection and a fault of ours are two pictures and two sentences', () => {
  draw({ error: failed('network') })
  screen.getByText('网络连接不上，请检查后重试')
  screen.getByText('看看 Wi-Fi 或移动网络，连上后会自动再试')
  expect(pictures()).toContain('wifi-off')
  cleanup()
  draw({ error: failed('internal') })
  screen.getByText('服务出了点问题，请稍后重试')
  screen.getByText('是我们这边的问题，和你的网络无关')
  expect(pictures()).not.toContain('wifi-off')
  cleanup()
  draw({ error: failed('rate_limited') })
  screen.getByText('操作太快了，请稍等一下')
  expect(screen.queryByText(/我们这边|Wi-Fi/)).toBeNull()
})

test('what is gone is gone, whatever the call failed of', () => {
  draw({ gone, error: new Error('404') })
  screen.getByText('这笔订单不在了')
  fireEvent.click(screen.getByRole('button', { name: '看看订单' }))
  expect(gone.action.onClick).toHaveBeenCalled()
  expect(screen.queryByRole('button', { name: '重试' })).toBeNull()
})
