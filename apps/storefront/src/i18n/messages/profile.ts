import { defineMessages } from '../define-messages'

export const profile = defineMessages({
  zhCN: {
    addresses: '收货地址',
    title: '我的',
    signIn: '微信登录',
    signingIn: '正在登录',
    signInHint: '登录后查看你的订单',
    nameless: '微信用户',
    edit: '头像、昵称和手机号',
    allOrders: '全部',
    afterSale: '退款/售后',
    stores: '线下门店',
    service: '联系客服',
    settings: '设置',
    settingsHint: '语言、隐私与关于',
  },
  en: {
    addresses: 'Addresses',
    title: 'Me',
    signIn: 'Sign in with WeChat',
    signingIn: 'Signing in',
    signInHint: 'See your orders',
    nameless: 'WeChat user',
    edit: 'Picture, name and phone',
    allOrders: 'All',
    afterSale: 'Refunds',
    stores: 'Our stores',
    service: 'Customer service',
    settings: 'Settings',
    settingsHint: 'Language, privacy, about',
  },
})
