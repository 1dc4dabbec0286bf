import { rm } from 'node:fs/promises'
import { announcedPremises } from './premises'

export default async function clearAway(): Promise<void> {
  await rm(announcedPremises().folder, { recursive: true, force: true })
}
