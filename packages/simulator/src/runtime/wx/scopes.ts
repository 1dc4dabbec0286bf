import type { Host } from '../host/host'

/** Scopes WeChat asks for, and how its settings page calls them. */
export const SCOPES: Record<string, { title: string; label: string }> = {
  'scope.userLocation': { title: '获取你的位置信息', label: '位置信息' },
  'scope.userFuzzyLocation': { title: '获取你的模糊位置信息', label: '模糊位置信息' },
  'scope.writePhotosAlbum': { title: '保存图片或视频到你的相册', label: '添加到相册' },
  'scope.camera': { title: '使用你的摄像头', label: '摄像头' },
  'scope.record': { title: '使用你的麦克风', label: '麦克风' },
  'scope.werun': { title: '获取你的微信运动步数', label: '微信运动步数' },
  'scope.bluetooth': { title: '使用你的蓝牙', label: '蓝牙' },
}

/** Asks once; a refusal is remembered until the person changes it in the settings. */
export async function askScope(host: Host, scope: string): Promise<boolean> {
  const known = host.device.permission(scope)
  if (known !== undefined) return known
  const { title = scope } = SCOPES[scope] ?? {}
  const description = host.payload.app.permission?.[scope]?.desc ?? ''
  const allowed = await host.phone.sheets.permission(host.boot.title, title, description)
  host.device.allow(scope, allowed)
  return allowed
}
