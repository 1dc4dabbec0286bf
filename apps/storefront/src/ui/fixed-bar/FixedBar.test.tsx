import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Text } from '@tarojs/components'
import { render } from '@testing-library/react'
import { FixedBar } from './FixedBar'

test('a bar at the bottom hides nothing: a place as high as it stands at the end of the page, the safe area included', () => {
  const { container } = render(
    <FixedBar>
      <Text>提交订单</Text>
    </FixedBar>,
  )
  const [place, bar] = container.children
  expect(place?.textContent).toBe('')
  expect(bar?.textContent).toBe('提交订单')
  const style = readFileSync(join(__dirname, 'FixedBar.scss'), 'utf8')
  const rule = (name: string) => new RegExp(`\\.${name} \\{([^}]*)\\}`).exec(style)?.[1] ?? ''
  for (const one of ['x-fixed-bar', 'x-fixed-bar__place']) {
    expect(rule(one)).toContain('min-height: 64px')
    expect(rule(one)).toContain('safe-bottom')
  }
})
