import type { Picture } from '@xiaopu/commerce'
import type { Problems } from './problems'

/** Finds (and makes ready) a picture by its file name. Null: there is none; an error thrown: it cannot be read. */
export type FindPicture = (fileName: string) => Promise<Picture | null>

/** How many are made ready at a time: resizing keeps a processor busy. */
const AT_A_TIME = 4

export interface PictureWanted {
  fileName: string
  line: number
  column: string
}

/** All the pictures by file name. Each is looked for once; one that is missing is reported wherever it is wanted. */
export async function findPictures(
  wanted: PictureWanted[],
  find: FindPicture,
  problems: Problems,
  onProgress: (done: number, total: number) => void,
): Promise<Map<string, Picture>> {
  const fileNames = [...new Set(wanted.map(({ fileName }) => fileName))]
  const found = new Map<string, Picture>()
  const failed = new Map<string, string>()
  for (let from = 0; from < fileNames.length; from += AT_A_TIME) {
    onProgress(from, fileNames.length)
    const batch = fileNames.slice(from, from + AT_A_TIME)
    await Promise.all(
      batch.map(async (fileName) => {
        try {
          const picture = await find(fileName)
          if (picture) found.set(fileName, picture)
          else failed.set(fileName, `There is no picture "${fileName}".`)
        } catch (error) {
          failed.set(
            fileName,
            `The picture "${fileName}" cannot be read: ${error instanceof Error ? error.message : error}`,
          )
        }
      }),
    )
  }
  onProgress(fileNames.length, fileNames.length)
  for (const { fileName, line, column } of wanted) {
    const message = failed.get(fileName)
    if (message) problems.add(line, column, message)
  }
  return found
}
