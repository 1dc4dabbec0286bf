import { act, renderHook } from '@testing-library/react'
import type { FapiaoRequest } from '@xiaopu/contract'
import { useLayoutEffect } from 'react'
import { useFapiaoForm } from './use-fapiao-form'

const asked: FapiaoRequest = { kind: 'personal', title: '林小满' }

/** The hook, and the kind that stood on the screen at each drawing while the sheet was open. */
function sheetOf(fapiao: FapiaoRequest | null) {
  const drawn: string[] = []
  const view = renderHook(
    ({ open }) => {
      const sheet = useFapiaoForm(open, fapiao, () => undefined)
      useLayoutEffect(() => {
        if (open) drawn.push(sheet.form.kind)
      })
      return sheet
    },
    { initialProps: { open: false } },
  )
  return { drawn, ...view }
}

test('the sheet is filled before it is drawn: no tap can come in between and be overwritten', () => {
  const { drawn, result, rerender } = sheetOf(asked)
  act(() => result.current.change({ kind: 'company' }))
  rerender({ open: true })
  expect(drawn).toEqual(['personal'])
})

test('what is tapped stays while the sheet is open, and is forgotten when it opens again', () => {
  const { result, rerender } = sheetOf(null)
  rerender({ open: true })
  act(() => result.current.change({ kind: 'company' }))
  rerender({ open: true })
  expect(result.current.form.kind).toBe('company')
  rerender({ open: false })
  rerender({ open: true })
  expect(result.current.form.kind).toBe('none')
})

test('problems of the last time are not those of this time', () => {
  const { result, rerender } = sheetOf(null)
  rerender({ open: true })
  act(() => result.current.change({ kind: 'company' }))
  act(() => result.current.done())
  expect(result.current.problems).toEqual(['title', 'taxNumber'])
  rerender({ open: false })
  rerender({ open: true })
  expect(result.current.problems).toEqual([])
})
