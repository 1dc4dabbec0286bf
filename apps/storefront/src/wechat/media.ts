import Taro from '@tarojs/taro'
import { type Answer, ask } from './answer'

/** Bytes from which a picture is made smaller before it is sent. */
const LARGE = 1024 * 1024
/** px: more than any screen shows. */
const WIDE_ENOUGH = 2_400

/** Opens the album and the camera. Gives paths that are good while the app runs. */
export async function choosePictures(count: number): Promise<Answer<string[]>> {
  const answer = await ask(
    () => Taro.chooseMedia({ count, mediaType: ['image'], sourceType: ['album', 'camera'], sizeType: ['compressed'] }),
    ({ tempFiles }) => tempFiles,
  )
  if (answer.status !== 'ok') return answer
  // Some clients know no limit when the camera is used again and again.
  const files = answer.value.slice(0, count)
  return { status: 'ok', value: await Promise.all(files.map(({ tempFilePath, size }) => smaller(tempFilePath, size))) }
}

/** “Compressed” is as large as the camera made it on some phones. What cannot be made smaller is sent as it is. */
async function smaller(path: string, bytes: number): Promise<string> {
  if (bytes < LARGE) return path
  const answer = await ask(
    () => Taro.compressImage({ src: path, quality: 80, compressedWidth: WIDE_ENOUGH }),
    ({ tempFilePath }) => tempFilePath,
  )
  return answer.status === 'ok' ? answer.value : path
}
