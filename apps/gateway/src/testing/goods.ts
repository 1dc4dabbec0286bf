/**
 * A small shop: a lamp (129 yuan, ten pieces), cups in two colours, one last vase, a gift that costs nothing.
 * Product ids are the slugs, SKU ids the SKU codes.
 */
export const GOODS_CSV = `slug,name:zh-CN,name:en,subtitle:zh-CN,subtitle:en,description,categories:zh-CN,categories:en,optionGroups:zh-CN,optionGroups:en,optionValues:zh-CN,optionValues:en,sku,price,compareAt,stockOnHand,publishedAt,facets:zh-CN,facets:en,colours
lamp,纸灯,Paper lamp,柔和的光,Soft light,一盏纸灯。,家居/灯,Home/Lamps,,,,,LAMP,129,159,10,2026-02-20,材质:纸,Material:Paper,
cup,陶杯,Clay cup,,,一只杯子。,家居,Home,颜色,Colour,白,White,CUP-W,39,,20,2025-01-01,材质:陶,Material:Clay,White=#f5f2ea|Blue=#3f6f72
,,,,,,,,,,青,Blue,CUP-B,42.50,,3,,,,
vase,花瓶,Vase,,,最后一只。,家居,Home,,,,,VASE,199,,1,2025-01-02,材质:陶,Material:Clay,
gift,贺卡,Card,,,送给你。,礼物,Gifts,,,,,GIFT,0,,50,2025-01-03,,,
`

export const STORES_CSV = `id,name:zh-CN,name:en,city:zh-CN,city:en,address:zh-CN,address:en,latitude,longitude,phone,hours,services
sh-anfu,安福路店,Anfu Road,上海,Shanghai,安福路 1 号,1 Anfu Road,31.2146,121.4415,021-00000001,1-7 10:00-22:00,pickup|coffee
bj-sanlitun,三里屯店,Sanlitun,北京,Beijing,三里屯 2 号,2 Sanlitun,39.9365,116.4551,010-00000001,1-5 10:00-21:00; 6-7 09:00-22:00,pickup|parking
`

/** One vase is left in the warehouse, and one in Anfu Road. */
export const STORE_STOCK_CSV = `store,sku,onHand
sh-anfu,LAMP,3
sh-anfu,VASE,1
bj-sanlitun,LAMP,1
`

export const ADDRESS = {
  name: '林小满',
  phone: '14000000101',
  province: '上海市',
  city: '上海市',
  district: '徐汇区',
  detail: '云杉路600弄3号楼1202室',
  postalCode: '200030',
  nationalCode: '310104',
}
