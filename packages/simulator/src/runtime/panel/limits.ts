import { h } from '../shell/dom'
import { card, type PanelContext, type Section } from './section'
import { LIMITS } from './text'

/** The plain statement of what is not modelled. */
export function limits(context: PanelContext): Section {
  return card(context, 'limits', (words) => [
    h('ul', { class: 'limits' }, ...LIMITS.map((limit) => h('li', {}, words.pick(limit)))),
  ])
}
