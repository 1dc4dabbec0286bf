import { syllablesOf } from '../search/lexicon'
import { typedAs } from '../search/match'

/** What is said of a store: its name, city, address; in every language it is looked for in. */
export type Said = readonly string[]

interface Heard {
  text: string
  /** What the text sounds like from each of its characters on, in full and by initials. */
  from: { sound: string; initials: string }[]
}

const HAN = /\p{Script=Han}/u
/** Names change seldom, and hearing one costs more than finding it: kept by their text, the whole lot let go beyond this. */
const KEEP = 5_000
const kept = new Map<string, Heard>()

function heardOf(text: string): Heard {
  const known = kept.get(text)
  if (known) return known
  const syllables = HAN.test(text) ? syllablesOf(text) : []
  const from = syllables.map((_, place) => ({
    sound: joined(syllables.slice(place).map(({ sound }) => sound)),
    initials: joined(syllables.slice(place).map(({ initial }) => initial)),
  }))
  const heard = { text: typedAs(text), from }
  if (kept.size >= KEEP) kept.clear()
  kept.set(text, heard)
  return heard
}

const joined = (parts: string[]) => parts.join('')

/** What was typed, word by word: 'Pu Dong', '徐汇 武康'. */
export const wordsTyped = (text: string): string[] => text.split(/\s+/).map(typedAs).filter(Boolean)

/**
 * Whether all the words are somewhere in what is said: as they stand, as pinyin, or as its initials, from any character on. The rules
 * are those of the search for goods (`../search/match`), but for what is one letter away: an address has too many neighbours.
 */
export function saysAll(said: Said, words: readonly string[]): boolean {
  const heard = said.map(heardOf)
  return words.every((word) => heard.some((one) => fits(word, one)))
}

function fits(word: string, { text, from }: Heard): boolean {
  if (text.includes(word)) return true
  // Half typed, 浦d is 浦东 as well.
  const mixed = HAN.test(word)
  const sound = mixed ? joined(syllablesOf(word).map((syllable) => syllable.sound)) : word
  if (!/^[a-z]/.test(sound) || sound.length < 2) return false
  return from.some((place) => place.sound.startsWith(sound) || (!mixed && place.initials.startsWith(sound)))
}
