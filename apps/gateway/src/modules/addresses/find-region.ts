import { DISTRICTS, type District } from './regions'

/** A region in a text: what it is, and where it begins and ends. */
export interface FoundRegion {
  province: string
  city: string
  district: string
  /** null: the text names no district. */
  nationalCode: string | null
  from: number
  to: number
}

/** What people leave out of a name: 广东, 恩施, 内蒙古. */
const PEOPLES =
  '(?:壮族|回族|维吾尔|土家族|苗族|藏族|羌族|彝族|哈尼族|傣族|白族|朝鲜族|蒙古族?|布依族|侗族|景颇族|傈僳族|哈萨克|柯尔克孜|黎族)*'
const ENDINGS = {
  province: /(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)$/,
  city: new RegExp(`(?:市|地区|盟|${PEOPLES}自治州)$`),
  district: new RegExp(`(?:市|区|县|旗|${PEOPLES}自治[县旗])$`),
}
/** Cities that only exist in tables: nobody writes them. */
const ON_PAPER = /^(?:省|自治区)直辖县/

type Level = keyof typeof ENDINGS
interface Match {
  from: number
  to: number
  full: boolean
}

/** The first place from `start` on, at most `gap` characters away, where the name or its short form stands. */
function match(text: string, level: Level, name: string, start: number, gap: number): Match | null {
  const short = name.replace(ENDINGS[level], '')
  for (const [form, full] of [
    [name, true],
    [short, false],
  ] as const) {
    if (form.length < 2) continue
    const from = text.indexOf(form, start)
    if (from >= 0 && from - start <= gap) return { from, to: from + form.length, full }
  }
  return null
}

interface Candidate extends District {
  matches: Partial<Record<Level, Match>>
}

/** Between 广东省 and 深圳市 there is a blank or a comma at most. */
const NEAR = 2

function candidate(text: string, place: District): Candidate | null {
  const matches: Candidate['matches'] = {}
  let end = 0
  let gap = text.length
  for (const level of ['province', 'city', 'district'] as const) {
    // 上海市 is its own city, and is written once or twice.
    const found = match(text, level, place[level], end, gap)
    if (!found) continue
    matches[level] = found
    end = found.to
    gap = NEAR
  }
  return isConvincing(place, matches) ? { ...place, matches } : null
}

/** 中山路 is no 中山市 and 海南路 no 海南省: a short name alone says nothing. */
function isConvincing(
  { province, city }: District,
  { province: p, city: c, district: d }: Candidate['matches'],
): boolean {
  const levels = [p, c, d].filter(Boolean).length
  if (p?.full && (levels > 1 || province !== city)) return true
  if (c?.full) return true
  if (d?.full && (levels > 1 || d.to - d.from > 2)) return true
  return levels > 1 && Boolean(p ?? c)
}

/** More levels say more, then longer names, then the one that comes first. */
function weight({ matches, city }: Candidate): number {
  const all = Object.values(matches)
  const letters = all.reduce((sum, { from, to }) => sum + to - from, 0)
  const from = Math.min(...all.map((one) => one.from))
  return all.length * 1_000 + letters * 20 - from + (ON_PAPER.test(city) ? 1 : 0)
}

/** The region a text names, in the table's own words; null: none, or it could be several. */
export function findRegion(text: string): FoundRegion | null {
  const candidates = DISTRICTS.flatMap((place) => candidate(text, place) ?? [])
  const best = Math.max(0, ...candidates.map(weight))
  const bests = candidates.filter((one) => weight(one) === best)
  const [first] = bests
  if (!first) return null
  const all = Object.values(first.matches)
  const place = { from: Math.min(...all.map(({ from }) => from)), to: Math.max(...all.map(({ to }) => to)) }
  if (first.matches.district) {
    // 朝阳区 is in 北京 and in 长春.
    if (bests.length > 1) return null
    return { province: first.province, city: first.city, district: first.district, nationalCode: first.code, ...place }
  }
  const sameCity = bests.every(({ city, province }) => city === first.city && province === first.province)
  const isCity = sameCity && (first.matches.city || first.province === first.city)
  return { province: first.province, city: isCity ? first.city : '', district: '', nationalCode: null, ...place }
}
