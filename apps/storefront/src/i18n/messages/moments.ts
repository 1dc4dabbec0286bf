import { defineMessages } from '../define-messages'

/** On a page as it is shown in Moments. The name of WeChat's own button stands in quotation marks. */
export const moments = defineMessages({
  zhCN: {
    goOn: '想选购或看更多，点屏幕下方的“前往小程序”',
  },
  en: {
    goOn: 'To buy it or see more, tap “Go to Mini Program” at the bottom of the screen',
  },
})
