import { isWxElement, type WxElement } from '../elements/base'
import type { WebView } from './webview'

const LONG_PRESS_MS = 350
const HOVER_STAY_MS = 70
/** Beyond this a touch is a drag: neither tap nor long press. */
const SLOP_PX = 10

interface Point {
  identifier: number
  clientX: number
  clientY: number
  pageX: number
  pageY: number
}

/**
 * Turns what the browser reports into WeChat's touchstart, touchmove, touchend, touchcancel, tap, longpress and longtap. A finger gives
 * touch events; a mouse has none, so its pointer events stand in for one finger.
 */
export function listenToGestures(view: WebView): void {
  const gesture = new Gesture(view)
  const on = (type: string, listener: (event: never) => void) =>
    view.doc.addEventListener(type, listener as EventListener, { capture: true, passive: false })

  for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const) {
    on(type, (event: TouchEvent) =>
      gesture.touch(type, event, Array.from(event.touches, point), Array.from(event.changedTouches, point)),
    )
  }
  const mouse = {
    pointerdown: 'touchstart',
    pointermove: 'touchmove',
    pointerup: 'touchend',
    pointercancel: 'touchcancel',
  }
  for (const [type, name] of Object.entries(mouse)) {
    on(type, (event: PointerEvent) => {
      if (event.pointerType === 'touch' || (type === 'pointermove' && event.buttons === 0) || event.button > 0) return
      const here = point(event)
      gesture.touch(name, event, type === 'pointerup' ? [] : [here], [here])
    })
  }
  on('click', (event: MouseEvent) => gesture.click(event))
  for (const type of ['transitionend', 'animationstart', 'animationiteration', 'animationend']) {
    on(type, (event: AnimationEvent) => view.dispatch(event, type, { elapsedTime: event.elapsedTime }))
  }
}

class Gesture {
  private timer: ReturnType<typeof setTimeout> | undefined
  private start: Point | null = null
  private swallowClick = false
  private pressed: [WxElement, string[]][] = []

  constructor(private readonly view: WebView) {}

  touch(type: string, event: Event, touches: Point[], changedTouches: Point[]): void {
    const here = changedTouches[0]
    if (!here) return
    if (type === 'touchstart') this.begin(event, here, touches)
    else if (type === 'touchmove') this.move(event, here)
    else clearTimeout(this.timer)
    this.view.dispatch(event, type, {}, { touches, changedTouches })
    if (type === 'touchstart') this.press(event)
    if (type === 'touchend' || type === 'touchcancel') this.release()
  }

  click(event: MouseEvent): void {
    if (this.swallowClick) {
      this.swallowClick = false
      event.stopPropagation()
      event.preventDefault()
      return
    }
    const target = event.target as Element
    if (target.closest?.('wx-button[xp-disabled]')) return
    const here = point(event)
    const touches = [here]
    this.view.dispatch(event, 'tap', { x: here.pageX, y: here.pageY }, { touches, changedTouches: touches })
  }

  private begin(event: Event, here: Point, touches: Point[]): void {
    this.start = here
    this.swallowClick = false
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      const detail = { x: here.pageX, y: here.pageY }
      this.swallowClick = this.listensToLongPress(event.target as Element)
      for (const type of ['longpress', 'longtap']) {
        this.view.dispatch(event, type, detail, { touches, changedTouches: touches })
      }
    }, LONG_PRESS_MS)
  }

  private move(event: Event, here: Point): void {
    if (!this.start || Math.hypot(here.clientX - this.start.clientX, here.clientY - this.start.clientY) <= SLOP_PX)
      return
    clearTimeout(this.timer)
    // A browser clicks after a mouse drag; a phone does not tap after one.
    if (event.type === 'pointermove') this.swallowClick = true
  }

  /** A held finger that nobody listens to is still a tap when it lifts. */
  private listensToLongPress(target: Element): boolean {
    for (let node: Element | null = target; node; node = node.parentElement) {
      const { listens } = node as WxElement
      if (listens?.has('longpress') || listens?.has('longtap')) return true
    }
    return false
  }

  /** `hover-class` of the touched element and of its ancestors. */
  private press(event: Event): void {
    for (let node = event.target as Element | null; node; node = node.parentElement) {
      if (!isWxElement(node)) continue
      const names = String(node.get('hover-class', node.localName === 'wx-button' ? 'button-hover' : 'none'))
      if (!names || names === 'none' || node.on('disabled')) continue
      const scope = node.scope()
      const list = names.split(/\s+/).map((name) => (scope ? `${scope}--${name}` : name))
      node.classList.add(...list)
      this.pressed.push([node, list])
      if (node.on('hover-stop-propagation')) break
    }
  }

  private release(): void {
    const pressed = this.pressed
    this.pressed = []
    setTimeout(() => {
      for (const [node, names] of pressed) node.classList.remove(...names)
    }, HOVER_STAY_MS)
  }
}

function point(at: { clientX: number; clientY: number; pageX: number; pageY: number; identifier?: number }): Point {
  const { clientX, clientY, pageX, pageY, identifier = 0 } = at
  return { identifier, clientX, clientY, pageX, pageY }
}
