/** Where nothing is ever sent to. */
export const ADDRESS_FOR_QUESTIONS = {
  firstname: '生',
  lastname: '医',
  telephone: '13800138000',
  country_code: 'CN',
  region: 'CN-SH',
  city: '上海市',
  street: ['静安区', '南京西路 1 号'],
  postcode: '200040',
}
