import type { Picture, Video } from '@xiaopu/commerce'
import type { Problems } from './problems'

/** Finds (and makes ready) a file of a merchant's by its name. Null: there is none; an error thrown: it cannot be used, and why. */
export type FindMedia<Found> = (fileName: string) => Promise<Found | null>
export type FindPicture = FindMedia<Picture>
export type FindVideo = FindMedia<Video>

/** By file name. */
export interface FoundMedia {
  pictures: ReadonlyMap<string, Picture>
  videos: ReadonlyMap<string, Video>
}

/** How many are made ready at a time: resizing keeps a processor busy. */
const AT_A_TIME = 4

export interface MediaWanted {
  fileName: string
  line: number
  column: string
}

/** All the files by name. Each is looked for once; one that is missing is reported wherever it is wanted. */
export async function findMedia<Found>(
  what: 'picture' | 'video',
  wanted: MediaWanted[],
  find: FindMedia<Found>,
  problems: Problems,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Map<string, Found>> {
  const fileNames = [...new Set(wanted.map(({ fileName }) => fileName))]
  const found = new Map<string, Found>()
  const failed = new Map<string, string>()
  for (let from = 0; from < fileNames.length; from += AT_A_TIME) {
    onProgress(from, fileNames.length)
    const batch = fileNames.slice(from, from + AT_A_TIME)
    await Promise.all(
      batch.map(async (fileName) => {
        try {
          const file = await find(fileName)
          if (file) found.set(fileName, file)
          else failed.set(fileName, `There is no ${what} "${fileName}".`)
        } catch (error) {
          failed.set(
            fileName,
            `The ${what} "${fileName}" cannot be used: ${error instanceof Error ? error.message : error}`,
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
