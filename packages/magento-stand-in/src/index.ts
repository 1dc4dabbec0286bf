export { Control } from './faults/control'
export type { Fault, FaultKind } from './faults/faults'
export type { LoggedRequest } from './faults/request-log'
export type * from './fixtures/types'
export type {
  IntegrationKeys,
  MagentoProfile,
  MagentoSettings,
  MagentoStandInOptions,
  StoreFixture,
} from './options'
export { type MagentoStandIn, startMagentoStandIn } from './stand-in'
export type { Order as MagentoOrder } from './state/state'
