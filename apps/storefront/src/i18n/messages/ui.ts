import { defineMessages } from '../define-messages'

export const ui = defineMessages({
  zhCN: {
    loading: '加载中',
    close: '关闭',
    retry: '重试',
    less: '减少数量',
    more: '增加数量',
    quantity: '数量',
    quantityOf: '{name}的数量',
    from: '起',
    priceFrom: '{price} 起',
    priceBefore: '原价 {price}',
    stars: '{stars} 分，满分 5 分',
    listEnd: '已经到底了',
    listFailed: '加载失败，点这里重试',
  },
  en: {
    loading: 'Loading',
    close: 'Close',
    retry: 'Try again',
    less: 'One less',
    more: 'One more',
    quantity: 'Quantity',
    quantityOf: 'Quantity of {name}',
    from: 'up',
    priceFrom: 'from {price}',
    priceBefore: 'was {price}',
    stars: '{stars} out of 5 stars',
    listEnd: 'That is everything',
    listFailed: 'Could not load more. Tap to try again',
  },
})
