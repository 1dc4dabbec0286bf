/** What the desk refused, or that nobody answered; the words are in words.js. */
export class Refusal extends Error {
  /** @param {string} code @param {string} [detail] */
  constructor(code, detail = '') {
    super(detail || code)
    this.code = code
    this.detail = detail
  }
}

/**
 * @template Answer
 * @param {string} path
 * @param {RequestInit} [init]
 * @returns {Promise<Answer>}
 * @throws {Refusal}
 */
export async function ask(path, init) {
  const answer = await fetch(path, init).catch(() => null)
  const body = answer ? await answer.json().catch(() => ({})) : {}
  if (!answer?.ok) throw new Refusal(body.code ?? 'desk_unavailable', body.detail)
  return body
}

/**
 * @param {string} name of the act
 * @param {object} given
 * @param {string} [at]
 * @returns {Promise<unknown>}
 * @throws {Refusal}
 */
export const act = (name, given, at = '/api/acts') =>
  ask(`${at}/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(given),
  })
