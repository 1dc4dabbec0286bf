import { provinceName } from '@xiaopu/commerce'

/** Magento's codes of China's provinces (ISO 3166-2). Its names are pinyin, and its ids differ by installation. */
const CODES: Record<string, string> = {
  ...{ 安徽: 'AH', 北京: 'BJ', 重庆: 'CQ', 福建: 'FJ', 广东: 'GD', 甘肃: 'GS', 广西: 'GX', 贵州: 'GZ', 河南: 'HA' },
  ...{ 湖北: 'HB', 河北: 'HE', 海南: 'HI', 香港: 'HK', 黑龙江: 'HL', 湖南: 'HN', 吉林: 'JL', 江苏: 'JS', 江西: 'JX' },
  ...{ 辽宁: 'LN', 澳门: 'MO', 内蒙古: 'NM', 宁夏: 'NX', 青海: 'QH', 四川: 'SC', 山东: 'SD', 上海: 'SH', 陕西: 'SN' },
  ...{ 山西: 'SX', 天津: 'TJ', 台湾: 'TW', 新疆: 'XJ', 西藏: 'XZ', 云南: 'YN', 浙江: 'ZJ' },
}

const FULL: Record<string, string> = {
  ...{ 北京: '北京市', 上海: '上海市', 天津: '天津市', 重庆: '重庆市' },
  ...{ 内蒙古: '内蒙古自治区', 广西: '广西壮族自治区', 西藏: '西藏自治区' },
  ...{ 宁夏: '宁夏回族自治区', 新疆: '新疆维吾尔自治区', 香港: '香港特别行政区', 澳门: '澳门特别行政区' },
}

/** `广东省`, `广东` → `CN-GD`; null: no province of China. */
export function regionCode(province: string): string | null {
  const code = CODES[provinceName(province)]
  return code === undefined ? null : `CN-${code}`
}

/** `CN-GD` → `广东省`; null: no such code. */
export function provinceOf(code: string): string | null {
  const found = Object.entries(CODES).find(([, each]) => `CN-${each}` === code)
  if (!found) return null
  return FULL[found[0]] ?? `${found[0]}省`
}

export const REGION_CODES: readonly string[] = Object.values(CODES).map((code) => `CN-${code}`)
