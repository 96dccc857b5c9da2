/**
 * The look of a report and of the public page: readable on a phone, on paper and in the dark. The file carries it
 * inside itself; the public page links to it, because the site's policy allows no style elements.
 */
export const reportStyle = `
:root{color-scheme:light dark;--ink:light-dark(#1e2428,#e7ebec);--soft:light-dark(#585e64,#a9b1b6);--line:light-dark(#d5dadc,#3b4448);--accent:light-dark(#0b5661,#7fd0d6);--page:light-dark(#fff,#12181a);--tint:light-dark(#eef5f6,#1b2629);--best:light-dark(#0b5661,#4d97a2);--good:light-dark(#5fa3ab,#2f6a73);--fair:light-dark(#d9dedd,#4a5356);--low:light-dark(#e5a390,#9c5b4a);--none:light-dark(#a33f34,#c9685b)}
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:2rem 1.25rem 4rem;font:1rem/1.55 Inter,system-ui,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;color:var(--ink);background:var(--page);overflow-wrap:break-word}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.kicker,.lead,.note,caption,figcaption,.about,footer{color:var(--soft)}
.kicker{margin:0}
h1{font-size:clamp(1.6rem,5vw,2.25rem);line-height:1.2;margin:.25rem 0 1rem;text-wrap:balance}
h2{font-size:1.3rem;line-height:1.3;margin:3rem 0 .25rem;text-wrap:balance}
h3{font-size:1.05rem;margin:2rem 0 .25rem}
.lead{margin:0 0 1rem;max-width:44rem}
.answer{margin:0;font-size:1.15rem}
.answer b{font-size:clamp(2.75rem,10vw,4rem);line-height:1;letter-spacing:-.02em;color:var(--accent);font-weight:600}
.sureness{margin:.5rem 0 1.25rem;font-size:1.1rem}
.meaning{background:var(--tint);padding:1rem 1.25rem;border-radius:.5rem;margin:1.5rem 0}
.meaning h2{margin:0 0 .5rem;font-size:1.05rem}
ul{padding-left:1.2rem}
.meaning ul{margin:0}
.winner p{margin:.25rem 0}
.name{font-size:1.5rem;font-weight:600;line-height:1.25}
li{margin:.3rem 0}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:1rem;margin:1.25rem 0}
.figures div{border-top:2px solid var(--line);padding-top:.5rem}
dt{color:var(--soft);font-size:.9rem}
dd{margin:0}
.figures b{display:block;font-size:1.6rem;font-weight:600;line-height:1.25}
.figures span{color:var(--soft);font-size:.9rem}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1.25rem;font-size:.9rem;margin:1.5rem 0}
.table{overflow-x:auto;margin:1rem 0 .5rem}
table{border-collapse:collapse;width:100%;font-size:.9rem}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{padding:.4rem .75rem .4rem 0;text-align:left;vertical-align:middle;border-bottom:1px solid var(--line);font-weight:400}
tr>:last-child{padding-right:0}
thead th,thead td{vertical-align:bottom;color:var(--soft);font-size:.82rem;line-height:1.25;border-bottom:1.5px solid var(--ink)}
b{font-weight:600}
.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
thead .number{white-space:normal}
.drawing{min-width:8rem;width:28%}
tbody th.text,td.text{min-width:6.5rem}
.marks{display:block;width:100%;height:1.25rem;overflow:visible}
.axis{display:block;width:100%;height:.9rem;overflow:visible;font-size:.75rem;fill:var(--soft)}
.grid{stroke:var(--line)}
.span{stroke:var(--accent);stroke-width:3;opacity:.55}
.tick{stroke:var(--ink);stroke-width:2}
.dot{fill:var(--accent);stroke:var(--page);stroke-width:1}
.best{fill:var(--best)}.good{fill:var(--good)}.fair{fill:var(--fair)}.low{fill:var(--low)}.none{fill:var(--none)}
.level{fill:var(--soft)}.gain{fill:var(--accent)}.loss{fill:var(--low)}
rect{stroke:var(--page);stroke-width:1}
.hatches{position:absolute}
.hatches rect{stroke:none}
.hatch-dark{stroke:light-dark(#7c3f2f,#e5a390);stroke-width:2.5}
.hatch-light{stroke:light-dark(#e9b6af,#5c1d15);stroke-width:2.5}
.marks text{text-anchor:middle;font-size:.8rem;fill:var(--ink)}
.marks .on-best,.marks .on-unanswered{fill:#fff}
.marks .on-low,.marks .on-unanswered{paint-order:stroke;stroke-width:3px}
.marks .on-low{stroke:var(--low)}.marks .on-unanswered{stroke:var(--none)}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.25rem;list-style:none;padding:0;margin:.25rem 0 1rem;font-size:.85rem;color:var(--soft)}
.legend li{margin:0}
.key{width:1.5rem;height:.8rem;vertical-align:-.05rem;overflow:visible}
.note{font-size:.9rem;border-left:3px solid var(--line);padding-left:.75rem}
.quote{margin:1rem 0;break-inside:avoid}
figcaption{font-size:.85rem}
blockquote{margin:.25rem 0 0;padding-left:.9rem;border-left:3px solid var(--line)}
blockquote p{margin:.2rem 0}
.about{font-size:.85rem;margin-right:.25rem}
nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:1rem;font-size:.9rem}
@page{size:A4;margin:20mm 18mm}
@media print{:root{color-scheme:light}body{max-width:none;padding:0;font-size:10pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}section{break-inside:auto}h2,h3,.lead{break-after:avoid}tr,.legend,.figures{break-inside:avoid}.starts-page{break-before:page}.together{break-inside:avoid}thead{display:table-header-group}p,li{orphans:3;widows:3}.table{overflow:visible}a{color:inherit;text-decoration:none}.screen{display:none}}
`
