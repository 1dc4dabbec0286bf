import type { Host } from '../host/host'
import { type Api, type Callbacks, settle, WxFailure } from './call'

const ROOT = 'http://usr'
/** As WeChat has it for a Mini Program's own files, bytes. */
const MOST = 200 * 1024 * 1024

interface WriteOptions extends Callbacks {
  filePath: string
  data: string | ArrayBuffer
}

/** Own files, in memory: written, and sent to a chat. Every other method of the file system fails in its own name. */
export function fileSystem({ records, phone }: Host, api: Api): void {
  const files = new Map<string, string | ArrayBuffer>()

  const writeFile = ({ filePath, data, ...callbacks }: WriteOptions) => {
    settle('writeFile', { ...callbacks, complete: callbacks.complete ?? (() => {}) }, () => {
      if (!filePath.startsWith(`${ROOT}/`)) throw new WxFailure(`permission denied, open "${filePath}"`)
      const size = typeof data === 'string' ? new TextEncoder().encode(data).length : data.byteLength
      if (size > MOST) throw new WxFailure('the maximum size of the file storage limit is exceeded')
      files.set(filePath, data)
    })
  }

  api.sync('env', { USER_DATA_PATH: ROOT })
  api.sync(
    'getFileSystemManager',
    () => new Proxy({ writeFile }, { get: (known, name) => known[name as 'writeFile'] ?? missing(String(name)) }),
  )
  api.async('shareFileMessage', async ({ filePath, fileName = String(filePath).split('/').at(-1) }) => {
    if (!files.has(filePath)) throw new WxFailure(`no such file or directory, open "${filePath}"`)
    if (!(await phone.sheets.confirm('发送给朋友', fileName, '发送', '取消'))) throw new WxFailure('cancel')
  })

  const missing =
    (name: string) =>
    (options: Callbacks = {}) => {
      records.unsupported(`FileSystemManager.${name}`)
      const answer = { errMsg: `${name}:fail not supported by the simulator` }
      if (name.endsWith('Sync')) throw new WxFailure(answer.errMsg)
      options.fail?.(answer)
      options.complete?.(answer)
    }
}
