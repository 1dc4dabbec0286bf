import { component } from 'glass-easel-miniprogram-adapter'
import type { WebView } from '../view/webview'
import type { Records } from './records'

type SetData = (data: Record<string, unknown>, callback?: () => void) => void
interface Caller {
  is: string
  _$: { getBackendContext(): unknown }
}

const encoder = new TextEncoder()

/** Notes each `setData`: on a phone its bytes cross from one thread to another, and that is what makes a page slow. */
export function countSetData(records: Records): void {
  const prototype = component.ComponentCaller.prototype as unknown as { setData: SetData }
  const setData = prototype.setData
  prototype.setData = function (this: Caller, data, callback) {
    const view = this._$.getBackendContext() as WebView | null
    records.setData.push({
      page: view?.route ?? '',
      is: this.is,
      keys: Object.keys(data ?? {}),
      bytes: encoder.encode(JSON.stringify(data) ?? '').length,
      at: Date.now(),
    })
    records.changed()
    setData.call(this, data ?? {}, callback)
  }
}
