import { announcePremises, preparePremises } from './premises'

/** Once for a run of Jest, before the first journey: a shop with goods, which each test file copies. */
export default async function prepare(): Promise<void> {
  announcePremises(await preparePremises())
}
