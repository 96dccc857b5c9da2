/** The webhook of alarms as the API's description tells it. */
import type { Webhook } from '../../platform/http/index.ts'
import { mostAttempts } from './actions/deliver.ts'
import { webhookBody } from './contract.ts'

export const alarmWebhook: Webhook = {
  summary: 'Something is unusual: sent to the webhooks that are told of it',
  description:
    `Answer 2xx within ten seconds. Otherwise it is sent again after 1, 2, 4 … minutes, ${mostAttempts} times in all. ` +
    'No redirect is followed.',
  tag: 'Watch',
  body: webhookBody,
}
