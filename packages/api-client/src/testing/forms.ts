/** The only part of a form, as `wx.uploadFile` writes it. */
export interface ReceivedFile {
  field: string
  bytes: Uint8Array
}

/** null: the body is no form with a file in it. */
export async function readFile(request: Request): Promise<ReceivedFile | null> {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/.exec(request.headers.get('content-type') ?? '')?.[1]
  if (!boundary) return null
  const body = new Uint8Array(await request.clone().arrayBuffer())
  // Byte for byte a character, so that a place in the text is a place in the bytes.
  const text = Array.from(body, (byte) => String.fromCharCode(byte)).join('')
  const begin = text.indexOf('\r\n\r\n') + 4
  const end = text.indexOf(`\r\n--${boundary}`, begin)
  const field = /name="([^"]*)"; filename=/.exec(text.slice(0, begin))?.[1]
  return field === undefined || end < 0 ? null : { field, bytes: body.slice(begin, end) }
}
