/** Where the tests' shopper lives. */
export const address = {
  name: '张三',
  phone: '13800138000',
  province: '广东省',
  city: '深圳市',
  district: '南山区',
  detail: '科技园 1 号',
  postalCode: null,
  nationalCode: null,
}
