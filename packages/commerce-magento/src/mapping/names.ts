/** Surnames of two characters; every other Chinese surname that is common has one. */
const DOUBLE =
  '欧阳 司马 上官 诸葛 夏侯 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 司空 端木 百里 南宫 独孤 轩辕 西门 呼延 申屠 澹台 濮阳 淳于 单于 太叔 公冶 宗政 赫连 闻人 拓跋 歐陽 諸葛 東方 尉遲 公孫 長孫 獨孤 軒轅 西門 澹臺 濮陽 單于'.split(
    ' ',
  )
/** Stands where a name has only one part: Magento wants two. */
const NONE = '.'
const HAN = /^\p{Script=Han}/u

export interface MagentoName {
  firstname: string
  lastname: string
}

/**
 * What Magento takes of a name: letters, marks, digits, space and `-_.',` (its name validator); no emoji, no space
 * between Chinese characters, 100 characters. `splitName` and `joinName` lose nothing of that.
 */
export function plainName(name: string): string {
  const kept = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}\s\-_.',]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .trim()
  const short = [...kept].slice(0, 100).join('').trim()
  return short === '' || short === NONE ? '顾客' : short
}

/**
 * 张三 → 张 + 三; 欧阳娜娜 → 欧阳 + 娜娜; Ada King → Ada + King. One part alone, and what could not be told apart when
 * it is rejoined, is the surname of somebody called `.`.
 */
export function splitName(name: string): MagentoName {
  const whole = plainName(name)
  const parts = partsOf(whole)
  return parts && joinName(parts) === whole ? parts : { firstname: NONE, lastname: whole }
}

function partsOf(whole: string): MagentoName | null {
  const gap = whole.lastIndexOf(' ')
  if (gap > 0) return { firstname: whole.slice(0, gap), lastname: whole.slice(gap + 1) }
  const characters = [...whole]
  const length = DOUBLE.includes(characters.slice(0, 2).join('')) && characters.length > 2 ? 2 : 1
  const [lastname, firstname] = [characters.slice(0, length).join(''), characters.slice(length).join('')]
  return HAN.test(lastname) && HAN.test(firstname) ? { firstname, lastname } : null
}

/** The name as `splitName` found it. */
export function joinName({ firstname, lastname }: MagentoName): string {
  if (firstname === NONE) return lastname
  const chinese = /^\p{Script=Han}+$/u.test(lastname) && HAN.test(firstname) && !firstname.includes(' ')
  return chinese ? `${lastname}${firstname}` : `${firstname} ${lastname}`
}
