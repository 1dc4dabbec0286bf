import { defineMessages } from '../define-messages'

/** Messages in WeChat about an order, asked for in place. */
export const messageAsk = defineMessages({
  zhCN: {
    title: '要微信通知你吗',
    shipped: '发货时',
    ready: '可以取货时',
    after_sale: '售后、退款有进展时',
    unpaid: '快要超时关闭时',
    and: '，',
    one: '{list}发一条消息',
    each: '{list}各发一条消息',
    ask: '通知我',
    allowed: '好，到时微信通知你',
    allowedHint: '点开消息就能看到这笔订单',
    refused: '好，不打扰你',
    refusedHint: '进展都在「我的订单」里',
  },
  en: {
    title: 'Tell you in WeChat?',
    shipped: 'when it ships',
    ready: 'when it is ready to pick up',
    after_sale: 'when a return or refund moves',
    unpaid: 'before it is closed unpaid',
    and: ', ',
    one: 'One message {list}',
    each: 'One message each: {list}',
    ask: 'Tell me',
    allowed: 'We will tell you in WeChat',
    allowedHint: 'A tap on the message opens this order',
    refused: 'Fine, no messages',
    refusedHint: 'Your orders always say how they stand',
  },
})
