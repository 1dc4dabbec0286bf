import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict'
import { pinyin } from 'pinyin-pro'

/** A word goods are called by. */
export interface Word {
  text: string
  /** How many products have it in their name. */
  count: number
  /** penzai; of a Latin word the word itself, in small letters. */
  sound: string
  /** pz; of a Latin word nothing. */
  initials: string
}

const HAN = /\p{Script=Han}/u
/** What a name has besides what it names: 的, one letter, a size. */
const SAYS_LITTLE = /^(?:\p{Script=Han}|[\d.]+\w{0,3}|[a-z]{1,2}|and|the|with|for|款|系列|套装)$/iu

let jieba: Jieba | undefined
/** The dictionary is 5 MB: read when the first word is cut. */
const cutter = () => {
  jieba ??= Jieba.withDict(dict)
  return jieba
}

/** The words of a name, each once. */
export function wordsOf(name: string): string[] {
  const runs =
    name
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\d.'-])+/gu) ?? []
  const pieces = runs.flatMap((run) => (HAN.test(run) ? cutter().cutForSearch(run, true) : [run]))
  return [...new Set(pieces)].filter((piece) => !SAYS_LITTLE.test(piece) && piece.length <= 20)
}

const lettersOf = (text: string) => text.replaceAll(/[^\p{L}\d]/gu, '')

export function soundOf(text: string): { sound: string; initials: string } {
  const small = text.toLowerCase()
  if (!HAN.test(small)) return { sound: lettersOf(small), initials: '' }
  const syllables = syllablesOf(small)
  return {
    sound: syllables.map(({ sound }) => sound).join(''),
    initials: syllables.map(({ initial }) => initial).join(''),
  }
}

/** Character by character: 武康路 A1 is wu, kang, lu and a1. What is not Chinese stays together. */
export function syllablesOf(text: string): { sound: string; initial: string }[] {
  const spoken = (pattern: 'pinyin' | 'first') =>
    pinyin(text.toLowerCase(), { toneType: 'none', pattern, type: 'array', v: true, nonZh: 'consecutive' }).map(
      lettersOf,
    )
  const initials = spoken('first')
  return spoken('pinyin')
    .map((sound, place) => ({ sound, initial: initials[place] ?? '' }))
    .filter(({ sound }) => sound !== '')
}

/** Every word of the names, the most used first. */
export function lexiconOf(names: string[]): Word[] {
  const counts = new Map<string, number>()
  for (const name of names) for (const word of wordsOf(name)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts]
    .map(([text, count]) => ({ text, count, ...soundOf(text) }))
    .sort((one, other) => other.count - one.count || other.text.length - one.text.length)
}
