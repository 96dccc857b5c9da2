/** Services whose forms stand in a frame or are drawn by a script. `always`: nothing but contact or tickets. */
export type FormVendor = { readonly vendor: string; readonly pattern: RegExp; readonly always: boolean }

export const formVendors: readonly FormVendor[] = [
  { vendor: 'Typeform', pattern: /typeform\.com\/(?:to\/|next\/)|embed\.typeform\.com/i, always: false },
  {
    vendor: 'HubSpot',
    pattern:
      /js(?:-eu1)?\.hsforms\.net|hbspt\.forms\.create|share(?:-eu1)?\.hsforms\.com|forms\.hsforms\.com/i,
    always: false,
  },
  {
    vendor: 'Zendesk',
    pattern: /\.zendesk\.com\/(?:hc\/[^/]{1,12}\/requests\/new|embeddable)|\/hc\/[^/]{1,12}\/requests\/new/i,
    always: true,
  },
  { vendor: 'Google Forms', pattern: /docs\.google\.com\/forms|forms\.gle\//i, always: false },
  {
    vendor: 'Microsoft Forms',
    pattern: /forms\.(?:office|microsoft|cloud\.microsoft)(?:\.com)?\/|customervoice\.microsoft\.com/i,
    always: false,
  },
  { vendor: 'Formstack', pattern: /\.formstack\.com\/forms/i, always: false },
  { vendor: 'JotForm', pattern: /(?:form|eu)\.jotform\.com|jotfor\.ms/i, always: false },
  { vendor: 'Wufoo', pattern: /\.wufoo\.com\/(?:forms|embed)/i, always: false },
  { vendor: 'FormSite', pattern: /\.formsite\.com\//i, always: false },
  { vendor: 'Cognito Forms', pattern: /cognitoforms\.com/i, always: false },
  { vendor: 'Netigate', pattern: /netigate\.(?:se|net)\/(?:ra|a)\//i, always: false },
  { vendor: 'Questback', pattern: /(?:response|web)\.questback\.com/i, always: false },
  {
    vendor: 'Freshdesk',
    pattern: /\.freshdesk\.com\/(?:widgets\/feedback|support\/tickets\/new)|freshwidget/i,
    always: true,
  },
  { vendor: 'Salesforce', pattern: /webto\.salesforce\.com|servlet\.WebToCase/i, always: true },
  { vendor: 'Dynamics', pattern: /mkt\.dynamics\.com|powerappsportals\.com/i, always: false },
  {
    vendor: 'Acos',
    pattern: /skjema\.(?:no|kf\.no)|kf-infoserie|acossky|svarut|xledger.{0,40}form/i,
    always: false,
  },
  { vendor: 'Pureservice', pattern: /\.pureservice\.com/i, always: true },
  {
    vendor: 'SuperOffice',
    pattern: /superoffice\.com\/(?:.{0,60})(?:customer|scripts|form)/i,
    always: false,
  },
  { vendor: 'Tally', pattern: /tally\.so\/(?:embed|r)\//i, always: false },
  { vendor: 'Paperform', pattern: /paperform\.co/i, always: false },
  { vendor: 'Dixa', pattern: /forms\.dixa\.io|contactform\.dixa/i, always: true },
  {
    vendor: 'Webform',
    pattern: /\/webform(?:s)?\/(?:contact|kontakt)|kontaktskjema.{0,40}(?:embed|iframe)/i,
    always: true,
  },
]

export function formVendorOf(text: string): FormVendor | undefined {
  return formVendors.find(({ pattern }) => pattern.test(text))
}
