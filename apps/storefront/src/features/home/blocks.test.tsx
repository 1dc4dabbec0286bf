import { render } from '@testing-library/react'
import type { HomeBlock } from '@xiaopu/contract'
import { Block } from './blocks'

test('a block of a later version is skipped, and breaks nothing', () => {
  const { container } = render(
    <Block block={{ type: 'live_stream', room: 7 } as unknown as HomeBlock} receivedAt={0} />,
  )
  expect(container.textContent).toBe('')
})
