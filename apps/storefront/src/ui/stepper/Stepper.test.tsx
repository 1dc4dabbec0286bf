import { fireEvent, render, screen } from '@testing-library/react'
import { Stepper } from './Stepper'

const show = (props: Partial<Parameters<typeof Stepper>[0]> = {}) => {
  const onChange = jest.fn()
  const onLimit = jest.fn()
  render(<Stepper value={2} max={5} onChange={onChange} onLimit={onLimit} label="茶杯" {...props} />)
  return { onChange, onLimit, field: screen.getByLabelText<HTMLInputElement>('茶杯的数量') }
}
const type = (field: HTMLInputElement, text: string) => {
  fireEvent.change(field, { target: { value: text } })
  fireEvent.blur(field)
}

test('plus and minus ask for one more and one less', () => {
  const { onChange } = show()
  fireEvent.click(screen.getByRole('button', { name: '增加数量' }))
  fireEvent.click(screen.getByRole('button', { name: '减少数量' }))
  expect(onChange.mock.calls).toEqual([[3], [1]])
})

test('at the limit a tap changes nothing and tells why', () => {
  const { onChange, onLimit } = show({ value: 5 })
  fireEvent.click(screen.getByRole('button', { name: '增加数量' }))
  expect(onChange).not.toHaveBeenCalled()
  expect(onLimit).toHaveBeenCalledWith('max')
})

test('where nobody wants to know why, the button at the limit is disabled', () => {
  show({ value: 1, onLimit: undefined })
  expect(screen.getByRole('button', { name: '减少数量' }).getAttribute('aria-disabled')).toBe('true')
})

test('a typed quantity counts when the field is left, not at every digit', () => {
  const { onChange, field } = show()
  fireEvent.change(field, { target: { value: '4' } })
  expect(onChange).not.toHaveBeenCalled()
  fireEvent.blur(field)
  expect(onChange.mock.calls).toEqual([[4]])
})

test('more than there is becomes what there is, and is said', () => {
  const { onChange, onLimit, field } = show()
  type(field, '99')
  expect(onChange.mock.calls).toEqual([[5]])
  expect(onLimit).toHaveBeenCalledWith('max')
})

test.each(['', '-3', '1.5', 'abc'])('typing %p leaves the quantity as it was', (text) => {
  const { onChange, field } = show()
  type(field, text)
  expect(onChange).not.toHaveBeenCalled()
  expect(field.value).toBe('2')
})
