import { soundOf, type Word } from './lexicon'

/** How a typed text fits a name: the less the better; null: not at all. */
export type Fit = 0 | 1 | 2 | 3 | 4 | null

const HAN = /\p{Script=Han}/u

/** What was typed, without what fingers leave in it: 'Pen Zai', "pen'zai". */
export const typedAs = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s'’·-]/g, '')

/** 0 begins with it · 1 has it inside · 2 its pinyin begins so · 3 its initials do · 4 one letter away. */
export function fitOf(typed: string, name: Pick<Word, 'text' | 'sound' | 'initials'>): Fit {
  const text = typedAs(name.text)
  if (text.startsWith(typed)) return 0
  if (text.includes(typed)) return 1
  // Half typed, 盆z is 盆栽 as well.
  const heard = HAN.test(typed) ? soundOf(typed).sound : typed
  if (!/^[a-z]/.test(heard) || heard.length < 2) return null
  if (name.sound.startsWith(heard)) return 2
  if (!HAN.test(typed) && name.initials !== '' && name.initials.startsWith(heard)) return 3
  return isOneAway(heard, name.sound) ? 4 : null
}

/** One letter more, less, other, or two changed places; only where four letters or more leave no doubt. */
export function isOneAway(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < 4 || Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  const rest = (text: string, skip: number) => text.slice(start + skip)
  return (
    rest(one, 1) === rest(other, 1) ||
    rest(one, 0) === rest(other, 1) ||
    rest(one, 1) === rest(other, 0) ||
    (one[start] === other[start + 1] && one[start + 1] === other[start] && rest(one, 2) === rest(other, 2))
  )
}
