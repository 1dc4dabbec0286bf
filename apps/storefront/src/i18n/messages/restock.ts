import { defineMessages } from '../define-messages'

/** To be told when something is back. */
export const restock = defineMessages({
  zhCN: {
    remind: '到货提醒我',
    remindToSend: '可配送时提醒我',
    waits: '已设提醒，点按取消',
    set: '到货后会发消息告诉你',
    taken_back: '已取消提醒',
    not_allowed: '没有允许发送消息，可以先收藏它',
  },
  en: {
    remind: 'Tell me when it is back',
    remindToSend: 'Tell me when it can be delivered',
    waits: 'Reminder set. Tap to cancel',
    set: 'We will send you a message',
    taken_back: 'Reminder cancelled',
    not_allowed: 'No message allowed. Keep it as a favourite instead',
  },
})
