import { ask, Refusal } from './ask.js'
import { h, keepRows } from './dom.js'
import { field } from './form.js'
import { picturesView } from './pictures.js'

/** @typedef {import('../home').HomeState} HomeState */
/** @typedef {import('./form.js').Context} Context */
/** @typedef {{ path: string, message: string }} Finding */

/** How long nobody has typed before it is checked, ms. */
const PAUSE_MS = 400

/** What was typed and not saved: another room may be looked at meanwhile. */
let typed = ''
/** What its writer knew. */
let known = { newest: 0, revision: 0 }

/** @param {string} act @param {object} [given] @returns {Promise<any>} */
const perform = (act, given = {}) =>
  ask(`/api/home/${act}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(given),
  })

/** The home page as JSON: checked while it is typed, looked at on the phone, published, and had back. @param {Context} context */
export function homeView(context) {
  const words = context.words()
  /** Takes the place of what is marked, or goes to where the cursor stands. @param {object} own */
  const put = (own) => {
    text.setRangeText(JSON.stringify({ own }), text.selectionStart, text.selectionEnd, 'end')
    text.focus()
    text.dispatchEvent(new Event('input'))
  }
  const text = h('textarea', { class: 'code', rows: 14, spellcheck: 'false', 'aria-label': words.say('homeJson') })
  const found = h('ul', { class: 'findings', 'aria-live': 'polite' })
  const outcome = h('p', { class: 'outcome', role: 'status' })
  const later = h('input', { type: 'datetime-local' })
  const versions = h('ul', { 'aria-label': words.say('homeVersions') })

  /** @param {string} sentence @param {boolean} [isWrong] */
  const say = (sentence, isWrong = false) => {
    outcome.textContent = sentence
    outcome.classList.toggle('wrong', isWrong)
  }
  /** Does something, and says how it ended. @param {() => Promise<string | void>} deed */
  const doing = async (deed) => {
    say('')
    for (const button of buttons) button.disabled = true
    try {
      say((await deed()) ?? '')
    } catch (error) {
      say(words.refusal(error), true)
    }
    for (const button of buttons) button.disabled = false
  }

  /** @throws {Refusal} what is typed is no JSON */
  const document = () => {
    try {
      return JSON.parse(typed)
    } catch (error) {
      throw new Refusal('validation_failed', error instanceof Error ? error.message : '')
    }
  }
  /** @param {[string, boolean][]} sentences with whether each is a mistake */
  const tell = (sentences) =>
    found.replaceChildren(
      ...sentences.map(([sentence, isWrong]) => h('li', { class: isWrong ? 'wrong' : 'quiet' }, sentence)),
    )

  let pause = 0
  async function check() {
    try {
      const { problems, warnings } = await perform('check', { document: document() })
      /** @param {Finding} finding */
      const line = ({ path, message }) => `${path}: ${message}`
      if (problems.length > 0) tell(problems.map((/** @type {Finding} */ one) => [line(one), true]))
      else tell([[words.say('homeFits'), false], ...warnings.map((/** @type {Finding} */ one) => [line(one), false])])
    } catch (error) {
      tell([[words.refusal(error), true]])
    }
  }
  text.addEventListener('input', () => {
    typed = text.value
    clearTimeout(pause)
    pause = window.setTimeout(check, PAUSE_MS)
  })

  /** @param {boolean} anew whether what is typed gives way to what is kept there */
  async function load(anew) {
    const state = /** @type {HomeState} */ (await ask('/api/home'))
    if (anew) {
      known = { newest: state.newest, revision: state.revision }
      typed = JSON.stringify(state.document, null, 2)
      text.value = typed
      await check()
    }
    keepRows(versions, state.versions, ({ number }) => String(number), row, words.language)
  }

  async function save() {
    const { revision } = await perform('save', {
      document: document(),
      basedOn: known.newest,
      revision: known.revision,
    })
    known = { ...known, revision }
  }

  const loadButton = h(
    'button',
    { type: 'button', onclick: () => doing(async () => load(true)) },
    words.say('homeLoad'),
  )
  const previewButton = h(
    'button',
    {
      type: 'button',
      onclick: () =>
        doing(async () => {
          await save()
          const { path } = await perform('preview')
          window.parent.postMessage({ type: 'desk:open', path }, '*')
          return `${words.say('homePreviewAt')} ${path}`
        }),
    },
    words.say('homePreview'),
  )
  const publishButton = h(
    'button',
    {
      type: 'button',
      class: 'solid',
      onclick: () =>
        doing(async () => {
          await save()
          const publishAt = later.value ? new Date(later.value).toISOString() : null
          await perform('publish', { revision: known.revision, publishAt })
          later.value = ''
          await load(true)
          return words.say(publishAt ? 'homePlanned' : 'homePublished')
        }),
    },
    words.say('homePublish'),
  )
  const buttons = [loadButton, previewButton, publishButton]

  /** @param {HomeState['versions'][number]} version */
  function row({ number, state, visibleFrom, publishedBy }) {
    const [act, label] =
      state === 'scheduled' ? ['withdraw', words.say('homeWithdraw')] : ['restore', words.say('homeRestore')]
    const back = () =>
      doing(async () => {
        const { newest } = /** @type {HomeState} */ (await ask('/api/home'))
        await perform(act ?? '', { number, basedOn: newest })
        await load(true)
        return words.say('changed')
      })
    return h(
      'li',
      { 'aria-label': `${words.say('homeVersion')} ${number}` },
      h(
        'div',
        { class: 'line' },
        h('strong', {}, `${words.say('homeVersion')} ${number}`),
        h('span', { class: `state ${state}` }, words.version(state)),
      ),
      h('div', { class: 'quiet' }, `${new Date(visibleFrom).toLocaleString()} · ${publishedBy.name}`),
      state === 'current' || state === 'withdrawn'
        ? null
        : h('div', { class: 'actions' }, h('button', { type: 'button', onclick: back }, label)),
    )
  }

  text.value = typed
  void doing(async () => load(typed === ''))
  return {
    element: h(
      'div',
      {},
      text,
      found,
      picturesView(context, put),
      field(words.say('homeLater'), later),
      h('div', { class: 'actions' }, ...buttons),
      outcome,
      versions,
    ),
    paint() {},
  }
}
