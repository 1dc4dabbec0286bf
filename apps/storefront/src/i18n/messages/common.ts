import { defineMessages } from '../define-messages'

/** Words that several features share. */
export const common = defineMessages({
  zhCN: {
    tabHome: '首页',
    tabCategory: '分类',
    tabCart: '购物车',
    tabProfile: '我的',
    confirm: '确定',
    cancel: '取消',
    back: '返回',
    backHome: '回到首页',
    openSettings: '去设置',
    crashTitle: '这一页出了点问题',
    crashHint: '你的购物车和订单不受影响',
  },
  en: {
    tabHome: 'Home',
    tabCategory: 'Categories',
    tabCart: 'Cart',
    tabProfile: 'Me',
    confirm: 'OK',
    cancel: 'Cancel',
    back: 'Back',
    backHome: 'Back to the shop',
    openSettings: 'Open settings',
    crashTitle: 'Something went wrong on this page',
    crashHint: 'Your cart and orders are safe',
  },
})
