import { installPackages, packagesAreCurrent, thousands } from './install.mjs'
import { bringPnpm, pnpmIsHere } from './pnpm.mjs'

/** How many numbered steps `bootstrap` takes. */
export const BOOTSTRAP_STEPS = 2

/**
 * Brings everything a fresh clone lacks: pnpm, then the packages. What is there already costs a few milliseconds and
 * no network.
 *
 * @param {ReturnType<typeof import('../../config/progress/progress.mjs').createProgress>} progress
 * @throws {import('./advice.mjs').InstallFailed}
 */
export async function bootstrap(progress) {
  if (pnpmIsHere()) progress.already('Package manager is here')
  else
    await during(
      progress.begin('Getting the package manager'),
      async () => `Package manager: pnpm ${await bringPnpm()}`,
    )

  if (packagesAreCurrent()) progress.already('Packages are up to date')
  else
    await during(
      progress.begin('Installing packages'),
      async (step) => `Installed ${thousands(await installPackages(step))} packages`,
    )
}

/**
 * @param {import('../../config/progress/progress.mjs').Step} step
 * @param {(step: import('../../config/progress/progress.mjs').Step) => Promise<string>} work answers with the sentence that closes the step
 */
async function during(step, work) {
  try {
    step.done(await work(step))
  } catch (error) {
    step.fail()
    throw error
  }
}
