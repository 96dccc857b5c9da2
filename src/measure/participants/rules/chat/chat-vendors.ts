/**
 * The chat services that are met on Norwegian, Nordic and international pages, as data. `pattern` is looked
 * for in script addresses, inline scripts, frames and the names of elements; it must be the visitor's chat
 * itself, never the vendor's help centre, its tracking or a link to the vendor.
 */
export type ChatVendor = { readonly vendor: string; readonly pattern: RegExp }

export const chatVendors: readonly ChatVendor[] = [
  {
    vendor: 'Boost.ai',
    pattern:
      /\.boost\.ai\/(?:chatpanel|chatpanel\/chatpanel)|boostchatpanel|window\.boost(?:init|chat)|boost-chat-panel/i,
  },
  {
    vendor: 'Kindly',
    pattern: /chat\.kindlycdn\.com|id=["']?kindly-chat|kindly-chat\.js|kindlychat|<kindly-chat/i,
  },
  {
    vendor: 'Puzzel',
    pattern:
      /(?:chat|engage|app)\.puzzel\.com\/|puzzel-?chat|puzzelchat|\.logicsoftware\.no\/chat|intele(?:chat|com).{0,40}chat|puzzel\.com\/.{0,80}chat/i,
  },
  {
    vendor: 'Zendesk',
    pattern:
      /static\.zdassets\.com\/ekr\/snippet|id=ze-snippet|v2\.zopim\.com|\$zopim|zopim\.com\/\?|assets\.zendesk\.com\/embeddable_framework|\bzE\(\s*["'](?:webwidget|messenger)|zEmbed|launcher-frame zendesk/i,
  },
  {
    vendor: 'Intercom',
    pattern:
      /widget\.intercom\.io|js\.intercomcdn\.com|intercomsettings|Intercom\(\s*["']boot|intercom-(?:container|frame|launcher|lightweight)/i,
  },
  {
    vendor: 'LiveChat',
    pattern: /cdn\.livechatinc\.com|window\.__lc\b|__lc\.license|LC_API\.|livechatwidget/i,
  },
  { vendor: 'Tidio', pattern: /code\.tidio\.co|tidio-chat|tidiochat(?:code|api)/i },
  { vendor: 'Drift', pattern: /js\.driftt\.com|drift\.load\(|drift-widget|drift-frame-controller/i },
  {
    vendor: 'HubSpot',
    pattern:
      /js(?:-[a-z]{2}\d)?\.usemessages\.com|hubspot-messages-iframe|HubSpotConversations|hsConversations/i,
  },
  { vendor: 'Crisp', pattern: /client\.crisp\.chat|\$crisp\b|CRISP_WEBSITE_ID/i },
  { vendor: 'tawk.to', pattern: /embed\.tawk\.to|Tawk_API|Tawk_LoadStart/i },
  {
    vendor: 'Freshchat',
    pattern:
      /wchat\.(?:[a-z]{2}\.)?freshchat\.com|fcWidget\.init|snippets\.freshchat|fw-cdn\.com|freshchat-container|freshworks\.com\/live-chat/i,
  },
  {
    vendor: 'Genesys',
    pattern:
      /apps\.(?:mypurecloud|[a-z0-9-]+\.pure\.cloud)\.[a-z.]{2,12}\/(?:genesys-bootstrap|widgets|webchat)|genesys(?:-bootstrap|Widgets|cloud)|_genesys\.widgets|genesys\.min\.js|Genesys\(\s*["']/i,
  },
  {
    vendor: 'Salesforce',
    pattern:
      /embedded_svc|embeddedservice_bootstrap|embeddedservice5|service\.force\.com\/embeddedservice|liveagent(?:\.|_|\/c\/)|salesforceliveagent\.com|embeddedServiceHelpButton|esw\.min\.js|liveagent\.init/i,
  },
  {
    vendor: 'LivePerson',
    pattern:
      /lptag\.liveperson|server\.iad\.liveperson|liveperson\.net|lpmtag|lpbutton[a-z]?\b|window\.lpTag|lpTag\s*=|lpcdn\.lpsnmedia/i,
  },
  { vendor: 'Giosg', pattern: /service\.giosg\.com|_giosg\b|giosg\(|giosgwebapi/i },
  { vendor: 'Trengo', pattern: /static\.widget\.trengo\.(?:eu|com)|window\.Trengo/i },
  {
    vendor: 'Userlike',
    pattern: /userlike-cdn-widgets|userlikeinit|userlike\.com\/.{0,40}widget|userlikecdn/i,
  },
  {
    vendor: 'Olark',
    pattern:
      /static\.olark\.com|olark\.identify|olark\.configure|window\.olark|chat_app\s*[=:]\s*["']?olark|["']olark["']\s*[,)]/i,
  },
  { vendor: 'Dixa', pattern: /messenger\.dixa\.io|_dixa(?:_|\()|dixa-messenger/i },
  { vendor: 'ImBox', pattern: /files\.imbox\.io|apps\.imbox|_imbox|imbox\.io\/app/i },
  { vendor: 'Ebbot', pattern: /\.ebbot\.(?:app|ai)|ebbot-?chat|window\.ebbot/i },
  {
    vendor: 'ACE',
    pattern:
      /wds\.ace\.teliacompany\.com|(?<![a-z])aceonline|(?<![a-z])ace(?:-|_)?(?:webchat|chat)|telia-?ace|humany\.(?:net|cc)\/.{0,80}(?:chat|embed)/i,
  },
  {
    vendor: 'Vergic',
    pattern:
      /(?:account|content|psp)\.psplugin\.com|vngage|vergic\.com\/.{0,60}\.js|vergic[-_.]?(?:engage|chat)/i,
  },
  {
    vendor: 'SuperOffice',
    pattern:
      /superoffice\.com\/.{0,80}chat|superofficechat|superoffice-?chat|blogic\/.{0,40}chat|chat\.superoffice/i,
  },
  { vendor: 'Smartsupp', pattern: /smartsuppchat\.com|_smartsupp\b|smartsupp\(/i },
  { vendor: 'Gorgias', pattern: /config\.gorgias\.(?:chat|io)|gorgias-chat|gorgiaschat/i },
  { vendor: 'Chatwoot', pattern: /chatwootsdk|chatwootsettings|\/packs\/js\/sdk\.js|woot-widget/i },
  { vendor: 'Zoho SalesIQ', pattern: /salesiq\.zoho(?:public)?\.(?:com|eu)|\$zoho\.salesiq|zsiq/i },
  { vendor: 'PureChat', pattern: /app\.purechat\.com|purechatapi|window\.purechat/i },
  {
    vendor: 'Provide Support',
    pattern: /(?:image|messenger|vm|chat)\.providesupport\.com|providesupport\.com\/(?:image|js|messenger)/i,
  },
  { vendor: 'LiveHelpNow', pattern: /livehelpnow\.net|OpenLHNChat|lhnjsinit|lhnchat/i },
  {
    vendor: 'SnapEngage',
    pattern:
      /snapengage\.com\/.{0,40}js|snapengage\.startlink|SnapABug|storage\.googleapis\.com\/code\.snapengage/i,
  },
  {
    vendor: 'Comm100',
    pattern: /(?:chatserver|vue|standby)\.comm100\.(?:com|io)|Comm100API|comm100_chatbutton/i,
  },
  { vendor: 'LiveEngage BoldChat', pattern: /(?:vmss|livechat)\.boldchat\.com|_bcvma|bdHolders/i },
  { vendor: 'Velaro', pattern: /velaro\.com\/.{0,60}(?:chat|visitor|inline)/i },
  { vendor: 'JivoChat', pattern: /code\.(?:jivosite|jivo)\.(?:com|ru)|jivo_(?:init|api)/i },
  {
    vendor: 'LiveZilla',
    pattern:
      /livezilla\.(?:net|php)|lz_(?:chat|tracking)|\/livezilla\/server\.php|server\.php\?.{0,40}rqst=track/i,
  },
  {
    vendor: 'Kayako',
    pattern: /kayako(?:\.com|.{0,20}visitor|-messenger)|livesupport.{0,40}startclientchat/i,
  },
  { vendor: 'Help Scout', pattern: /beacon-v2\.helpscout\.net|window\.Beacon\(|Beacon\(\s*["']init/i },
  { vendor: 'Front', pattern: /chat-assets\.frontapp\.com|FrontChat\(/i },
  { vendor: 'Gladly', pattern: /cdn\.gladly\.com\/(?:chat|gladly)|window\.gladly|Gladly\.init/i },
  { vendor: 'Kustomer', pattern: /cdn\.kustomerapp\.com|Kustomer\.(?:start|init)/i },
  { vendor: 'Re:amaze', pattern: /cdn\.reamaze\.com|_support\[['"]account/i },
  { vendor: 'Richpanel', pattern: /cdn\.richpanel\.com/i },
  {
    vendor: 'LivePerson eAssistant',
    pattern: /nuance(?:chat|engage)?\.(?:com|net)\/.{0,80}(?:chat|inq)|inqSiteID|inqLaunch|touchcommerce/i,
  },
  {
    vendor: 'Oracle',
    pattern: /rightnow.{0,40}chat|custhelp\.com\/.{0,60}chat|inlay-oracle-chat|oracle-chat/i,
  },
  { vendor: 'LiveAgent', pattern: /ladesk\.com\/scripts\/track|liveagenttracker|la_x2s6df8d/i },
  { vendor: 'Cisco/eGain', pattern: /egain(?:\.cloud|live|-chat)|egofferchat|eGainLiveConnect/i },
  { vendor: 'Avaya', pattern: /avaya.{0,40}(?:chat|webchat)/i },
  { vendor: 'Artisan', pattern: /getjenny|jennybot|frankly-?chat/i },
  { vendor: 'Certainly', pattern: /(?:app|scripts)\.certainly\.io|certainly-?widget/i },
  { vendor: 'Ultimate', pattern: /chat\.ultimate\.ai|initUltimateWidget/i },
  { vendor: 'Cognigy', pattern: /initCognigyWebchat|cognigy\.(?:ai|cloud)\/.{0,80}webchat/i },
  { vendor: 'Ada', pattern: /static\.ada\.support|adaembed|adaSettings/i },
  { vendor: 'Supchat', pattern: /\.supchat\.com|supchat/i },
  { vendor: 'Weply', pattern: /app\.weply\.chat|weply\.(?:chat|io)\/widget/i },
  { vendor: 'Elfsight', pattern: /elfsight-app-.{0,40}chat|elfsight.{0,20}all-in-one-chat/i },
  {
    vendor: 'WP Live Chat',
    pattern: /wp-live-chat|wplc_|3cx\.com\/.{0,40}livechat|call-us-selector|<call-us/i,
  },
  { vendor: 'Botpress', pattern: /cdn\.botpress\.cloud|botpressWebChat/i },
  { vendor: 'Dialogflow', pattern: /<df-messenger/i },
  {
    vendor: 'Microsoft',
    pattern:
      /oc-cdn-ocprod\.azureedge\.net\/livechatwidget|Microsoft_Omnichannel_LCWidget|omnichannel.{0,40}livechat|webchat\.botframework\.com/i,
  },
  { vendor: 'Amazon Connect', pattern: /amazon_connect|amazonconnect|connect-chat|amazon-connect-chat/i },
  { vendor: 'Five9', pattern: /five9(?:socialwidget|-chat|chat)|app\.five9\.com\/consoles\/socialwidget/i },
  {
    vendor: 'NICE',
    pattern:
      /(?:home|livechat)-?[a-z0-9]*\.(?:niceincontact|nice-incontact|incontact)\.com\/.{0,60}chat|brandembassy|livechat\.nice/i,
  },
  { vendor: 'Sinch', pattern: /sinch.{0,30}(?:chatlayer|webchat)|chatlayer\.ai|engage\.sinch/i },
  { vendor: 'Compaio', pattern: /compaio/i },
  { vendor: 'Simplifai', pattern: /simplifai.{0,40}(?:chat|bot)/i },
  { vendor: 'Convertelligence', pattern: /convertelligence/i },
  { vendor: 'Bothub', pattern: /livechatoo|casengo|chatra\.(?:io|com)|ChatraID|call\.chatra/i },
  { vendor: 'Customerly', pattern: /widget\.customerly\.io/i },
  { vendor: 'Formilla', pattern: /formilla\.com\/.{0,40}chat/i },
  { vendor: 'ClickDesk', pattern: /clickdesk\.com\/livily|_glc\b.{0,20}clickdesk/i },
  { vendor: 'iAdvize', pattern: /iadvize(?:\.com|-init|interface)|idzCustomData/i },
  { vendor: 'Solvemate', pattern: /solvemate\.(?:com|widget)/i },
  { vendor: 'optimise-it', pattern: /optimise-it\.de/i },
  { vendor: 'melibo', pattern: /melibo\.de\/|moin\.ai|knowhere\.moin/i },
]
