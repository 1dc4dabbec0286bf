import { View } from '@tarojs/components'
import { type ComponentType, useState } from 'react'
import { typeScale } from '../wechat'
import { ErrorBoundary } from './ErrorBoundary'

/** In bars and beside WeChat's capsule there is one row and no more: text grows less there, as WeChat's own bars do not grow at all. */
const LARGEST_IN_BARS = 1.1

/**
 * What every page's file exports: `export default page(HomePage)`. A page that cannot be drawn says so and leads on, and its
 * text is as large as the shopper has it in WeChat. Both are the page's own, because Taro draws nothing of ours outside a page.
 */
export const page = (Page: ComponentType) =>
  function PageInBoundary() {
    const [scale] = useState(typeScale)
    const body = (
      <ErrorBoundary>
        <Page />
      </ErrorBoundary>
    )
    if (scale === 1) return body
    return (
      <View
        className="x-large-type"
        style={`--x-type: ${scale}; --x-type-in-bars: ${Math.min(scale, LARGEST_IN_BARS)}`}
      >
        {body}
      </View>
    )
  }
