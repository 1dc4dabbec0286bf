export { createMagentoCommerce, type MagentoCommerce } from './backend'
export {
  DEFAULT_FRESHNESS,
  DEFAULT_RULES,
  DEFAULT_TIMEOUTS,
  type Freshness,
  type IntegrationKeys,
  type LoginStrategyName,
  type MagentoOptions,
  type MagentoRules,
  type Timeouts,
} from './options'
export { migrateMagento } from './tables/migrate'
export { AnswerLost, type MagentoCategory, MagentoMisconfigured, MagentoRefusal } from './transport/errors'
