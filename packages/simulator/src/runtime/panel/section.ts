import type { RunningApp } from '../host/run-app'
import { h } from '../shell/dom'
import { type Language, pick, say, type TextKey } from './text'

/** What each section of the panel is given. */
export interface PanelContext {
  app: RunningApp
  language(): Language
}

/** One card of the panel: it draws itself again when something it shows has changed. */
export interface Section {
  element: HTMLElement
  paint(): void
}

/** A card with a heading; `draw` gives its content, in the language of the moment. */
export function card(
  context: PanelContext,
  key: TextKey,
  draw: (words: Words) => (Node | string | null)[],
  side?: (words: Words) => Node | null,
): Section {
  const element = h('section', { class: 'panel-card' })
  return {
    element,
    paint: () => {
      const words = wordsOf(context.language())
      element.setAttribute('aria-label', words.say(key))
      const header = h('header', {}, h('h2', {}, words.say(key)), side?.(words) ?? null)
      element.replaceChildren(header, ...draw(words).filter((node) => node !== null))
    },
  }
}

export interface Words {
  say(key: TextKey): string
  pick(pair: readonly [string, string]): string
}

function wordsOf(language: Language): Words {
  return { say: (key) => say(language, key), pick: (pair) => pick(language, pair) }
}

/** Buttons of which one is pressed. */
export function choice<T extends string>(
  label: string,
  options: [T, string][],
  value: T,
  choose: (value: T) => void,
): HTMLElement {
  return h(
    'div',
    { class: 'field', role: 'group', 'aria-label': label },
    h('span', { class: 'label' }, label),
    h(
      'div',
      { class: 'segments' },
      ...options.map(([option, text]) =>
        h('button', { 'aria-pressed': String(option === value), onclick: () => choose(option) }, text),
      ),
    ),
  )
}
