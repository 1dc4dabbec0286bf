/** The first entry of the shopper's WeChat address book, as `wx.chooseAddress` gives it. */
export const CHOSEN_ADDRESS = {
  userName: '王小明',
  telNumber: '13800138000',
  provinceName: '上海市',
  cityName: '上海市',
  countyName: '徐汇区',
  streetName: '湖南路街道',
  detailInfo: '武康路 99 号 302 室',
  detailInfoNew: '武康路 99 号 302 室',
  postalCode: '200031',
  nationalCode: '310104',
}

/** A company's invoice title; WeChat's `type` is a string on some clients. */
export const CHOSEN_TITLE = {
  type: '0',
  title: '拾光文化（上海）有限公司',
  taxNumber: '91310104MA1FR00X1D',
  companyAddress: '上海市徐汇区武康路 99 号',
  telephone: '021-55550199',
  bankName: '招商银行上海徐汇支行',
  bankAccount: '121900000000001',
}

/** Shanghai, GCJ-02. */
export const PEOPLE_SQUARE = { latitude: 31.23037, longitude: 121.4737 }

/** A photograph of the album; the phone knows it by its path. */
export const CHOSEN_PICTURE = {
  tempFilePath: 'http://tmp/photograph-1.jpg',
  size: 320_000,
  width: 1_200,
  height: 900,
  fileType: 'image',
}
