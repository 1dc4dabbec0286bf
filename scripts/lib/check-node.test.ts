import { nodeIsTooOld, oldestNode } from './check-node.mjs'

test.each(['18.20.4', '20.18.3', '16.0.0'])('Node %s is refused with a sentence that says what to do', (version) => {
  expect(nodeIsTooOld(version, [20, 19])).toBe(
    `Xiaopu needs Node 20.19 or newer, and this is Node ${version}. Install a newer Node (nodejs.org, or "nvm install") and run the same command again.`,
  )
})

test.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('Node %s is welcome', (version) => {
  expect(nodeIsTooOld(version, [20, 19])).toBeUndefined()
})

test('the floor is the one package.json states', () => {
  expect(oldestNode()).toEqual([20, 19])
})
