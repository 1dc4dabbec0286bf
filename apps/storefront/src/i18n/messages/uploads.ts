import { defineMessages } from '../define-messages'

/** Choosing pictures and sending them. */
export const uploads = defineMessages({
  zhCN: {
    add: '添加图片',
    addSpoken: '添加图片，已有 {count} 张，最多 {most} 张',
    again: '点按重传',
    refused: '换一张',
    sendingSpoken: '第 {n} 张图片，已上传 {progress}%',
    sentSpoken: '第 {n} 张图片，点按放大',
    failedSpoken: '第 {n} 张图片没有传上去，点按重传',
    refusedSpoken: '第 {n} 张图片不能用，请换一张',
    remove: '移除第 {n} 张图片',
    failed: '没能打开相册，请重试',
    denied: '没有相册或相机权限',
    deniedHint: '允许后就能选择图片；没有图片也可以继续',
    wait: '图片还在上传，请稍等',
    stuck: '有图片没有传上去，请重传或移除',
  },
  en: {
    add: 'Add pictures',
    addSpoken: 'Add pictures, {count} of {most} so far',
    again: 'Try again',
    refused: 'Not usable',
    sendingSpoken: 'Picture {n}, {progress}% sent',
    sentSpoken: 'Picture {n}, tap to enlarge',
    failedSpoken: 'Picture {n} was not sent, tap to try again',
    refusedSpoken: 'Picture {n} cannot be used. Please choose another',
    remove: 'Remove picture {n}',
    failed: 'Your album could not be opened. Please try again',
    denied: 'Photos and camera are not allowed',
    deniedHint: 'Allow them to choose pictures; you can also go on without',
    wait: 'Pictures are still being sent. One moment',
    stuck: 'A picture was not sent. Try again or remove it',
  },
})
