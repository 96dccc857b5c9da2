// Before the first paint: the chosen scheme and language, so that a dark page never flashes white.
;(() => {
  const scheme = localStorage.getItem('lyttepost-scheme')
  const language = localStorage.getItem('lyttepost-language')
  if (scheme === 'light' || scheme === 'dark') document.documentElement.dataset.colorScheme = scheme
  if (language === 'nb' || language === 'nn' || language === 'en') document.documentElement.lang = language
})()
