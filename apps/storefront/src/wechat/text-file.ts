import Taro from '@tarojs/taro'
import { type Answer, ask } from './answer'

/** Writes a text file of the app's own. Fails where the phone is full. */
export const saveTextFile = (name: string, text: string): Promise<Answer<string>> => {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  return ask(
    () =>
      new Promise((success, fail) => {
        Taro.getFileSystemManager().writeFile({ filePath, data: text, encoding: 'utf8', success, fail })
      }),
    () => filePath,
  )
}

/** Sends a file to a chat: one's own 文件传输助手, for instance. Only works on a tap. */
export const shareFile = (filePath: string, fileName: string): Promise<Answer<void>> =>
  ask(
    () => Taro.shareFileMessage({ filePath, fileName } as never) as unknown as Promise<unknown>,
    () => undefined,
  )
