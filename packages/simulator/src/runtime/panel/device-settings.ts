import type { Person } from '../device/sandbox'
import { h } from '../shell/dom'
import { card, choice, type PanelContext, type Section } from './section'

/** Who holds the phone and how it is set. */
export function deviceSettings(context: PanelContext, people: Person[]): Section {
  const { device } = context.app
  return card(context, 'device', (words) => {
    const asked = device.permission('scope.userLocation')
    const person = h(
      'select',
      {
        onchange: () => {
          device.set('person', person.value)
          // Another person's WeChat: nothing of the Mini Program's memory may remain.
          location.reload()
        },
      },
      ...people.map(({ id, name }) => h('option', { value: id, selected: id === device.person }, name)),
    )
    return [
      people.length > 0
        ? h('label', { class: 'field' }, h('span', { class: 'label' }, words.say('person')), person)
        : null,
      choice(
        words.say('theme'),
        [
          ['light', words.say('light')],
          ['dark', words.say('dark')],
        ],
        device.theme,
        (theme) => device.set('theme', theme),
      ),
      choice(
        words.say('network'),
        [
          ['wifi', words.say('wifi')],
          ['slow', words.say('slow')],
          ['none', words.say('offline')],
        ],
        device.network,
        (network) => device.set('network', network),
      ),
      choice(
        words.say('location'),
        [
          ['ask', words.say('ask')],
          ['allow', words.say('allow')],
          ['deny', words.say('deny')],
        ],
        asked === undefined ? 'ask' : asked ? 'allow' : 'deny',
        (answer) => device.allow('scope.userLocation', answer === 'ask' ? undefined : answer === 'allow'),
      ),
      choice(
        words.say('fontSize'),
        [
          ['15', 'A−'],
          ['17', 'A'],
          ['20', 'A+'],
          ['23', 'A++'],
        ],
        String(device.fontSize) as '17',
        (size) => device.set('fontSize', Number(size)),
      ),
      h(
        'div',
        { class: 'actions' },
        h('button', { onclick: () => location.reload() }, words.say('restart')),
        h('button', { onclick: () => window.xiaopu.reset() }, words.say('reset')),
      ),
    ]
  })
}
