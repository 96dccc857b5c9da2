export { type Expectations, expectedFactor, factorBetween, readExpectations } from './actions/expectations.ts'
export { type FlowWork, type FlowWorks, readWork } from './actions/work.ts'
export { flowRoutes } from './routes.ts'
export { type ForecastSum, sumForecast, sumTraffic, type TrafficSum } from './store/sum-store.ts'
