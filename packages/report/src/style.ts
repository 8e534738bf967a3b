/** The report's stylesheet. System fonts only; colours keep at least 4.5:1 on their ground. */
export const style = `
:root{--ink:#1a1a1a;--soft:#4d4d4d;--line:#d4d4d4;--ground:#fff;--tint:#f4f6f8;--link:#00518a}
*{box-sizing:border-box}
html{font:17px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;color:var(--ink);background:var(--ground);-webkit-text-size-adjust:100%}
body{margin:0}
.skip{position:absolute;left:-999px;top:0;background:#fff;padding:.5rem 1rem;z-index:1}
.skip:focus{left:0}
main,body>header,body>nav,body>footer{max-width:66rem;margin:0 auto;padding:0 1.25rem}
h1{font-size:1.75rem;line-height:1.2;margin:.1rem 0 .7rem}
h2{font-size:1.4rem;line-height:1.25;margin:2.6rem 0 .5rem;border-top:1px solid var(--line);padding-top:1.4rem}
h3{font-size:1.05rem;margin:1.4rem 0 .3rem}
p{margin:.4rem 0 .7rem;max-width:46rem}
.lead{font-size:1.12rem}
.eyebrow{color:var(--soft);font-size:.9rem;margin:.8rem 0 0}
a{color:var(--link)}
ul{padding-left:1.2rem;margin:.3rem 0 .8rem;max-width:46rem}
li{margin:.2rem 0;overflow-wrap:anywhere}
.answer{display:grid;grid-template-columns:minmax(0,1.25fr) minmax(0,1fr);gap:.9rem 1.2rem}
.answer h2.small{font-size:.9rem;font-weight:600;border:0;margin:0;padding:0;color:inherit}
.verdict{border-radius:.5rem;padding:1rem 1.2rem;background:var(--tint);border-left:.6rem solid var(--soft)}
.verdict p{margin:.35rem 0}
.verdict .badge{font-size:1.65rem;line-height:1.2;font-weight:700;margin:.2rem 0 .5rem}
.verdict .note{font-size:.92rem}
.v-reached,.v-in-line,.v-smaller{background:#e8f4ee;border-color:#00704f}
.v-reached .badge,.v-in-line .badge,.v-smaller .badge{color:#00553c}
.v-below-claim,.v-cannot-tell,.v-too-early{background:#f6f1e3;border-color:#8a6100}
.v-below-claim .badge,.v-cannot-tell .badge,.v-too-early .badge{color:#5f4300}
.v-extra-cost{background:#fbeae1;border-color:#b34700}
.v-extra-cost .badge{color:#8a3600}
.glance{display:flex;align-items:center;justify-content:center;border:1px solid var(--line);border-radius:.5rem;padding:.4rem;min-width:0}
.glance figure{margin:0}
.cards{grid-column:1/-1;display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:.9rem}
.card{overflow-wrap:anywhere;border:1px solid var(--line);border-radius:.5rem;padding:.7rem .9rem;font-size:.88rem;line-height:1.4}
.card h3{margin:0 0 .35rem;font-size:1rem}
.card p{margin:.25rem 0}
.card ul{padding-left:1rem;margin:.3rem 0}
.fine{color:var(--soft);font-size:.82rem}
.status{font-weight:600;white-space:nowrap}
.status::before{content:"→ ";font-weight:400}
.warn{border-left:.3rem solid #b34700;padding-left:.6rem;font-weight:600}
nav ol{columns:2;padding-left:1.4rem;margin:.3rem 0;font-size:.95rem}
nav h2{border:0;padding-top:0;margin-top:1.4rem;font-size:1.05rem}
figure{margin:1rem 0;min-width:0}
figure svg{display:block;max-width:100%;height:auto}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,29rem),1fr));gap:.5rem 1.5rem}
.scroll{overflow-x:auto;margin:1rem 0}
.scroll:focus-visible,a:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}
table{border-collapse:collapse;font-size:.86rem;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:600;padding:.2rem 0 .4rem}
th,td{text-align:left;vertical-align:top;padding:.28rem .8rem .28rem 0;border-bottom:1px solid var(--line);overflow-wrap:break-word;max-width:28em;min-width:4.5em}
thead th{border-bottom:2px solid var(--soft);vertical-align:bottom;overflow-wrap:normal}
tbody th{font-weight:400;min-width:9em}
.n{text-align:right}
code{font:.82rem/1.3 ui-monospace,Consolas,monospace;overflow-wrap:anywhere}
details{border:1px solid var(--line);border-radius:.5rem;padding:.5rem .9rem;margin:1rem 0;background:#fcfcfc}
summary{cursor:pointer;font-weight:600;color:var(--link)}
footer{color:var(--soft);font-size:.88rem;padding-bottom:2rem!important;margin-top:2rem!important}
@media (max-width:60rem){.answer{grid-template-columns:1fr}.cards{grid-template-columns:repeat(2,minmax(0,1fr))}}
@media (max-width:36rem){.cards{grid-template-columns:1fr}nav ol{columns:1}html{font-size:16px}}
@media print{html{font-size:10pt}.skip,nav{display:none}h2,h3,caption{break-after:avoid}figure,tr,.card,.verdict{break-inside:avoid}.scroll{overflow:visible}
details{border:0;padding:0;background:none}details::details-content{content-visibility:visible;block-size:auto}a{color:inherit;text-decoration:none}
.verdict,.card{-webkit-print-color-adjust:exact;print-color-adjust:exact}@page{margin:18mm 16mm}}
`.trim();
