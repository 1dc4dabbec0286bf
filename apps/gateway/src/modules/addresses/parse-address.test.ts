import { parseAddress } from './parse-address'

const SHENZHEN = { province: '广东省', city: '深圳市', district: '南山区', nationalCode: '440305' }

describe('an address that was pasted', () => {
  test.each([
    '张三，13800138000，广东省深圳市南山区科技园路1号',
    '广东省深圳市南山区科技园路1号 张三 138 0013 8000',
    '张三 +86 138-0013-8000 广东深圳南山区科技园路1号',
    '收货人：张三\n手机号码：13800138000\n所在地区：广东省 深圳市 南山区\n详细地址：科技园路1号',
    '张三13800138000广东省深圳市南山区科技园路1号',
    '广东省深圳市南山区科技园路1号，518057，张三（收），13800138000',
    '１３８００１３８０００　张三　深圳市南山区科技园路1号',
    '广东省深圳市南山区科技园路1号张三收 13800138000',
  ])('%j is read whole', (text) => {
    expect(parseAddress(text)).toEqual({ name: '张三', phone: '13800138000', ...SHENZHEN, detail: '科技园路1号' })
  })

  test.each([
    [
      '上海市徐汇区云杉路600弄3号楼1202室',
      { province: '上海市', city: '上海市', district: '徐汇区', detail: '云杉路600弄3号楼1202室' },
    ],
    [
      '上海市上海市徐汇区云杉路600弄',
      { province: '上海市', city: '上海市', district: '徐汇区', detail: '云杉路600弄' },
    ],
    ['吉林省吉林市船营区北京路1号', { province: '吉林省', city: '吉林市', district: '船营区', detail: '北京路1号' }],
    ['广州市越秀区北京路1号', { province: '广东省', city: '广州市', district: '越秀区', detail: '北京路1号' }],
    [
      '内蒙古呼和浩特赛罕区大学东街',
      { province: '内蒙古自治区', city: '呼和浩特市', district: '赛罕区', detail: '大学东街' },
    ],
    [
      '湖北恩施土家族苗族自治州恩施市航空大道',
      { province: '湖北省', city: '恩施土家族苗族自治州', district: '恩施市' },
    ],
    ['湖北省仙桃市沔州大道1号', { province: '湖北省', district: '仙桃市', detail: '沔州大道1号' }],
    ['新疆乌鲁木齐市天山区解放路', { province: '新疆维吾尔自治区', city: '乌鲁木齐市', district: '天山区' }],
    ['香港特别行政区中西区皇后大道中1号', { province: '香港特别行政区', district: '中西区', detail: '皇后大道中1号' }],
    ['东莞市南城街道鸿福路', { province: '广东省', city: '东莞市', district: '南城街道', detail: '鸿福路' }],
    [
      '浙江省杭州市文三路1号',
      { province: '浙江省', city: '杭州市', district: '', nationalCode: null, detail: '文三路1号' },
    ],
  ])('%s is there', (text, region) => {
    expect(parseAddress(text)).toMatchObject({ name: '', phone: '', ...region })
  })

  test.each([
    ['买买提·吐尔逊 13999999999 新疆喀什地区喀什市人民路', '买买提·吐尔逊'],
    ['Zhang San 13800138000 上海市徐汇区云杉路1号', 'Zhang San'],
    ['欧阳女士 上海市徐汇区云杉路1号 13800138000', '欧阳女士'],
    ['上海市徐汇区云杉路1号 13800138000', ''],
  ])('%s is for %j', (text, name) => {
    expect(parseAddress(text).name).toBe(name)
  })

  test('a telephone with an area code is one, too', () => {
    expect(parseAddress('张三 021-64180000-801 上海市徐汇区云杉路1号').phone).toBe('021-64180000-801')
  })
})

describe('nothing is guessed', () => {
  test.each(['中山路100号', '海南路12号', '朝阳区建国路1号', '科技园路1号', '你好', '😀😀😀', '‮abc', '1'.repeat(500)])(
    'where %s is',
    (text) => {
      expect(parseAddress(text)).toMatchObject({ province: '', city: '', district: '', nationalCode: null })
    },
  )

  test('what cannot be read stays in the detail', () => {
    expect(parseAddress('朝阳区建国路1号 张三').detail).toBe('朝阳区建国路1号')
  })
})
