import { act, fireEvent, render, screen } from '@testing-library/react'
import { Sheet } from './Sheet'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

const sheet = (open: boolean, onClose = jest.fn()) => (
  <Sheet open={open} onClose={onClose} title="选择规格">
    <span>颜色</span>
  </Sheet>
)

test('a closed sheet is not there at all', () => {
  render(sheet(false))
  expect(screen.queryByText('颜色')).toBeNull()
})

test('an open sheet is a dialog with its title', () => {
  render(sheet(true))
  expect(screen.getByRole('dialog', { name: '选择规格' }).textContent).toContain('颜色')
})

test('the cross and a tap beside the sheet ask to close it; a tap inside does not', () => {
  const onClose = jest.fn()
  const { container } = render(sheet(true, onClose))
  fireEvent.click(screen.getByText('颜色'))
  expect(onClose).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('button', { name: '关闭' }))
  fireEvent.click(container.querySelector('.x-sheet__mask')!)
  expect(onClose).toHaveBeenCalledTimes(2)
})

test('a sheet stays for its way out, then goes', () => {
  const { rerender } = render(sheet(true))
  rerender(sheet(false))
  expect(screen.queryByText('颜色')).not.toBeNull()
  act(() => void jest.runAllTimers())
  expect(screen.queryByText('颜色')).toBeNull()
})

test('a sheet opened again on its way out stays', () => {
  const { rerender } = render(sheet(true))
  rerender(sheet(false))
  rerender(sheet(true))
  act(() => void jest.runAllTimers())
  expect(screen.queryByText('颜色')).not.toBeNull()
})
