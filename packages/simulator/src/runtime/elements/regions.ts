interface Province {
  name: string
  cities: { name: string; districts: string[] }[]
}

/** A few regions for `<picker mode="region">`: enough to try a form with, not WeChat's full table of administrative divisions. */
export const REGIONS: Province[] = [
  { name: '北京市', cities: [{ name: '北京市', districts: ['东城区', '西城区', '朝阳区', '海淀区'] }] },
  { name: '上海市', cities: [{ name: '上海市', districts: ['黄浦区', '徐汇区', '静安区', '浦东新区'] }] },
  {
    name: '浙江省',
    cities: [
      { name: '杭州市', districts: ['上城区', '西湖区', '滨江区', '余杭区'] },
      { name: '宁波市', districts: ['海曙区', '江北区', '鄞州区'] },
    ],
  },
  {
    name: '广东省',
    cities: [
      { name: '广州市', districts: ['越秀区', '海珠区', '天河区'] },
      { name: '深圳市', districts: ['福田区', '罗湖区', '南山区'] },
    ],
  },
  { name: '四川省', cities: [{ name: '成都市', districts: ['锦江区', '青羊区', '武侯区'] }] },
]
