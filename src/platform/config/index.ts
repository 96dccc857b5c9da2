export { type Config, ConfigError, printConfig, readConfig } from './config.ts'
