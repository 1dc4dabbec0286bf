import type { Address } from '@xiaopu/contract'

/** One line to read: a municipality is not said twice (上海市 徐汇区 …, not 上海市 上海市 徐汇区 …). */
export function addressLine({
  province,
  city,
  district,
  detail,
}: Pick<Address, 'province' | 'city' | 'district' | 'detail'>) {
  return [province, city === province ? '' : city, district, detail].filter(Boolean).join(' ')
}
