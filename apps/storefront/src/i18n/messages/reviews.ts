import { defineMessages } from '../define-messages'

export const reviews = defineMessages({
  zhCN: {
    title: '评价',
    count: '{count} 条评价',
    rating: '{stars} 分，{count} 条评价，查看全部',
    all: '查看全部',
    allSpoken: '查看全部 {count} 条评价',
    anonymous: '匿名用户',
    bought: '已购 {options}',
    reply: '商家回复',
    picture: '评价图片第 {n} 张，共 {total} 张，点按放大',
    none: '还没有评价',
    emptyHint: '买过的人还没开口',
    toProduct: '看看商品',
  },
  en: {
    title: 'Reviews',
    count: { one: '{count} review', other: '{count} reviews' },
    rating: '{stars} stars, {count} reviews, see all',
    all: 'See all',
    allSpoken: 'See all {count} reviews',
    anonymous: 'Anonymous',
    bought: 'Bought: {options}',
    reply: 'The shop replies',
    picture: 'Picture {n} of {total} of this review, tap to enlarge',
    none: 'No reviews yet',
    emptyHint: 'Nobody who bought it has spoken yet',
    toProduct: 'See the product',
  },
})
