import { runShop } from './run-shop'

process.exitCode = await runShop(process.argv.slice(2), {
  env: process.env,
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  isInteractive: process.stderr.isTTY === true,
})
