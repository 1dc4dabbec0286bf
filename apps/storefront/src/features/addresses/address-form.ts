import type { Address, AddressToSave, ParsedAddress, Region, SavedAddress } from '@xiaopu/contract'

/** As the form shows it: the three names of the region are one field. */
export type AddressForm = AddressToSave
export type AddressField = 'name' | 'phone' | 'region' | 'detail'
/** From top to bottom. */
export const FIELDS: readonly AddressField[] = ['name', 'phone', 'region', 'detail']

export const NO_ADDRESS: AddressForm = {
  name: '',
  phone: '',
  province: '',
  city: '',
  district: '',
  detail: '',
  postalCode: null,
  nationalCode: null,
  isDefault: false,
}

export function formOf({ id: _, ...address }: SavedAddress): AddressForm {
  return address
}

/** What is sent, without the blanks around what was typed. */
export const trimmed = (form: AddressForm): AddressForm => ({
  ...form,
  name: form.name.trim(),
  phone: form.phone.trim(),
  detail: form.detail.trim(),
})

export const isSameForm = (one: AddressForm, other: AddressForm) =>
  (Object.keys(NO_ADDRESS) as (keyof AddressForm)[]).every((name) => one[name] === other[name])

/** A mobile number of the mainland has eleven digits; what does not begin with 1 is a landline or from elsewhere. */
function isPhone(typed: string): boolean {
  if (!/^\+?[\d -]{5,20}$/.test(typed)) return false
  const digits = typed.replace(/[ -]/g, '').replace(/^(\+|00)86/, '')
  return digits.startsWith('1') ? /^1[3-9]\d{9}$/.test(digits) : digits.replace('+', '').length >= 7
}

/** What is missing or cannot be, from top to bottom. */
export function problemsOf(form: AddressForm): AddressField[] {
  const { name, phone, province, detail } = trimmed(form)
  const fine = { name: name !== '', phone: isPhone(phone), region: province !== '', detail: detail !== '' }
  return FIELDS.filter((field) => !fine[field])
}

const FIELD_OF: Record<string, AddressField> = {
  name: 'name',
  phone: 'phone',
  province: 'region',
  city: 'region',
  district: 'region',
  nationalCode: 'region',
  detail: 'detail',
}

/** The gateway's `body.phone` is the field of the phone. What belongs to no field of the form is left out. */
export function refusedFields(fields: readonly { path: string }[] = []): AddressField[] {
  const refused = new Set(fields.map(({ path }) => FIELD_OF[path.split('.').at(-1) ?? '']))
  return FIELDS.filter((field) => refused.has(field))
}

type Place = Pick<Address, 'province' | 'city' | 'district'>
export const regionLine = ({ province, city, district }: Place) =>
  [province, city === province ? '' : city, district].filter(Boolean).join(' ')

/** What one field says, to be compared and shown. */
export const saysOf = (field: AddressField, form: Omit<ParsedAddress, 'nationalCode'>) =>
  field === 'region' ? regionLine(form) : form[field].trim()

/** Where the pasted text says something else than what is in the form already. */
export const conflicts = (form: AddressForm, read: ParsedAddress): AddressField[] =>
  FIELDS.filter((field) => {
    const [before, now] = [saysOf(field, form), saysOf(field, read)]
    return before !== '' && now !== '' && before !== now
  })

/** The form with what was read. What was not read stays as it is; what was typed before gives way only if `over`. */
export function withParsed(form: AddressForm, read: ParsedAddress, over: boolean): AddressForm {
  const taken = FIELDS.filter((field) => saysOf(field, read) !== '' && (over || saysOf(field, form) === ''))
  const next = { ...form }
  for (const field of taken) {
    if (field !== 'region') next[field] = read[field].trim()
    else Object.assign(next, placed(read, read.nationalCode))
  }
  return next
}

/** Another region: the postal code of the old one does not hold there. */
export const placed = ({ province, city, district }: Place, nationalCode: string | null) => ({
  province,
  city,
  district,
  nationalCode,
  postalCode: null,
})

type Areas = readonly { code: string; name: string; children?: Areas }[]

/** The lists to choose from: provinces, then the cities of the chosen one, then its districts. A list too short to choose from is still one. */
export function stepsOf(regions: readonly Region[], path: readonly string[]): Areas[] {
  const steps: Areas[] = [regions]
  for (const name of path) {
    const children = steps.at(-1)?.find((area) => area.name === name)?.children
    if (!children?.length) break
    steps.push(children)
  }
  return steps
}

/** The names chosen so far that the list knows, from the province down. */
export function knownPath(regions: readonly Region[], { province, city, district }: Place): string[] {
  const path: string[] = []
  for (const name of [province, city, district]) {
    const list = stepsOf(regions, path)[path.length]
    if (!list?.some((area) => area.name === name)) break
    path.push(name)
  }
  return path
}

/** What is chosen by going down to `path`'s end; a city that is the only one of its province is not asked for. */
export function chooseArea(regions: readonly Region[], path: readonly string[]): { path: string[]; done: boolean } {
  const next = stepsOf(regions, path)[path.length]
  if (!next) return { path: [...path], done: true }
  const [only, ...others] = next
  return only && others.length === 0 ? chooseArea(regions, [...path, only.name]) : { path: [...path], done: false }
}

export function placeOf(regions: readonly Region[], path: readonly string[]) {
  const [province = '', city = '', district = ''] = path
  const codes = path.map((name, step) => stepsOf(regions, path)[step]?.find((area) => area.name === name)?.code)
  return placed({ province, city, district }, codes.at(-1) ?? null)
}
