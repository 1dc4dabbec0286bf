import { type FapiaoTitle, type FapiaoTitleToSave, MAX_FAPIAO_TITLES } from '@xiaopu/contract'
import { Refusal } from './refusal'

const numberOf = (title: FapiaoTitleToSave | FapiaoTitle) => (title.kind === 'company' ? title.taxNumber : null)
const isSame = (one: FapiaoTitle, other: FapiaoTitleToSave) =>
  one.kind === other.kind && one.title === other.title && numberOf(one) === numberOf(other)

/** Titles shoppers have kept. */
export function createFapiaoTitles() {
  const kept = new Map<string, FapiaoTitle[]>()
  let made = 0
  const mine = (shopper: string) => kept.get(shopper) ?? []

  function put(shopper: string, id: string, title: FapiaoTitleToSave): FapiaoTitle {
    const others = mine(shopper).filter((other) => other.id !== id)
    const isDefault = title.isDefault || others.every((other) => !other.isDefault)
    const written: FapiaoTitle = { ...title, email: title.email ?? null, id, isDefault }
    const rest = isDefault ? others.map((other) => ({ ...other, isDefault: false })) : others
    kept.set(
      shopper,
      [written, ...rest].sort((one, other) => Number(other.isDefault) - Number(one.isDefault)),
    )
    return written
  }
  function find(shopper: string, id: string): FapiaoTitle {
    const found = mine(shopper).find((title) => title.id === id)
    if (!found) throw new Refusal('not_found')
    return found
  }

  return {
    list: (shopper: string) => ({ titles: mine(shopper) }),
    save(shopper: string, title: FapiaoTitleToSave): FapiaoTitle {
      const same = mine(shopper).find((one) => isSame(one, title))
      if (same) return put(shopper, same.id, { ...title, isDefault: title.isDefault || same.isDefault })
      if (mine(shopper).length >= MAX_FAPIAO_TITLES) throw new Refusal('fapiao_titles_full')
      return put(shopper, `title-${++made}`, title)
    },
    change(shopper: string, id: string, title: FapiaoTitleToSave): FapiaoTitle {
      const before = find(shopper, id)
      return put(shopper, id, { ...title, isDefault: title.isDefault || before.isDefault })
    },
    remove(shopper: string, id: string): void {
      const gone = find(shopper, id)
      const [next, ...rest] = mine(shopper).filter((title) => title.id !== id)
      kept.set(shopper, next ? [{ ...next, isDefault: next.isDefault || gone.isDefault }, ...rest] : [])
    },
  }
}

export type FapiaoTitles = ReturnType<typeof createFapiaoTitles>
