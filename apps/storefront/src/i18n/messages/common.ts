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
    privacyTitle: '先请你同意',
    privacyWords:
      '这一步要用到你的个人信息，例如地址、位置、头像或手机号，只用来完成你正在做的事。不同意也可以继续逛。',
    privacyContract: '隐私保护指引',
    privacyAgree: '同意',
    privacyRefuse: '不同意',
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
    privacyTitle: 'Before we go on',
    privacyWords:
      'This step needs something personal, such as an address, your position, a picture or a number, and only for what you are doing now. You can go on looking around without it.',
    privacyContract: 'Privacy guideline',
    privacyAgree: 'Agree',
    privacyRefuse: 'Not now',
  },
})
