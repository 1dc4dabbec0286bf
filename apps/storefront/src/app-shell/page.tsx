import { View } from '@tarojs/components'
import { type ComponentType, useMemo } from 'react'
import { ErrorBoundary } from './ErrorBoundary'
import { PrivacyAsk } from './PrivacyAsk'
import { scaleOf, useTextSize } from './text-size'

/** In bars and beside WeChat's capsule there is one row and no more: text grows less there, as WeChat's own bars do not grow at all. */
const LARGEST_IN_BARS = 1.1

/**
 * What every page's file exports: `export default page(HomePage)`. A page that cannot be drawn says so and leads on, its text
 * is as large as the shopper has it, and what needs consent asks for it over the page. All are the page's own, because Taro
 * draws nothing of ours outside a page.
 */
export const page = (Page: ComponentType) =>
  function PageInBoundary() {
    const size = useTextSize((state) => state.size)
    const scale = useMemo(() => scaleOf(size), [size])
    const body = (
      <ErrorBoundary>
        <Page />
        <PrivacyAsk />
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
