import { addressFrom, rememberedAddress } from './address-from'

const chosen = {
  recipient: '王小明 ',
  phone: '13800000000',
  province: '上海市',
  city: '上海市',
  district: '徐汇区',
  street: '湖南路街道',
  detail: '武康路 99 号',
  postalCode: '',
  nationalCode: '',
}

test.each([
  ['the street goes in front', chosen, '湖南路街道 武康路 99 号'],
  ['not twice', { ...chosen, detail: '湖南路街道武康路 99 号' }, '湖南路街道武康路 99 号'],
  ['an old client names none', { ...chosen, street: '' }, '武康路 99 号'],
])('%s', (_what, address, detail) =>
  expect(addressFrom(address)).toMatchObject({ name: '王小明', detail, postalCode: null, nationalCode: null }),
)

test('the codes WeChat knows go along', () =>
  expect(addressFrom({ ...chosen, postalCode: '200031', nationalCode: '310104' })).toMatchObject({
    postalCode: '200031',
    nationalCode: '310104',
  }))

test('what was remembered comes back; what an older version left behind does not', () => {
  const address = addressFrom(chosen)
  expect(rememberedAddress(address)).toEqual(address)
  expect(rememberedAddress({ ...address, price: 1 })).toEqual(address)
  for (const kept of [undefined, 'x', {}, { ...address, phone: 1 }, { ...address, detail: '' }])
    expect(rememberedAddress(kept)).toBeNull()
})
