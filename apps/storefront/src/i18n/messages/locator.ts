import { defineMessages } from '../define-messages'

export const locator = defineMessages({
  zhCN: {
    search: '搜索门店',
    searchHint: '店名、城市或地址',
    openNow: '营业中',
    filters: '筛选',
    none: '没有符合条件的门店',
    noneHint: '换个词，或去掉筛选看看',
    clear: '查看全部门店',
    choose: '设为我的门店',
    chosen: '已设为我的门店',
    show: '查看{name}',
    hours: '营业时间',
  },
  en: {
    search: 'Find a store',
    searchHint: 'Name, city or address',
    openNow: 'Open now',
    filters: 'Filters',
    none: 'No store fits',
    noneHint: 'Try another word, or fewer filters',
    clear: 'See all stores',
    choose: 'Make it my store',
    chosen: 'This is my store',
    show: 'See {name}',
    hours: 'Opening hours',
  },
})
