export type Language = 'zh' | 'en'

const TEXT = {
  title: ['模拟器', 'Simulator'],
  payments: ['微信支付', 'Payments'],
  noOrders: ['微信还没有收到订单。在手机里下一单试试。', 'WeChat knows no order yet. Place one on the phone.'],
  approve: ['代付', 'Approve'],
  cancel: ['取消付款', 'Cancel'],
  nextCallback: ['下一次支付回调', 'Next payment callback'],
  callbacks: ['回调', 'callbacks'],
  messages: ['收到的订阅消息', 'Messages received'],
  data: ['setData', 'setData'],
  dataHint: ['每页调用次数与跨线程字节数', 'Calls and bytes that cross threads, per page'],
  times: ['次', 'calls'],
  traffic: ['网络请求', 'Requests'],
  none: ['暂无', 'None'],
  console: ['控制台', 'Console'],
  device: ['手机', 'Phone'],
  person: ['使用者', 'Person'],
  theme: ['外观', 'Appearance'],
  light: ['浅色', 'Light'],
  dark: ['深色', 'Dark'],
  fontSize: ['字号', 'Text size'],
  network: ['网络', 'Network'],
  wifi: ['正常', 'Online'],
  slow: ['缓慢', 'Slow'],
  offline: ['断网', 'Offline'],
  location: ['位置权限', 'Location'],
  ask: ['询问', 'Ask'],
  allow: ['允许', 'Allow'],
  deny: ['拒绝', 'Deny'],
  restart: ['重新启动小程序', 'Restart'],
  reset: ['清空数据并重启', 'Erase and restart'],
  rebuilt: ['小程序已重新编译。', 'The Mini Program was built again.'],
  reload: ['重新载入', 'Reload'],
  limits: ['这里没有模拟什么', 'What is not modelled'],
  clear: ['清空', 'Clear'],
  open: ['打开面板', 'Open panel'],
  close: ['收起', 'Close'],
  deskSilent: ['这一页没有回应', 'This page does not answer'],
  unavailable: ['联系不上微信沙箱', 'The WeChat sandbox does not answer'],
} as const

export type TextKey = keyof typeof TEXT

export const CALLBACKS: Record<string, [string, string]> = {
  deliver: ['正常送达', 'Deliver'],
  delay: ['延迟 10 秒', 'Delay by 10 s'],
  duplicate: ['重复送达', 'Duplicate'],
  'forge-signature': ['伪造签名', 'Forge the signature'],
  'tamper-ciphertext': ['篡改密文', 'Tamper with the ciphertext'],
  'stale-timestamp': ['过期时间戳', 'Stale timestamp'],
  'wrong-amount': ['金额不符', 'Wrong amount'],
  'wrong-mchid': ['商户号不符', 'Wrong merchant'],
  lose: ['丢失', 'Lose'],
}

export const STATES: Record<string, [string, string]> = {
  NOTPAY: ['待支付', 'Unpaid'],
  SUCCESS: ['已支付', 'Paid'],
  CLOSED: ['已关闭', 'Closed'],
  REFUND: ['已退款', 'Refunded'],
}

/** What a person must not conclude from a run here. */
export const LIMITS: [string, string][] = [
  [
    '逻辑层与渲染层在同一线程：次数与字节可信，时间只能作比较。',
    'Logic and view share one thread here: counts and bytes hold, times only compare.',
  ],
  ['仅 WebView 渲染，没有 Skyline。', 'WebView rendering only, no Skyline.'],
  [
    '没有 canvas、video、camera、直播、真实地图瓦片、web-view、广告。',
    'No canvas, video, camera, live streams, map tiles, web-view or ads.',
  ],
  [
    '没有插件、WebSocket、下载、文件系统、蓝牙等硬件。',
    'No plugins, WebSocket, download, file system, Bluetooth or other hardware.',
  ],
  [
    '分包不单独下载：体积与加载时间请用 miniprogram-ci 测量。',
    'Subpackages are not downloaded one by one: measure sizes with miniprogram-ci.',
  ],
  [
    '弹窗、支付、地址簿是仿制的界面，不是微信本身。',
    'Dialogs, payment and address book imitate WeChat; they are not WeChat.',
  ],
  ['上线前请在真机上再走一遍。', 'Before a release, walk through it on a real phone.'],
]

/** The panel's words in one language. */
export function say(language: Language, key: TextKey): string {
  return pick(language, TEXT[key])
}

export function pick(language: Language, [zh, en]: readonly [string, string]): string {
  return language === 'zh' ? zh : en
}
