import { render, screen } from '@testing-library/react'
import type { Order } from '@xiaopu/contract'
import { ResultView, type ResultViewProps } from './ResultView'

const order = {
  amounts: { total: 429_00 },
  delivery: { kind: 'parcel' },
  address: { name: '林小满', province: '上海市', city: '上海市', district: '徐汇区', detail: '云杉路 600 弄' },
  fapiao: null,
} as unknown as Order

function show(props: Pick<ResultViewProps, 'confirmation' | 'order'>) {
  const { container } = render(<ResultView {...props} onAskAgain={jest.fn()} onOrder={jest.fn()} onHome={jest.fn()} />)
  return { places: container.querySelectorAll('.x-skeleton').length }
}

test.each(['confirming', 'paid'] as const)(
  'while an order is asked for (%s) no amount is claimed, and what comes has its place',
  (confirmation) => {
    const { places } = show({ confirmation, order: undefined })
    expect(places).toBeGreaterThan(0)
    expect(screen.queryByText(/¥/)).toBeNull()
    expect(screen.getByRole('button', { name: '查看订单' })).toBeTruthy()
  },
)

test('what is paid stands in that place, and where it goes', () => {
  const { places } = show({ confirmation: 'paid', order })
  expect(places).toBe(0)
  expect(screen.getByLabelText('¥429.00')).toBeTruthy()
  expect(screen.getByText(/送到 林小满/)).toBeTruthy()
})

test('an answer that does not come keeps no place', () => {
  expect(show({ confirmation: 'unconfirmed', order }).places).toBe(0)
})
