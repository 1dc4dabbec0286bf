import type { Host } from '../host/host'
import { type Api, WxFailure } from './call'

/** There is no file system: each method fails in its own name. */
export function fileSystem({ records }: Host, api: Api): void {
  api.sync('env', { USER_DATA_PATH: 'http://usr' })
  api.sync(
    'getFileSystemManager',
    () =>
      new Proxy(
        {},
        {
          get:
            (_target, name) =>
            (options: { fail?(answer: unknown): void; complete?(answer: unknown): void } = {}) => {
              records.unsupported(`FileSystemManager.${String(name)}`)
              const answer = { errMsg: `${String(name)}:fail not supported by the simulator` }
              if (String(name).endsWith('Sync')) throw new WxFailure(answer.errMsg)
              options.fail?.(answer)
              options.complete?.(answer)
            },
        },
      ),
  )
}
