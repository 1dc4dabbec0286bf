import type { Person, WechatLocation } from './people'

function standingAt(latitude: number, longitude: number): WechatLocation {
  return { latitude, longitude, speed: -1, accuracy: 15, altitude: 0, verticalAccuracy: 10, horizontalAccuracy: 15 }
}

/**
 * Three invented shoppers. Districts, postcodes and county codes are real so that address mapping is exercised; houses
 * and companies are not. Telephone numbers are of the 140 range, which is not given to people. The companies' codes
 * carry valid check digits (GB 32100-2015, GB 11714-1997).
 */
export const DEMO_PEOPLE: readonly Person[] = [
  {
    id: 'lin-xiaoman',
    name: '林小满',
    telNumber: '14000000101',
    addresses: [
      {
        userName: '林小满',
        postalCode: '200030',
        provinceName: '上海市',
        cityName: '上海市',
        countyName: '徐汇区',
        streetName: '徐家汇街道',
        detailInfo: '云杉路600弄拾光里3号楼1202室',
        detailInfoNew: '云杉路600弄拾光里3号楼1202室',
        nationalCode: '310104',
        telNumber: '14000000101',
      },
      {
        userName: '林小满（公司）',
        postalCode: '200120',
        provinceName: '上海市',
        cityName: '上海市',
        countyName: '浦东新区',
        streetName: '陆家嘴街道',
        detailInfo: '海桐路88号临江创意园B座5层 前台代收',
        detailInfoNew: '海桐路88号临江创意园B座5层 前台代收',
        nationalCode: '310115',
        telNumber: '14000000102',
      },
    ],
    invoiceTitles: [
      {
        type: '0',
        title: '上海拾光里文化创意有限公司',
        taxNumber: '91310104MA1XP0013B',
        companyAddress: '上海市徐汇区云杉路600弄1号',
        telephone: '021-00000001',
        bankName: '示例银行上海徐汇支行',
        bankAccount: '6200000000000000001',
      },
      personalTitle('林小满'),
    ],
    location: standingAt(31.1955, 121.4365),
  },
  {
    id: 'chen-yu',
    name: '陈屿',
    telNumber: '14000000201',
    addresses: [
      {
        userName: '陈屿',
        postalCode: '310013',
        provinceName: '浙江省',
        cityName: '杭州市',
        countyName: '西湖区',
        streetName: '古荡街道',
        detailInfo: '溪桥路19号听松公寓2幢3单元501室',
        detailInfoNew: '溪桥路19号听松公寓2幢3单元501室',
        nationalCode: '330106',
        telNumber: '14000000201',
      },
    ],
    invoiceTitles: [
      personalTitle('陈屿'),
      {
        type: '0',
        title: '杭州听松设计工作室',
        taxNumber: '91330106MA2XP0023P',
        companyAddress: '',
        telephone: '',
        bankName: '',
        bankAccount: '',
      },
    ],
    location: standingAt(30.2729, 120.1204),
  },
  {
    id: 'abla-tursun',
    name: '阿布拉·吐尔逊',
    telNumber: '14000000301',
    addresses: [
      {
        userName: '阿布拉·吐尔逊',
        postalCode: '610021',
        provinceName: '四川省',
        cityName: '成都市',
        countyName: '锦江区',
        streetName: '春熙路街道',
        detailInfo: '锦里东段127号望江阁7栋2901室（门铃坏了，请敲门）',
        detailInfoNew: '锦里东段127号望江阁7栋2901室（门铃坏了，请敲门）',
        nationalCode: '510104',
        telNumber: '14000000301',
      },
    ],
    invoiceTitles: [],
    location: standingAt(30.6556, 104.0815),
  },
]

function personalTitle(title: string) {
  return { type: '1' as const, title, taxNumber: '', companyAddress: '', telephone: '', bankName: '', bankAccount: '' }
}
