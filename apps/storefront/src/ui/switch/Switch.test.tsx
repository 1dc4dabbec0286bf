import { fireEvent, render, screen } from '@testing-library/react'
import { Switch } from './Switch'

test.each([
  [false, true],
  [true, false],
])('a switch that is %p asks to be %p', (checked, asked) => {
  const onChange = jest.fn()
  render(<Switch checked={checked} onChange={onChange} label="只看有货" />)
  const row = screen.getByRole('switch', { name: '只看有货' })
  expect(row.getAttribute('aria-checked')).toBe(String(checked))
  fireEvent.click(row)
  expect(onChange.mock.calls).toEqual([[asked]])
})
