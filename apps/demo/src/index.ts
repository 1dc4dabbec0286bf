export { type Demo, type DemoCommerce, type DemoOptions, startDemo } from './start-demo'
