/** The look of the page, on a screen and on A4. No font is fetched: the page carries Inter's letters. */
export const pageStyle = `
:root{color-scheme:light;--ink:#1c2126;--faint:#565d64;--rule:#d9dde1;--accent:#00538a;--band:#f4f6f8;--warn:#8a4b00;--warnband:#fff7e8}
*{box-sizing:border-box}
html{font:16px/1.5 Inter,'Helvetica Neue',Arial,'Liberation Sans',sans-serif;color:var(--ink);background:#fff;-webkit-text-size-adjust:100%}
body{margin:0}
.page{max-width:74rem;margin:0 auto;padding:0 1.25rem}
.skip{position:absolute;left:-100rem}
.skip:focus{left:1rem;top:.5rem;background:#fff;padding:.5rem 1rem;z-index:9;outline:3px solid var(--accent)}
header .page{padding-top:1.6rem}
.over{margin:0;color:var(--faint);font-size:.875rem}
h1{font-size:1.25rem;line-height:1.3;font-weight:600;margin:.2rem 0 .1rem;max-width:60rem}
.question{margin:0 0 .2rem;color:var(--faint)}
.answer{font-size:clamp(1.2rem,2.1vw,1.55rem);line-height:1.38;font-weight:600;margin:.7rem 0 1rem;max-width:62rem;text-wrap:pretty}
.more{font-size:1.0625rem;margin:-.4rem 0 1rem;max-width:62rem}
h2{font-size:1.35rem;line-height:1.25;font-weight:600;margin:0 0 .8rem}
h3{font-size:1.05rem;line-height:1.3;font-weight:600;margin:1.6rem 0 .5rem}
section{padding:1.8rem 0 .6rem;border-top:1px solid var(--rule);margin-top:1.6rem}
p{margin:0 0 .7rem;max-width:46rem;text-wrap:pretty}
ul{margin:0 0 .9rem;padding-left:1.2rem;max-width:52rem}
li{margin:.15rem 0}
.small,figcaption{font-size:.875rem;color:var(--faint);max-width:46rem}
.warning{border-left:4px solid #c77700;background:var(--warnband);padding:.7rem 1rem;margin:0 0 1.1rem;max-width:62rem}
.warning p{margin:0 0 .3rem;max-width:none}
.warning strong{color:var(--warn)}
.warning ul{margin:0}
.facts{display:flex;flex-wrap:wrap;gap:.55rem 1.9rem;margin:1rem 0;padding:.7rem 1rem;background:var(--band)}
.facts div{min-width:6rem}
dt{font-size:.8125rem;color:var(--faint)}
dd{margin:0;font-weight:500;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,30rem),1fr));gap:0 2.4rem;align-items:start}
.gallery{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,30rem),1fr));gap:1.4rem 2.4rem;align-items:start}
figure{margin:0 0 .8rem;min-width:0}
figure h2,figure h3{margin:.2rem 0 .5rem;font-size:1.05rem}
.drawing svg{display:block;width:100%;height:auto;max-width:44rem}
.wide{overflow-x:auto;margin:0 0 1rem}
table{border-collapse:collapse;font-size:.875rem;line-height:1.35;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:600;padding:0 0 .35rem}
th,td{text-align:left;vertical-align:top;padding:.28rem .9rem .28rem 0;border-bottom:1px solid var(--rule)}
thead th{color:var(--faint);font-weight:500;border-bottom:1px solid #9aa2a9;vertical-align:bottom}
tbody th{font-weight:500}
td.n,th.n{text-align:right;white-space:nowrap}
.first table{font-size:.9rem}
details{margin:.3rem 0 .9rem}
summary{cursor:pointer;color:var(--accent);padding:.2rem 0;width:fit-content}
.fold>summary{font-weight:600}
.equation{margin:0 0 1.1rem}
.equation p{margin-bottom:.3rem}
.math{overflow-x:auto;padding:.15rem 0}
math{font-size:1.1rem}
math{margin-left:1.2rem}
nav ol{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;margin:0;padding:.6rem 0}
nav+section{border-top:0;margin-top:0}
nav{border-top:1px solid var(--rule);border-bottom:1px solid var(--rule);margin-top:1rem;font-size:.9375rem}
a{color:var(--accent)}
.controls{display:flex;flex-wrap:wrap;gap:.6rem 1.6rem;align-items:center;margin:.2rem 0 1rem;font-size:.9375rem}
.controls[hidden],.take[hidden]{display:none}
fieldset{border:0;margin:0;padding:0;display:flex;gap:.9rem;flex-wrap:wrap}
legend{float:left;margin-right:.9rem;color:var(--faint)}
label{display:inline-flex;gap:.35rem;align-items:center}
select,button{font:inherit;color:inherit;background:#fff;border:1px solid #8a939b;border-radius:4px;padding:.15rem .5rem;min-height:1.75rem}
button:hover,select:hover{border-color:var(--accent);color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.take{display:flex;gap:.4rem;align-items:center;flex-wrap:wrap;font-size:.8125rem;color:var(--faint);margin:.4rem 0 .1rem}
#picked{background:var(--band);padding:.6rem 1rem;margin:0 0 1rem}
#picked:empty{display:none}
#picked .facts{margin:0;padding:0}
#tip{position:fixed;z-index:8;pointer-events:none;background:#1c2126;color:#fff;font-size:.8125rem;line-height:1.35;padding:.35rem .6rem;border-radius:4px;max-width:20rem}
#tip[hidden]{display:none}
[data-tip]:hover{filter:brightness(.88)}
.dim{opacity:.16}
tr.picked>*{background:#e8f1f8}
[data-off]{display:none!important}
footer{border-top:1px solid var(--rule);margin-top:2rem;padding:1rem 0 2rem;font-size:.875rem;color:var(--faint)}
.only-print{display:none}
@media (max-width:40rem){.page{padding:0 1rem}.facts{gap:.5rem 1.2rem}h2{font-size:1.2rem}math{font-size:.95rem;margin-left:0}}
@media print{
@page{size:A4;margin:15mm 14mm 16mm}
html{font-size:9.5pt}
.page{max-width:none;padding:0}
nav,.controls,.take,.skip,#picked,#tip,.numbers{display:none!important}
.only-print{display:block}
.answer{font-size:14pt}
section{border-top:0;padding-top:.4rem;margin-top:1rem}
h2,h3,caption,.equation p{break-after:avoid}
figure,.warning,.facts,.equation,tr,li{break-inside:avoid}
.gallery,.pair{display:block}
figcaption,.small{max-width:none;font-size:8pt}
figure{margin-bottom:7mm}
.drawing svg{width:auto;max-width:100%;max-height:108mm}
.drawing.tall svg{max-height:165mm}
.wide{overflow:visible}
table{font-size:8pt;width:100%}
td.n,th.n{white-space:normal}
thead{display:table-header-group}
td,th{overflow-wrap:break-word}
details.fold::details-content{content-visibility:visible;display:block;block-size:auto;opacity:1}
details.fold>summary{list-style:none;color:inherit}
a[href^=http]::after{content:" (" attr(href) ")"}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
`.trim();
