import Taro from '@tarojs/taro'
import { fireEvent, render, screen } from '@testing-library/react'
import { ErrorBoundary } from './ErrorBoundary'

let broken = true
const Shelf = () => {
  if (broken) throw new Error('no shelf')
  return <span>新到</span>
}
const show = () => {
  // React writes what it caught to the console, whoever catches it.
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  const onError = jest.fn()
  render(
    <ErrorBoundary onError={onError}>
      <Shelf />
    </ErrorBoundary>,
  )
  return onError
}
beforeEach(() => {
  broken = true
})
afterEach(() => jest.restoreAllMocks())

test('a page that cannot be drawn says so, and another try can bring it back', () => {
  const onError = show()
  expect(screen.getByText('这一页出了点问题')).toBeTruthy()
  expect(onError).toHaveBeenCalledTimes(1)
  broken = false
  fireEvent.click(screen.getByRole('button', { name: '重试' }))
  expect(screen.getByText('新到')).toBeTruthy()
})

test('there is a way home', () => {
  show()
  fireEvent.click(screen.getByRole('button', { name: '回到首页' }))
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' })
})
