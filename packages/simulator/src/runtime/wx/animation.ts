import type { Host } from '../host/host'
import type { Api } from './call'

interface Step {
  animates: { type: string; args: unknown[] }[]
  option: { transition: { duration: number; timingFunction: string; delay: number }; transformOrigin: string }
}

const TRANSFORMS =
  'matrix matrix3d rotate rotate3d rotateX rotateY rotateZ scale scale3d scaleX scaleY scaleZ skew skewX skewY translate translate3d translateX translateY translateZ'.split(
    ' ',
  )
const STYLES: Record<string, string> = {
  opacity: 'opacity',
  backgroundColor: 'background-color',
  width: 'width',
  height: 'height',
  left: 'left',
  right: 'right',
  top: 'top',
  bottom: 'bottom',
}

/** `wx.createAnimation`: collects steps; `export()` gives what an element's `animation` attribute takes. */
export function animation(_host: Host, api: Api): void {
  api.sync('createAnimation', (options: Record<string, unknown> = {}) => {
    const { duration = 400, timingFunction = 'linear', delay = 0, transformOrigin = '50% 50% 0' } = options
    const base = { transition: { duration, timingFunction, delay }, transformOrigin } as Step['option']
    let actions: Step[] = []
    let current: Step['animates'] = []
    const builder: Record<string, (...args: never[]) => unknown> = {
      step: (own: Partial<Step['option']['transition']> & { transformOrigin?: string } = {}) => {
        const transition = { ...base.transition, ...own }
        actions.push({
          animates: current,
          option: { transition, transformOrigin: own.transformOrigin ?? base.transformOrigin },
        })
        current = []
        return builder
      },
      export: () => {
        const all = { actions }
        actions = []
        return all
      },
    }
    const collect = (type: string, key = type) => {
      builder[key] = ((...args: unknown[]) => {
        current.push({ type, args })
        return builder
      }) as never
    }
    for (const name of TRANSFORMS) collect(name)
    for (const name of Object.keys(STYLES)) collect('style', name)
    for (const [name, property] of Object.entries(STYLES)) {
      builder[name] = ((value: unknown) => {
        const length = typeof value === 'number' && name !== 'opacity' ? `${value}px` : value
        current.push({ type: 'style', args: [property, length] })
        return builder
      }) as never
    }
    return builder
  })
}
