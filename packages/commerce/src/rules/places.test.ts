import { cityName, closeness, isAmong, PROVINCES, placeName, provinceName } from './places'

test.each([
  ['广西壮族自治区', '广西'],
  ['新疆维吾尔自治区', '新疆'],
  ['内蒙古自治区', '内蒙古'],
  ['上海市', '上海'],
  [' 浙江省 ', '浙江'],
  ['香港特别行政区', '香港'],
])('the province %p is %p', (written, name) => {
  expect(provinceName(written)).toBe(name)
  expect(PROVINCES).toContain(name)
})

test.each([
  ['深圳市', '深圳'],
  [' 深圳 ', '深圳'],
  ['市', '市'],
  ['阿里地区', '阿里'],
  ['锡林郭勒盟', '锡林郭勒'],
  ['黔西南布依族苗族自治州', '黔西南'],
  ['巴音郭楞蒙古自治州', '巴音郭楞'],
  ['克孜勒苏柯尔克孜自治州', '克孜勒苏'],
  ['伊犁哈萨克自治州', '伊犁'],
  ['大理白族自治州', '大理'],
  ['', ''],
])('the city %p is %p', (written, name) => {
  expect(cityName(written)).toBe(name)
})

test.each([
  ['广东省/深圳市', '广东/深圳'],
  ['新疆', '新疆'],
  ['新僵', null],
  ['深圳', null],
  ['广东/', null],
  ['广东/深圳/南山', null],
  ['', null],
])('%p is the place %p', (written, name) => {
  expect(placeName(written)).toBe(name)
})

test.each([
  ['a province, however it is written', '广东', { province: '广东省', city: '深圳市' }, 1],
  ['a city, however it is written', '广东省/深圳', { province: '广东', city: '深圳市' }, 2],
  ['another city', '广东/深圳', { province: '广东省', city: '广州市' }, 0],
  ['a city of the same name elsewhere', '吉林/吉林', { province: '辽宁省', city: '吉林市' }, 0],
  ['a province without its city', '广东/深圳', { province: '广东省', city: '' }, 0],
])('%s', (_, place, destination, close) => {
  expect(closeness(place, destination)).toBe(close)
  expect(isAmong(['西藏', place], destination)).toBe(close > 0)
})
