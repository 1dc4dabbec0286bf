/** @typedef {import('./words.js').Language} Language */
/** @typedef {{ language: Language, theme: 'light' | 'dark', accent: string }} Surroundings what the page is shown in */

/** What a page that frames us may say: see packages/simulator/README.md. */
const SAID = 'desk:surroundings'
const HEIGHT = 'desk:height'

/**
 * The language and look of whatever shows this page, now and when they change; opened by itself, those of its address.
 * Tells the frame around it how high the page is.
 *
 * @param {(surroundings: Surroundings) => void} onChange
 * @returns {Surroundings}
 */
export function surroundings(onChange) {
  const asked = new URLSearchParams(location.search)
  /** @type {Surroundings} */
  let current = {
    language: asked.get('language') === 'en' ? 'en' : 'zh',
    theme: asked.get('theme') === 'dark' ? 'dark' : 'light',
    accent: '',
  }
  if (window.parent !== window) {
    addEventListener('message', ({ source, data }) => {
      if (source !== window.parent || data?.type !== SAID) return
      const { language, theme, accent } = data
      current = {
        language: language === 'en' ? 'en' : 'zh',
        theme: theme === 'dark' ? 'dark' : 'light',
        accent: /^#[\da-f]{3,8}$/i.test(accent) ? accent : '',
      }
      onChange(current)
    })
    const tell = () => window.parent.postMessage({ type: HEIGHT, height: document.body.offsetHeight }, '*')
    new ResizeObserver(tell).observe(document.body)
  } else document.documentElement.classList.add('alone')
  return current
}

/** Whether anybody could see it: the tab is in front, and the panel around the page open. */
export const isSeen = () => !document.hidden && innerWidth > 0
