import { h } from './dom'

export interface ToastOptions {
  title: string
  icon?: 'success' | 'error' | 'loading' | 'none'
  image?: string
  mask?: boolean
  duration?: number
}

/** One toast at a time; a loading one stays until it is hidden. */
export class Toasts {
  private current: HTMLElement | null = null
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly layer: HTMLElement) {}

  show({ title, icon = 'success', image, mask, duration = 1500 }: ToastOptions, sticky = false): void {
    this.hide()
    const picture = image
      ? h('img', { src: image, alt: '' })
      : icon === 'none'
        ? null
        : h('i', { class: `toast-icon ${icon}`, 'aria-hidden': 'true' })
    const toast = h('div', { class: `toast${picture ? ' with-icon' : ''}`, role: 'status' }, picture, h('p', {}, title))
    this.current = mask ? h('div', { class: 'toast-mask' }, toast) : toast
    this.layer.append(this.current)
    if (!sticky) this.timer = setTimeout(() => this.hide(), duration)
  }

  hide(): void {
    clearTimeout(this.timer)
    this.current?.remove()
    this.current = null
  }
}
