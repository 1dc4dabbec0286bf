import type { Host } from '../host/host'
import type { Api } from './call'

export function base64(_host: Host, api: Api): void {
  api.sync('arrayBufferToBase64', (buffer: ArrayBuffer) =>
    btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('')),
  )
  api.sync('base64ToArrayBuffer', (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0)).buffer)
}
