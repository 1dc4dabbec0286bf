import type { WebView } from '../view/webview'
import { elementBase, type Kind, type WxBase } from './base'
import { button } from './button'
import { checkbox, checkboxGroup, radio, radioGroup, switchKind } from './choices'
import { matchMedia, pageContainer, rootPortal } from './containers'
import { input, textarea } from './fields'
import { form } from './form'
import { image } from './image'
import { label } from './label'
import { map } from './map'
import { movableView } from './movable'
import { navigator } from './navigator'
import { navigationBar, pageMeta } from './page-meta'
import { picker } from './picker'
import { pickerView, pickerViewColumn } from './picker-view'
import { richText } from './rich-text'
import { scrollView } from './scroll-view'
import { icon, progress, slider } from './simple'
import { swiper, swiperItem } from './swiper'
import { unknown } from './unknown'
import { video } from './video'

/** Components that need nothing but a box. */
const PLAIN = new Set([
  'view',
  'text',
  'block',
  'cover-view',
  'movable-area',
  'slot',
  'wxs',
  'template',
  'page',
  'virtual-host',
])

const KINDS: Record<string, Kind> = {
  button,
  checkbox,
  'checkbox-group': checkboxGroup,
  'cover-image': image,
  form,
  icon,
  image,
  input,
  label,
  map,
  'match-media': matchMedia,
  'movable-view': movableView,
  'navigation-bar': navigationBar,
  navigator,
  'page-container': pageContainer,
  'page-meta': pageMeta,
  picker,
  'picker-view': pickerView,
  'picker-view-column': pickerViewColumn,
  progress,
  radio,
  'radio-group': radioGroup,
  'rich-text': richText,
  'root-portal': rootPortal,
  'scroll-view': scrollView,
  slider,
  swiper,
  'swiper-item': swiperItem,
  switch: switchKind,
  textarea,
  video,
}

const bases = new WeakMap<WebView, WxBase>()

/** Defines the custom element for a WXML tag in this page's window on first use, and gives its name. */
export function defineElement(view: WebView, tag: string): string {
  const name = `wx-${tag.toLowerCase()}`
  const { customElements } = view.win
  if (customElements.get(name)) return name
  const Base = bases.get(view) ?? elementBase(view)
  bases.set(view, Base)
  const kind = KINDS[tag] ?? (isPlain(view, tag) ? null : unknown(tag))
  customElements.define(name, kind ? kind(Base, view.win) : class extends Base {})
  return name
}

/** Tags that are the Mini Program's own components get a host element under their tag's name. */
function isPlain(view: WebView, tag: string): boolean {
  if (PLAIN.has(tag)) return true
  const { configs } = view.host.payload
  return Object.values(configs).some(
    (config) => tag in config.usingComponents || tag in (config.componentGenerics ?? {}),
  )
}
