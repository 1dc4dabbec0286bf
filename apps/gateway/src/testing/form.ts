/** One part of a form: a file, or a word. */
export type Part = { field?: string; bytes: Buffer } | { field: string; text: string }

/** A multipart form as `wx.uploadFile` writes it. */
export function form(parts: Part[]): { payload: Buffer; headers: Record<string, string> } {
  const boundary = '----xiaopu-form'
  const line = (text: string) => Buffer.from(`${text}\r\n`)
  const written = parts.flatMap((part) => [
    line(`--${boundary}`),
    ...('bytes' in part
      ? [
          line(`Content-Disposition: form-data; name="${part.field ?? 'file'}"; filename="photo.jpg"`),
          line('Content-Type: image/jpeg'),
          line(''),
          part.bytes,
          line(''),
        ]
      : [line(`Content-Disposition: form-data; name="${part.field}"`), line(''), line(part.text)]),
  ])
  return {
    payload: Buffer.concat([...written, line(`--${boundary}--`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}
