import { defineMessages } from '../define-messages'

export const inStores = defineMessages({
  zhCN: {
    title: '门店',
    looking: '正在看门店的库存',
    some: '{count} 家门店有货',
    someAndNearest: '{count} 家门店有货 · 最近{name} {distance}',
    none: '门店暂时没有现货',
    unknown: '看看附近的门店',
  },
  en: {
    title: 'Stores',
    looking: 'Looking at the stores’ shelves',
    some: { one: 'In {count} store', other: 'In {count} stores' },
    someAndNearest: {
      one: 'In {count} store: {name}, {distance}',
      other: 'In {count} stores, nearest {name}, {distance}',
    },
    none: 'Not in a store right now',
    unknown: 'See our stores',
  },
})
