import { h } from './dom'

/** GCJ-02 degrees. */
export interface MapPlace {
  latitude: number
  longitude: number
  name: string
  address: string
}

/** `wx.openLocation`: a schematic with the pin in the middle; no streets, no tiles. */
export function mapPage(place: MapPlace, done: (answer: undefined) => void): HTMLElement {
  return h(
    'section',
    { class: 'map-page', role: 'dialog', 'aria-modal': 'true', 'aria-label': '位置' },
    h('button', { class: 'map-back', 'aria-label': '返回', onclick: () => done(undefined) }, '‹'),
    h(
      'div',
      { class: 'map', 'aria-hidden': 'true' },
      h('i', { class: 'river' }),
      h('i', { class: 'park' }),
      h('i', { class: 'pin' }),
    ),
    h(
      'footer',
      {},
      h('h2', {}, place.name || '位置'),
      h('p', {}, place.address),
      h('small', {}, `${place.latitude.toFixed(6)}, ${place.longitude.toFixed(6)} · GCJ-02 · 示意图`),
    ),
  )
}
