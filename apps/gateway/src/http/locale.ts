import type { Locale } from '@xiaopu/contract'

/** The language of a call: the first of `Accept-Language`, by its weights, that the shop speaks; zh-CN otherwise. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean)
      return { language: tag.split(/[-_]/)[0], weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
  const spoken = wishes.find(({ language }) => language === 'zh' || language === 'en')
  return spoken?.language === 'en' ? 'en' : 'zh-CN'
}
