import { defineMessages } from '../define-messages'

export const category = defineMessages({
  zhCN: {
    title: '分类',
    count: '{count} 件',
    all: '全部',
    search: '搜索商品',
    emptyTitle: '店里还没有上架商品',
    emptyHint: '过一会儿再来看看',
    noneTitle: '这里还没有商品',
    noneAction: '看看{name}的全部',
  },
  en: {
    title: 'Categories',
    count: { one: '{count} item', other: '{count} items' },
    all: 'All',
    search: 'Search',
    emptyTitle: 'Nothing is on sale yet',
    emptyHint: 'Please come back a little later',
    noneTitle: 'Nothing here yet',
    noneAction: 'See all of {name}',
  },
})
