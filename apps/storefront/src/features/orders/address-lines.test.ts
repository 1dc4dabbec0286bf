import { addressLine } from './address-lines'

test.each([
  [{ province: '上海市', city: '上海市', district: '徐汇区', detail: '武康路 99 号' }, '上海市 徐汇区 武康路 99 号'],
  [{ province: '广东省', city: '深圳市', district: '南山区', detail: '科技园' }, '广东省 深圳市 南山区 科技园'],
  [{ province: '台湾省', city: '', district: '', detail: '信义路' }, '台湾省 信义路'],
])('%j reads %s', (address, line) => expect(addressLine(address)).toBe(line))
