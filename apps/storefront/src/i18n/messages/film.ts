import { defineMessages } from '../define-messages'

export const film = defineMessages({
  zhCN: {
    video: '视频',
    pictures: '图片',
    play: '播放{name}的视频',
    mobileData: '播放会用移动流量',
    mobileDataOf: '播放约用 {megabytes} MB 流量',
    failed: '视频没能播放，先看看图片，或点按再试',
  },
  en: {
    video: 'Video',
    pictures: 'Pictures',
    play: 'Play the video of {name}',
    mobileData: 'Playing uses mobile data',
    mobileDataOf: 'Playing uses about {megabytes} MB of mobile data',
    failed: 'The video does not play. Have a look at the pictures, or tap to try again',
  },
})
