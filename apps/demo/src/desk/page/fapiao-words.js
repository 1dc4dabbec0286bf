/** What the desk says of fapiao, in words. @type {Record<string, readonly [string, string]>} */
export const FAPIAO = {
  none: ['没有等待开具的发票。', 'No fapiao is waiting.'],
  fapiao: ['发票', 'Fapiao'],
  personal: ['个人', 'Personal'],
  company: ['单位', 'Company'],
  number: ['发票号码', 'Fapiao number'],
  pdf: ['发票 PDF（不选：用样张）', 'PDF of it (none: a specimen)'],
  reason: ['不能开具的原因', 'Why it is not issued'],
  issue: ['开具', 'Issue'],
  refuse: ['退回', 'Refuse'],
}
