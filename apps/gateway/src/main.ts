import { ConfigError, readConfig } from './config/config'
import { createGateway } from './gateway'

/** Starts the gateway from the environment; SIGTERM and Ctrl-C stop it when the calls under way are answered. */
async function main(): Promise<void> {
  const gateway = await createGateway(readConfig(process.env))
  const { log } = gateway.app
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // A second Ctrl-C means it.
      if (stopping) process.exit(1)
      stopping = true
      log.info({ signal }, 'stopping')
      gateway.close().catch((error: unknown) => {
        log.error({ err: error }, 'stopping failed')
        process.exitCode = 1
      })
    })
  }
  await gateway.listen()
}

main().catch((error: unknown) => {
  const plain =
    error instanceof ConfigError ||
    (error instanceof Error && ['WechatConfigError', 'DatabaseInUse', 'DatabaseTooNew'].includes(error.name))
  process.stderr.write(`${plain ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`)
  process.exitCode = 1
})
