import Taro from '@tarojs/taro'
import { type Answer, ask } from './answer'

/** Fetches a PDF and opens it in WeChat's own reader. A status that is no success has failed: what came is no PDF. */
export const openPdf = (url: string): Promise<Answer<void>> =>
  ask(
    async () => {
      const { statusCode, tempFilePath } = await Taro.downloadFile({ url })
      if (statusCode !== 200) throw new Error(`the document answered ${statusCode}`)
      await Taro.openDocument({ filePath: tempFilePath, fileType: 'pdf', showMenu: true })
    },
    () => undefined,
  )
