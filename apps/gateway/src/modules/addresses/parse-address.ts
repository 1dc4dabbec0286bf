import type { ParsedAddress } from '@xiaopu/contract'
import { findRegion } from './find-region'

const LABELS =
  /(?:收货人|收件人|收货地址|收件地址|所在地区|所在省市|详细地址|联系电话|联系方式|手机号码?|电话号码?|姓名|地区|地址|电话|手机|邮政编码|邮编)\s*[:：]\s*/g
const MOBILE = /(?<!\d)(?:\+?86[- ]?)?(1[3-9]\d(?:[- ]?\d{4}){2})(?!\d)/
const LANDLINE = /(?<!\d)(0\d{2,3})[- ]?(\d{7,8})(-\d{1,6})?(?!\d)/
const POSTCODE = /(?<![\dA-Za-z-])\d{6}(?![\d号栋室楼弄A-Za-z-])/
const BETWEEN = /[\s,，;；、|/]+/
/** A word with one of these is a place, not a person. */
const PLACE = /[路街道巷弄号楼栋幢座层室单元村镇乡组园区市省县厦苑城庄里院店]|\d/
const TITLE = /(?:先生|女士|小姐|老师|同学)$/

/**
 * Reads a pasted text such as 「张三，13800138000，广东省深圳市南山区科技园路1号」, in any order and with or without labels. What
 * cannot be read is left empty for the shopper to fill in; nothing is guessed.
 */
export function parseAddress(pasted: string): ParsedAddress {
  let text = pasted
    .normalize('NFKC')
    .replace(LABELS, '\n')
    .replace(/\p{C}(?<!\n)/gu, ' ')
  let phone = ''
  const take = (pattern: RegExp, read: (found: RegExpExecArray) => string) => {
    const found = pattern.exec(text)
    if (!found) return ''
    text = `${text.slice(0, found.index)}\n${text.slice(found.index + found[0].length)}`
    return read(found)
  }
  phone = take(MOBILE, ([, digits]) => digits!.replace(/[- ]/g, ''))
  phone ||= take(LANDLINE, ([, area, number, extension = '']) => `${area}-${number}${extension}`)
  take(POSTCODE, ([code]) => code)

  const region = findRegion(text)
  const before = words(region ? text.slice(0, region.from) : '')
  const after = words(region ? text.slice(region.to) : text)
  const name = takeName(before) || takeName(after) || takeReceiver(after)
  return {
    name,
    phone,
    province: region?.province ?? '',
    city: region?.city ?? '',
    district: region?.district ?? '',
    detail: [...after, ...before].join(' '),
    nationalCode: region?.nationalCode ?? null,
  }
}

const words = (text: string) => text.split(BETWEEN).filter((word) => word !== '' && !/^[()（）\-—.。:：]+$/.test(word))

/** The only word that can be a person: two to four characters, longer with a dot (买买提·吐尔逊), or Latin letters. */
function takeName(words: string[]): string {
  const index = words.findIndex(isName)
  if (index < 0) return ''
  // Zhang San comes as two words.
  const latin = (word: string | undefined) => word !== undefined && /^[A-Za-z.'-]+$/.test(word)
  const count = latin(words[index]) && latin(words[index + 1]) ? 2 : 1
  return words
    .splice(index, count)
    .join(' ')
    .replace(/[(（]?收[)）]?$/, '')
}

function isName(word: string): boolean {
  const bare = word.replace(/[(（]?收[)）]?$/, '').replace(TITLE, '')
  if (PLACE.test(bare)) return false
  return /^\p{Script=Han}{1,4}$/u.test(bare)
    ? bare.length > 1 || TITLE.test(word)
    : /^(?:\p{Script=Han}+·\p{Script=Han}+|[A-Za-z][A-Za-z.'-]{1,19})$/u.test(bare)
}

/** 「…3号楼1202室张三收」: the name stands at the end of the last word. */
function takeReceiver(words: string[]): string {
  const found = /^(.*[号室楼层栋座\d])(\p{Script=Han}{2,4})[(（]?收[)）]?$/u.exec(words.at(-1) ?? '')
  if (!found) return ''
  words[words.length - 1] = found[1]!
  return found[2]!
}
