/**
 * Taro's components as HTML, for tests of our components' sources: text, roles and labels as a screen reader finds them, taps,
 * typing. Layout and the platform's own behaviour are the component and journey tests' business.
 */
import { type ComponentType, createElement, Fragment, forwardRef, type ReactNode } from 'react'

type Props = Record<string, unknown> & { children?: ReactNode }

const ATTRIBUTES: Record<string, string> = {
  ariaRole: 'role',
  ariaLabel: 'aria-label',
  ariaHidden: 'aria-hidden',
  ariaLive: 'aria-live',
  ariaChecked: 'aria-checked',
  ariaSelected: 'aria-selected',
  ariaDisabled: 'aria-disabled',
  maxlength: 'maxLength',
}
const KEPT =
  /^(id|className|style|src|value|placeholder|disabled|onClick|onBlur|onError|onLoad|onEnded|onAnimationEnd|onTransitionEnd|data-.*|aria-.*|role)$/

function toHtml(props: Props): Props {
  const html: Props = {}
  for (const [name, value] of Object.entries(props)) {
    const attribute = ATTRIBUTES[name] ?? name
    if (ATTRIBUTES[name] || KEPT.test(name)) html[attribute] = value
  }
  return html
}

const as = (tag: string, own: Props = {}) =>
  forwardRef<unknown, Props>(({ children, ...props }: Props, ref) =>
    createElement(tag, { ...own, ...toHtml(props), ref }, children as ReactNode),
  ) as unknown as ComponentType<Props>

interface Typed {
  target: { value: string }
}
const field = (tag: 'input' | 'textarea') =>
  forwardRef<unknown, Props>(({ onInput, onConfirm, ...props }, ref) => {
    const { onKeyboardCompositionStart: onCompositionStart, onKeyboardCompositionEnd: onCompositionEnd } = props
    const tell = (handler: unknown, value: string) =>
      (handler as ((event: { detail: { value: string } }) => void) | undefined)?.({ detail: { value } })
    return createElement(tag, {
      ...toHtml(props),
      ref,
      onCompositionStart,
      onCompositionEnd,
      onChange: ({ target }: Typed) => tell(onInput, target.value),
      onKeyDown: (event: Typed & { key: string }) => event.key === 'Enter' && tell(onConfirm, event.target.value),
    })
  }) as unknown as ComponentType<Props>

export const Block = Fragment
export const View = as('div')
export const Text = as('span')
export const Image = as('img')
export const Button = as('button', { type: 'button' })
export const ScrollView = as('div')
export const Swiper = as('div')
export const SwiperItem = as('div')
export const Video = as('video')
const MapView = as('div')

export { MapView as Map }
export const Label = as('label')
export const Form = as('form')
export const RichText = as('div')
export const RootPortal = as('div')
export const PageMeta = as('div')
export const Input = field('input')
export const Textarea = field('textarea')
