/**
 * Makes an element: `h('button', { class: 'solid', onclick: send }, '发货')`. Props starting with `on` are listeners; `true`
 * writes an empty attribute, `false` and `undefined` none.
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, unknown>} [props]
 * @param {...(Node | string | null)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), /** @type {EventListener} */ (value))
    else if (value === true) element.setAttribute(name, '')
    else if (value !== false && value !== undefined) element.setAttribute(name, String(value))
  }
  element.append(...children.filter((child) => child !== null))
  return element
}

/**
 * Shows one row an item. A row stays as it is until its item changes, so that looking again disturbs nobody who types.
 *
 * @template Item
 * @param {HTMLElement} list
 * @param {Item[]} items
 * @param {(item: Item) => string} idOf
 * @param {(item: Item) => HTMLElement} draw
 * @param {string} look what else a row depends on, such as the language
 */
export function keepRows(list, items, idOf, draw, look) {
  const rows = new Map([...list.children].map((row) => [/** @type {HTMLElement} */ (row).dataset.id, row]))
  const wanted = items.map((item) => {
    const signature = look + JSON.stringify(item)
    const kept = /** @type {HTMLElement | undefined} */ (rows.get(idOf(item)))
    if (kept?.dataset.signature === signature) return kept
    const row = draw(item)
    row.dataset.id = idOf(item)
    row.dataset.signature = signature
    return row
  })
  const isSame = wanted.length === list.children.length && wanted.every((row, index) => list.children[index] === row)
  if (!isSame) list.replaceChildren(...wanted)
}

/** Fen as ¥0.00. @param {number} fen */
export const yuan = (fen) => `¥${(fen / 100).toFixed(2)}`

/**
 * Yuan as somebody types them, in fen; NaN for what is no amount.
 * @param {string} typed
 */
export const fenOf = (typed) => (/^\d+(\.\d{1,2})?$/.test(typed.trim()) ? Math.round(Number(typed) * 100) : Number.NaN)
