import { saysAll, wordsTyped } from './match'

const WUKANG = [
  '拾物 · 武康路店',
  '上海',
  '徐汇区武康路 376 号',
  'Shiwu Wukang Road',
  'Shanghai',
  '376 Wukang Road, Xuhui',
]
const PUDONG = ['拾物 · 浦东店', '上海', '浦东新区张杨路 501 号 B1']
const SHENZHEN = ['拾物 · 深圳湾店', '深圳', '南山区科苑南路 2888 号']

const foundBy = (typed: string) =>
  [WUKANG, PUDONG, SHENZHEN].filter((said) => saysAll(said, wordsTyped(typed))).map(([name]) => name)

test.each<[string, string[]]>([
  ['浦东', [PUDONG[0]!]],
  ['pudong', [PUDONG[0]!]],
  ['Pu Dong', [PUDONG[0]!]],
  ["pu'dong", [PUDONG[0]!]],
  ['pudo', [PUDONG[0]!]],
  ['pd', [PUDONG[0]!]],
  ['浦d', [PUDONG[0]!]],
  ['shanghai', [WUKANG[0]!, PUDONG[0]!]],
  ['sh', [WUKANG[0]!, PUDONG[0]!, SHENZHEN[0]!]],
  ['sz', [SHENZHEN[0]!]],
  ['wukanglu', [WUKANG[0]!]],
  ['wkl', [WUKANG[0]!]],
  ['上海 wk', [WUKANG[0]!]],
  ['xuhui 376', [WUKANG[0]!]],
  ['武康路376', [WUKANG[0]!]],
  ['b1', [PUDONG[0]!]],
  ['wukang road', [WUKANG[0]!]],
  ['p', []],
  ['udong', []],
  ['pudang', []],
  ['成都', []],
])('%s finds %j', (typed, names) => {
  expect(foundBy(typed)).toEqual(names)
})

test.each(['', '   ', '·'])('%j is no word', (typed) => {
  expect(wordsTyped(typed)).toEqual([])
})

test('two hundred stores are gone through while a finger lifts', () => {
  const many = Array.from({ length: 200 }, (_, place) => [
    `拾物 · 第${place}店`,
    '上海',
    `浦东新区张杨路 ${place} 号世纪大道交叉口东北角`,
  ])
  const took = () => {
    const from = performance.now()
    for (const said of many) saysAll(said, ['shijidadao'])
    return performance.now() - from
  }
  took()
  expect(took()).toBeLessThan(50)
})
