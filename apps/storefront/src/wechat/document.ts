import Taro from '@tarojs/taro'
import { type Answer, ask } from './answer'

/**
 * Fetches a file into a temporary one, whose path it answers. Its address must be of a download domain of the Mini Program. A status
 * that is no success has failed: what came is not what was asked for.
 */
export const download = (url: string): Promise<Answer<string>> =>
  ask(
    async () => {
      const { statusCode, tempFilePath } = await Taro.downloadFile({ url })
      if (statusCode !== 200) throw new Error(`the file answered ${statusCode}`)
      return tempFilePath
    },
    (path) => path,
  )

/** Opens a PDF in WeChat's own reader, from where it can be sent on or kept. */
export const openPdf = (filePath: string): Promise<Answer<void>> =>
  ask(
    () => Taro.openDocument({ filePath, fileType: 'pdf', showMenu: true }),
    () => undefined,
  )
