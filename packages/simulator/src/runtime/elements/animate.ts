/** What `wx.createAnimation().export()` gives. */
export interface AnimationData {
  actions: {
    animates: { type: string; args: (string | number)[] }[]
    option: { transition: { duration: number; timingFunction: string; delay: number }; transformOrigin: string }
  }[]
}

/** Plays exported steps one after another; the last one's styles stay. */
export function animate(element: HTMLElement, data: AnimationData | string): void {
  if (typeof data === 'string') return
  let wait = 0
  for (const { animates, option } of data.actions ?? []) {
    const { duration, timingFunction, delay } = option.transition
    setTimeout(() => {
      Object.assign(element.style, {
        transition: `all ${duration}ms ${timingFunction} ${delay}ms`,
        transformOrigin: option.transformOrigin,
      })
      const transforms = animates.filter(({ type }) => type !== 'style')
      if (transforms.length > 0) element.style.transform = transforms.map(transform).join(' ')
      for (const { type, args } of animates) {
        if (type === 'style') element.style.setProperty(String(args[0]), String(args[1]))
      }
    }, wait)
    wait += duration + delay
  }
}

function transform({ type, args }: { type: string; args: (string | number)[] }): string {
  const unit = /^translate/.test(type) ? 'px' : /^(rotate|skew)/.test(type) ? 'deg' : ''
  const value = (arg: string | number, i: number) => {
    const plain = typeof arg === 'string' || (type === 'rotate3d' && i < 3)
    return plain ? String(arg) : `${arg}${unit}`
  }
  return `${type}(${args.map(value).join(',')})`
}
