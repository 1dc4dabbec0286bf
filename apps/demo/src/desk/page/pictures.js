import { ask } from './ask.js'
import { h, keepRows } from './dom.js'

/** @typedef {import('../pictures').DeskPicture} DeskPicture */
/** @typedef {import('./form.js').Context} Context */

/**
 * The shop's own pictures: choose a file, and put a picture where the cursor stands.
 *
 * @param {Context} context
 * @param {(own: DeskPicture['own']) => void} put
 */
export function picturesView(context, put) {
  const words = context.words()
  const outcome = h('p', { class: 'outcome', role: 'status' })
  const shelf = h('ul', { class: 'pictures', 'aria-label': words.say('ownPictures') })
  const file = h('input', {
    type: 'file',
    accept: 'image/jpeg,image/png,image/webp',
    onchange: () => void send(),
  })

  /** @param {DeskPicture} picture */
  const row = ({ own, thumb, used }) =>
    h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          onclick: () => put(own),
          'aria-label': `${words.say('putPicture')} ${own.width} × ${own.height}`,
          title: words.say(used ? 'pictureUsed' : 'pictureUnused'),
        },
        h('img', { src: thumb, alt: '' }),
      ),
    )

  /** @param {string} sentence @param {boolean} isWrong */
  const say = (sentence, isWrong) => {
    outcome.textContent = sentence
    outcome.classList.toggle('wrong', isWrong)
  }
  /** @param {() => Promise<string>} deed */
  const doing = async (deed) => {
    say('', false)
    file.disabled = true
    try {
      say(await deed(), false)
    } catch (error) {
      say(words.refusal(error), true)
    }
    file.disabled = false
  }
  async function look() {
    const pictures = /** @type {DeskPicture[]} */ (await ask('/api/pictures'))
    keepRows(shelf, pictures, ({ own }) => own.source, row, words.language)
    return ''
  }
  const send = () =>
    doing(async () => {
      const [chosen] = file.files ?? []
      if (!chosen) return ''
      await ask('/api/pictures', { method: 'POST', body: chosen })
      file.value = ''
      await look()
      return words.say('pictureSent')
    })

  void doing(look)
  return h(
    'div',
    { class: 'own' },
    h('p', { class: 'quiet' }, words.say('picturesHow')),
    h('label', { class: 'pick' }, words.say('sendPicture'), file),
    outcome,
    shelf,
  )
}
