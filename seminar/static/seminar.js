"use strict";(()=>{var je=globalThis,$t=t=>t,ke=je.trustedTypes,bt=ke?ke.createPolicy("lit-html",{createHTML:t=>t}):void 0,De="$lit$",O=`lit$${Math.random().toFixed(9).slice(2)}$`,Ye="?"+O,$n=`<${Ye}>`,U=document,se=()=>U.createComment(""),re=t=>t===null||typeof t!="object"&&typeof t!="function",Fe=Array.isArray,_t=t=>Fe(t)||typeof t?.[Symbol.iterator]=="function",Pe=`[ 	
\f\r]`,ne=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,yt=/-->/g,xt=/>/g,Y=RegExp(`>|${Pe}(?:([^\\s"'>=/]+)(${Pe}*=${Pe}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),kt=/'/g,wt=/"/g,At=/^(?:script|style|textarea|title)$/i,Ue=t=>(e,...n)=>({_$litType$:t,strings:e,values:n}),h=Ue(1),H=Ue(2),hs=Ue(3),T=Symbol.for("lit-noChange"),d=Symbol.for("lit-nothing"),vt=new WeakMap,F=U.createTreeWalker(U,129);function Mt(t,e){if(!Fe(t)||!t.hasOwnProperty("raw"))throw Error("invalid template strings array");return bt!==void 0?bt.createHTML(e):e}var Tt=(t,e)=>{let n=t.length-1,s=[],r,i=e===2?"<svg>":e===3?"<math>":"",o=ne;for(let l=0;l<n;l++){let a=t[l],u,p,m=-1,f=0;for(;f<a.length&&(o.lastIndex=f,p=o.exec(a),p!==null);)f=o.lastIndex,o===ne?p[1]==="!--"?o=yt:p[1]!==void 0?o=xt:p[2]!==void 0?(At.test(p[2])&&(r=RegExp("</"+p[2],"g")),o=Y):p[3]!==void 0&&(o=Y):o===Y?p[0]===">"?(o=r??ne,m=-1):p[1]===void 0?m=-2:(m=o.lastIndex-p[2].length,u=p[1],o=p[3]===void 0?Y:p[3]==='"'?wt:kt):o===wt||o===kt?o=Y:o===yt||o===xt?o=ne:(o=Y,r=void 0);let $=o===Y&&t[l+1].startsWith("/>")?" ":"";i+=o===ne?a+$n:m>=0?(s.push(u),a.slice(0,m)+De+a.slice(m)+O+$):a+O+(m===-2?l:$)}return[Mt(t,i+(t[n]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),s]},ie=class t{constructor({strings:e,_$litType$:n},s){let r;this.parts=[];let i=0,o=0,l=e.length-1,a=this.parts,[u,p]=Tt(e,n);if(this.el=t.createElement(u,s),F.currentNode=this.el.content,n===2||n===3){let m=this.el.content.firstChild;m.replaceWith(...m.childNodes)}for(;(r=F.nextNode())!==null&&a.length<l;){if(r.nodeType===1){if(r.hasAttributes())for(let m of r.getAttributeNames())if(m.endsWith(De)){let f=p[o++],$=r.getAttribute(m).split(O),g=/([.?@])?(.*)/.exec(f);a.push({type:1,index:i,name:g[2],strings:$,ctor:g[1]==="."?ve:g[1]==="?"?_e:g[1]==="@"?Ae:W}),r.removeAttribute(m)}else m.startsWith(O)&&(a.push({type:6,index:i}),r.removeAttribute(m));if(At.test(r.tagName)){let m=r.textContent.split(O),f=m.length-1;if(f>0){r.textContent=ke?ke.emptyScript:"";for(let $=0;$<f;$++)r.append(m[$],se()),F.nextNode(),a.push({type:2,index:++i});r.append(m[f],se())}}}else if(r.nodeType===8)if(r.data===Ye)a.push({type:2,index:i});else{let m=-1;for(;(m=r.data.indexOf(O,m+1))!==-1;)a.push({type:7,index:i}),m+=O.length-1}i++}}static createElement(e,n){let s=U.createElement("template");return s.innerHTML=e,s}};function q(t,e,n=t,s){if(e===T)return e;let r=s!==void 0?n._$Co?.[s]:n._$Cl,i=re(e)?void 0:e._$litDirective$;return r?.constructor!==i&&(r?._$AO?.(!1),i===void 0?r=void 0:(r=new i(t),r._$AT(t,n,s)),s!==void 0?(n._$Co??=[])[s]=r:n._$Cl=r),r!==void 0&&(e=q(t,r._$AS(t,e.values),r,s)),e}var we=class{constructor(e,n){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=n}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:n},parts:s}=this._$AD,r=(e?.creationScope??U).importNode(n,!0);F.currentNode=r;let i=F.nextNode(),o=0,l=0,a=s[0];for(;a!==void 0;){if(o===a.index){let u;a.type===2?u=new K(i,i.nextSibling,this,e):a.type===1?u=new a.ctor(i,a.name,a.strings,this,e):a.type===6&&(u=new Me(i,this,e)),this._$AV.push(u),a=s[++l]}o!==a?.index&&(i=F.nextNode(),o++)}return F.currentNode=U,r}p(e){let n=0;for(let s of this._$AV)s!==void 0&&(s.strings!==void 0?(s._$AI(e,s,n),n+=s.strings.length-2):s._$AI(e[n])),n++}},K=class t{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,n,s,r){this.type=2,this._$AH=d,this._$AN=void 0,this._$AA=e,this._$AB=n,this._$AM=s,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,n=this._$AM;return n!==void 0&&e?.nodeType===11&&(e=n.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,n=this){e=q(this,e,n),re(e)?e===d||e==null||e===""?(this._$AH!==d&&this._$AR(),this._$AH=d):e!==this._$AH&&e!==T&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):_t(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==d&&re(this._$AH)?this._$AA.nextSibling.data=e:this.T(U.createTextNode(e)),this._$AH=e}$(e){let{values:n,_$litType$:s}=e,r=typeof s=="number"?this._$AC(e):(s.el===void 0&&(s.el=ie.createElement(Mt(s.h,s.h[0]),this.options)),s);if(this._$AH?._$AD===r)this._$AH.p(n);else{let i=new we(r,this),o=i.u(this.options);i.p(n),this.T(o),this._$AH=i}}_$AC(e){let n=vt.get(e.strings);return n===void 0&&vt.set(e.strings,n=new ie(e)),n}k(e){Fe(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,s,r=0;for(let i of e)r===n.length?n.push(s=new t(this.O(se()),this.O(se()),this,this.options)):s=n[r],s._$AI(i),r++;r<n.length&&(this._$AR(s&&s._$AB.nextSibling,r),n.length=r)}_$AR(e=this._$AA.nextSibling,n){for(this._$AP?.(!1,!0,n);e!==this._$AB;){let s=$t(e).nextSibling;$t(e).remove(),e=s}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},W=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,n,s,r,i){this.type=1,this._$AH=d,this._$AN=void 0,this.element=e,this.name=n,this._$AM=r,this.options=i,s.length>2||s[0]!==""||s[1]!==""?(this._$AH=Array(s.length-1).fill(new String),this.strings=s):this._$AH=d}_$AI(e,n=this,s,r){let i=this.strings,o=!1;if(i===void 0)e=q(this,e,n,0),o=!re(e)||e!==this._$AH&&e!==T,o&&(this._$AH=e);else{let l=e,a,u;for(e=i[0],a=0;a<i.length-1;a++)u=q(this,l[s+a],n,a),u===T&&(u=this._$AH[a]),o||=!re(u)||u!==this._$AH[a],u===d?e=d:e!==d&&(e+=(u??"")+i[a+1]),this._$AH[a]=u}o&&!r&&this.j(e)}j(e){e===d?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},ve=class extends W{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===d?void 0:e}},_e=class extends W{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==d)}},Ae=class extends W{constructor(e,n,s,r,i){super(e,n,s,r,i),this.type=5}_$AI(e,n=this){if((e=q(this,e,n,0)??d)===T)return;let s=this._$AH,r=e===d&&s!==d||e.capture!==s.capture||e.once!==s.once||e.passive!==s.passive,i=e!==d&&(s===d||r);r&&this.element.removeEventListener(this.name,this,s),i&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},Me=class{constructor(e,n,s){this.element=e,this.type=6,this._$AN=void 0,this._$AM=n,this.options=s}get _$AU(){return this._$AM._$AU}_$AI(e){q(this,e)}},Nt={M:De,P:O,A:Ye,C:1,L:Tt,R:we,D:_t,V:q,I:K,H:W,N:_e,U:Ae,B:ve,F:Me},bn=je.litHtmlPolyfillSupport;bn?.(ie,K),(je.litHtmlVersions??=[]).push("3.3.3");var C=(t,e,n)=>{let s=n?.renderBefore??e,r=s._$litPart$;if(r===void 0){let i=n?.renderBefore??null;s._$litPart$=r=new K(e.insertBefore(se(),i),i,void 0,n??{})}return r._$AI(t),r};var E={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},X=t=>(...e)=>({_$litDirective$:t,values:e}),B=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,n,s){this._$Ct=e,this._$AM=n,this._$Ci=s}_$AS(e,n){return this.update(e,n)}update(e,n){return this.render(...n)}};var oe=class extends B{constructor(e){if(super(e),this.it=d,e.type!==E.CHILD)throw Error(this.constructor.directiveName+"() can only be used in child bindings")}render(e){if(e===d||e==null)return this._t=void 0,this.it=e;if(e===T)return e;if(typeof e!="string")throw Error(this.constructor.directiveName+"() called with a non-string value");if(e===this.it)return this._t;this.it=e;let n=[e];return n.raw=n,this._t={_$litType$:this.constructor.resultType,strings:n,values:[]}}};oe.directiveName="unsafeHTML",oe.resultType=1;var St=X(oe);var Te={locale:"en-GB",exercise:"Exercise",prediction:"Prediction",figure:"the figure",recall:"Your prediction, met again","level.check":"Check","level.apply":"Apply","level.argue":"Argue",minutes:{one:"{n} minute",other:"{n} minutes"},points:{one:"{n} point",other:"{n} points"},"points.of":{one:"{points} of {n} point",other:"{points} of {n} points"},answer:"Your answer","choose.one":"Choose one.","choose.any":"Choose all that apply.","order.how":"Put into order with the arrows, or drag.","order.on.paper":"Number these in the right order.","match.how":"Choose a partner for each.","match.choices":"To choose from","sort.how":"Choose a box for each.","select.none":"choose …","move.up":"Move up: {item}","move.down":"Move down: {item}","move.drag":"Drag to reorder","move.done":"Moved “{item}” to position {position} of {n}.","move.first":"“{item}” is first already.","move.last":"“{item}” is last already.",neighbours:{one:"{right} of {n} neighbouring pair stands right.",other:"{right} of {n} neighbouring pairs stand right."},"neighbour.right":"These two belong together in this order",check:"Check",compare:"Compare with a model answer",commit:"Commit my prediction",again:"Try again","again.said":"Feedback cleared. Change your answer and check it again.",hint:"Hint","hint.more":"Hint {k} of {n}","hint.label":"Hint {k}",solution:"Solution","solution.show":"Show the solution","solution.hide":"Hide the solution","solution.said":"The solution is shown below.",reset:"Start over","reset.ask":"Clear your answer to this exercise, and begin again?","reset.yes":"Clear my answer","reset.no":"Keep it","reset.said":"Answer cleared.",result:"Result","result.right":"Right.","result.partly":"Partly right.","result.wrong":"Not yet.","result.open":{one:"You left {n} open.",other:"You left {n} open."},"result.all":"Only a wholly right answer earns points.",found:{one:"You found {right} of the {n} that applies.",other:"You found {right} of the {n} that apply."},"found.none":"None of them applies.","found.wrong":{one:"{n} is wrongly chosen.",other:"{n} are wrongly chosen."},"found.costs":{one:"{n} wrong choice takes points off.",other:"{n} wrong choices take points off."},"result.attempt":{one:"{n} try",other:"{n} tries"},"mark.right":"Right","mark.wrong":"Not right","mark.missed":"Missed","mark.taken":"Wrongly chosen","lacks.choice":"Choose an answer first.","lacks.choices":"Choose what applies. If you mean that none does, press Check once more.","lacks.number":"Write a number first.","lacks.number.form":"Write a plain number, such as 11.2 or 11,2, without a thousands mark or a unit.","lacks.order":"Move at least one of them first.","lacks.pairs":"Choose at least one partner first.","lacks.boxes":"Choose a box for at least one first.","lacks.text":"Write an answer first.","lacks.low":"Write the low end of your range, as a number.","lacks.high":"Write the high end of your range, as a number.","lacks.range":"The low end of your range lies above the high end.","lacks.because":"Write a sentence of reason first.","text.words":{one:"{n} word",other:"{n} words"},"text.about":{one:"{n} word; about {most} are enough",other:"{n} words; about {most} are enough"},"text.model":"A model answer","text.checklist":"Does your answer say this? Tick what it does.","text.ticked":"{k} of {n} ticked. Only a reader can mark this.","text.by.hand":"Only a reader can mark this.","predict.range":"Your 80 per cent range: you would be surprised, one time in five, by a figure outside it.","predict.low":"Low end","predict.high":"High end","predict.because":"Because …","predict.note":"A prediction is committed once, and stays as it is. You will meet it again.","predict.committed":"Committed on {date}.","predict.later":"You will meet it again further on.","predict.yours":"You predicted","predict.between":"between {low} and {high}","predict.reason":"Your reason","predict.lacking":"You have not made this prediction yet. Make it now, before reading on.","predict.outcome":"What happened","commit.note":"A prediction is committed once, and stays as it is. Then you see what happened.","figure.alt":"The figure of “{title}”.","figure.numbers":"The numbers","draw.how":"Go on with the line: drag its handles, or write the numbers here.","draw.unit":"In {unit}.","draw.handles":"Handles of the line","draw.point":"{x}: {value}","draw.waiting":"{x}: not set yet","draw.range":"Your 80 per cent range for {x}: you would be surprised, one time in five, by a figure outside it.","draw.yours":"Your line","draw.truth":"What happened","draw.difference":"Difference","draw.unknown":"not known","draw.compared":"Your line and what happened, in {unit}","draw.drawn":"Your line, in {unit}","draw.turning":"Where it turned","draw.rose":"{x}: {value} {unit}; then it rose.","draw.fell":"{x}: {value} {unit}; then it fell.","draw.range.yours":"Your range for {x}: {low} to {high} {unit}.","draw.range.held":"Your range for {x}, {low} to {high}, held: it was {truth} {unit}.","draw.range.below":"Your range for {x}, {low} to {high}, did not hold: it was {truth} {unit}, below it.","draw.range.above":"Your range for {x}, {low} to {high}, did not hold: it was {truth} {unit}, above it.","lacks.points":"Still to set: {x}.","lacks.point.form":"Write a plain number for {x}, such as 11.2 or 11,2, without a thousands mark or a unit.","lacks.setting":"Move a slider first.","explore.box":"{label}, as a number","explore.form":"Write a number from {low} to {high}.","explore.near":"The nearest that is worked out: {text}.","explore.noted":"Noted.","read.how":"Pick it in the figure, or in the list.","read.chosen":"Chosen: {text}","notice.refused":"This browser keeps nothing for this page, so your answers will be gone when you close it. Everything works until then.","notice.full":"The browser’s storage for this site is full, so your latest answers will be gone when you close this page. Everything works until then.","notice.unreadable":"What was saved for this exercise cannot be read. It has been put aside, and the exercise begins anew.","notice.changed":"This exercise has been changed since you answered it. Your earlier answer has been put aside, and the exercise begins anew.",progress:{one:"{done} of {n} exercise answered",other:"{done} of {n} exercises answered"},"progress.all":{one:"The exercise is answered",other:"All {n} exercises answered"},"progress.next":"Next: {title}","progress.label":"Your progress on this page","paper.alone":"This exercise answers back where scripts run."};var xn=new Intl.PluralRules(Te.locale);function c(t,e={}){let n=Te[t];return(typeof n=="string"?n:n[xn.select(Number(e.n))]??n.other).replace(/\{(\w+)\}/g,(r,i)=>String(e[i]??r))}var qe=t=>String(t/100);function We(t){let e=new Date(t);return Number.isNaN(e.getTime())?t:e.toLocaleDateString(Te.locale,{day:"numeric",month:"long",year:"numeric"})}var{I:kn}=Nt,Ct=t=>t;var Ht=t=>t.strings===void 0,Et=()=>document.createComment(""),Z=(t,e,n)=>{let s=t._$AA.parentNode,r=e===void 0?t._$AB:e._$AA;if(n===void 0){let i=s.insertBefore(Et(),r),o=s.insertBefore(Et(),r);n=new kn(i,o,t,t.options)}else{let i=n._$AB.nextSibling,o=n._$AM,l=o!==t;if(l){let a;n._$AQ?.(t),n._$AM=t,n._$AP!==void 0&&(a=t._$AU)!==o._$AU&&n._$AP(a)}if(i!==r||l){let a=n._$AA;for(;a!==i;){let u=Ct(a).nextSibling;Ct(s).insertBefore(a,r),a=u}}}return n},I=(t,e,n=t)=>(t._$AI(e,n),t),wn={},Ne=(t,e=wn)=>t._$AH=e,Lt=t=>t._$AH,Se=t=>{t._$AR(),t._$AA.remove()};var Ot=(t,e,n)=>{let s=new Map;for(let r=e;r<=n;r++)s.set(t[r],r);return s},V=X(class extends B{constructor(t){if(super(t),t.type!==E.CHILD)throw Error("repeat() can only be used in text expressions")}dt(t,e,n){let s;n===void 0?n=e:e!==void 0&&(s=e);let r=[],i=[],o=0;for(let l of t)r[o]=s?s(l,o):o,i[o]=n(l,o),o++;return{values:i,keys:r}}render(t,e,n){return this.dt(t,e,n).values}update(t,[e,n,s]){let r=Lt(t),{values:i,keys:o}=this.dt(e,n,s);if(!Array.isArray(r))return this.ut=o,i;let l=this.ut??=[],a=[],u,p,m=0,f=r.length-1,$=0,g=i.length-1;for(;m<=f&&$<=g;)if(r[m]===null)m++;else if(r[f]===null)f--;else if(l[m]===o[$])a[$]=I(r[m],i[$]),m++,$++;else if(l[f]===o[g])a[g]=I(r[f],i[g]),f--,g--;else if(l[m]===o[g])a[g]=I(r[m],i[g]),Z(t,a[g+1],r[m]),m++,g--;else if(l[f]===o[$])a[$]=I(r[f],i[$]),Z(t,r[m],r[f]),f--,$++;else if(u===void 0&&(u=Ot(o,$,g),p=Ot(l,m,f)),u.has(l[m]))if(u.has(l[f])){let b=p.get(o[$]),y=b!==void 0?r[b]:null;if(y===null){let k=Z(t,r[m]);I(k,i[$]),a[$]=k}else a[$]=I(y,i[$]),Z(t,r[m],y),r[b]=null;$++}else Se(r[f]),f--;else Se(r[m]),m++;for(;$<=g;){let b=Z(t,a[g+1]);I(b,i[$]),a[$++]=b}for(;m<=f;){let b=r[m++];b!==null&&Se(b)}return this.ut=o,Ne(t,a),T}});var v=X(class extends B{constructor(t){if(super(t),t.type!==E.PROPERTY&&t.type!==E.ATTRIBUTE&&t.type!==E.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!Ht(t))throw Error("`live` bindings can only contain a single expression")}render(t){return t}update(t,[e]){if(e===T||e===d)return e;let n=t.element,s=t.name;if(t.type===E.PROPERTY){if(e===n[s])return T}else if(t.type===E.BOOLEAN_ATTRIBUTE){if(!!e===n.hasAttribute(s))return T}else if(t.type===E.ATTRIBUTE&&n.getAttribute(s)===e+"")return T;return Ne(t),e}});var x=t=>t?St(t):d;function L(t){return!t.includes("<")&&!t.includes("&")?t:(new DOMParser().parseFromString(t,"text/html").body.textContent??"").replace(/\s+/g," ").trim()}var vn={right:"M3 8.5 6.5 12 13 4.5",wrong:"M4 4l8 8M12 4l-8 8",missed:"M8 3.5v6M8 12.2v.3"},ae=t=>h`<svg class="seminar-icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${vn[t]}></path></svg>`,z=(t,e,n,s)=>h`<div class="seminar-feedback seminar-feedback--${t} ${n?"":"seminar-feedback--bare"}" id=${s}>
    <span class="seminar-mark">${ae(t)}${c(e)}</span>
    ${n?h`<div class="seminar-feedback__text">${x(n)}</div>`:d}
  </div>`,R=(t,e)=>Number.isInteger(t)&&Number(t)>=0&&Number(t)<e?Number(t):void 0;function le(t,e,n){let s=Array.isArray(t)?t:[];return Array.from({length:e},(r,i)=>R(s[i],n)??null)}function ce(t){let e=t.filter(n=>n!==null).length;return e===0?"empty":e<t.length?"partial":"complete"}var _n=864e5,An=24,Mn={linear:Number,log:t=>Math.log10(Number(t)),date:t=>typeof t=="number"?t:Date.parse(/T.*\d$/.test(t)&&!/[+-]\d\d:\d\d$/.test(t)?`${t}Z`:t)/_n};function Ve({scale:t,data:e,svg:n}){let s=Mn[t],[r,i]=e.map(s),o=(n[1]-n[0])/(i-r);return{to:l=>n[0]+(s(l)-r)*o,from:l=>{let a=r+(l-n[0])/o;return t==="log"?10**a:a}}}var It=t=>t.map((e,n)=>e?`${t[n-1]?"L":"M"}${e.map(s=>Number(s.toFixed(2))).join(" ")}`:"").join(""),Rt=(t,e)=>t.parameters.reduce((n,{values:s},r)=>n*s.length+e[r],0),Bt=t=>h`<details>
    <summary>${c("figure.numbers")}</summary>
    <div class="seminar-scroll" role="group" tabindex="0" aria-label=${c("figure.numbers")}>
      <table class="seminar-numbers">
        <thead>
          <tr>${t.columns.map(e=>h`<th scope="col">${e}</th>`)}</tr>
        </thead>
        <tbody>${Pt(t)}</tbody>
      </table>
    </div>
  </details>`,Pt=({rows:t,numeric:e=[]})=>t.map(([n,...s])=>h`<tr>
        ${n?h`<th scope="row">${n}</th>`:h`<td></td>`}${s.map((r,i)=>h`<td class=${e[i+1]?"number":d}>${r}</td>`)}
      </tr>`),Ce=class{constructor(e,n,s){this.figure=e,this.el=n?.cloneNode(!0)??this.build(s);let r=this.el.querySelector(".seminar-chart");this.svg=r.querySelector("svg");let[i,o]=(this.svg.getAttribute("viewBox")??"").split(" ").slice(2).map(Number);this.width=i,this.height=o,this.over=r.appendChild(document.createElement("div")),this.over.className="seminar-over",this.controls=this.el.querySelector(".seminar-controls")??document.createElement("div"),this.controls.className="seminar-controls",this.controls.replaceChildren(),r.after(this.controls),this.late=document.createElement("div"),this.el.append(this.late);let l=this.svg.querySelector("[id]")?.id;this.prefix=l?.replace(/-\d+$/,"")??s,this.found=new Map,this.borne=new Map,this.active=0,this.listed=null,this.shown=null,this.table=this.el.querySelector("table.seminar-numbers tbody"),this.details=this.table?.closest("details"),this.details?.addEventListener("toggle",()=>this.list(this.listed))}build(e){let n=document.createElement("div"),{svg:s="",alt:r,numbers:i}=this.figure;this.prefix=e,C(h`<figure class="seminar-picture">
        <div class="seminar-chart">${x(this.own(s))}</div>
        ${i?Bt(i):d}
      </figure>`,n);let o=n.querySelector("svg");return o?.setAttribute("role","img"),o?.setAttribute("aria-label",r??c("figure")),n.firstElementChild}own(e){return e.replace(/(\bid="|href="#|url\(#|^#)[\w-]+?-(?=\d+(?:["')]|$))/g,`$1${this.prefix}-`)}find(e,n=[]){let s=`${n} ${e}`,r=this.found.get(s);if(r!==void 0)return r;let i=[...this.svg.querySelectorAll("[data-gid]")].find(o=>o.getAttribute("data-gid")===e)??null;for(let o of n)i=i?.children[o]??null;return this.found.set(s,i),i}apply(e,n){for(let i of e.marks){let o=i.states[n];this.borne.get(i)!==o&&(this.borne.set(i,o),this.write(i,i.values[o]))}let{numbers:s,numberStates:r}=e;s&&r&&this.list(s[r[n]])}take({marks:e,numbers:n}){this.borne.clear();for(let s of e)this.write(s,s.value);n&&this.list(n)}write({gid:e,at:n,attribute:s},r){let i=this.find(e,n);i&&(s==="text"?i.textContent=r:r===null?i.removeAttribute(s):s==="markup"?i.innerHTML=this.own(r):i.setAttribute(s,s==="href"||s==="style"?this.own(r):r))}put(e,n){for(let[s,r]of Object.entries(e??{})){let i=this.find(s);i&&i.hasChildNodes()!==n&&(i.innerHTML=n?this.own(r):"")}}list(e){if(this.listed=e??null,!this.table){C(e?Bt(e):d,this.late);return}!e||e===this.shown||this.details&&!this.details.open||(this.shown||this.table.replaceChildren(),this.shown=e,C(Pt(e),this.table))}overlay(e){C(h`<svg class="seminar-over__svg" viewBox=${`0 0 ${this.width} ${this.height}`}>${e}</svg>`,this.over)}drive(e){C(e,this.controls)}place({clientX:e,clientY:n}){let{left:s,top:r,width:i}=this.svg.getBoundingClientRect(),o=i/this.width;return[(e-s)/o,(n-r)/o]}nearest(e,n){return e.map((r,i)=>({i,el:this.find(r)})).flatMap(({i:r,el:i})=>i?[{i:r,away:Nn(i,n),...Tn(i)}]:[]).filter(({away:r})=>r<=An).sort((r,i)=>r.away-i.away||r.area-i.area)[0]?.i}};function Tn(t){let{width:e,height:n}=t.getBoundingClientRect();return{area:e*n}}function Nn(t,{clientX:e,clientY:n}){let s=t.querySelector('path[style*="fill:none"]'),r=s?.getScreenCTM();if(s&&r){let o=s.getTotalLength(),l=Array.from({length:101},(a,u)=>s.getPointAtLength(o*u/100).matrixTransform(r));return Math.min(...l.map(a=>Math.hypot(a.x-e,a.y-n)))}let i=t.getBoundingClientRect();return Math.hypot(Math.max(i.left-e,0,e-i.right),Math.max(i.top-n,0,n-i.bottom))}var Sn=5,Cn=34;function jt(t,e,n,s,r){if(!n||n[s]===null||n[s]!==e[s])return d;let i=t.detail.items[s]==="right";return z(i?"right":"wrong",i?"mark.right":"mark.wrong",i?null:r,t.id(`feedback-${s}`))}var Dt=(t,e,n)=>t.map((s,r)=>r===e?n:s),Yt=(t,e,{order:n,names:s,chosen:r,said:i,change:o})=>h`<select
    class="seminar-select"
    id=${t.id(`item-${e}`)}
    aria-labelledby=${t.id(`text-${e}`)}
    aria-describedby=${i===d?d:t.id(`feedback-${e}`)}
    .value=${v(r===null?"":String(r))}
    @change=${l=>{let{value:a}=l.target;o(a===""?null:Number(a))}}
  >
    <option value="" ?selected=${r===null}>${c("select.none")}</option>
    ${n.map(l=>h`<option value=${l} ?selected=${r===l}>${s[l]}</option>`)}
  </select>`,Ge={clean(t,e){let n=le(t.pairs,(e.lefts??[]).length,(e.rights??[]).length);return ce(n)==="empty"?{}:{pairs:n}},extent:t=>ce(t.pairs??[]),lacks:t=>t.pairs?null:c("lacks.pairs"),body(t){let{lefts:e=[],rights:n=[]}=t.payload,s=t.payload.shown??n.map((a,u)=>u),r=le(t.response.pairs,e.length,n.length),i=n.some(a=>L(a).length>Cn||/<(a|math|em|strong|code)\b/.test(a)),o=n.map((a,u)=>String.fromCharCode(65+s.indexOf(u))),l=n.map((a,u)=>i?`${o[u]}. ${L(a)}`:L(a));return h`<fieldset class="seminar-fields">
      <legend class="seminar-how">${c("match.how")}</legend>
      ${i?h`<ol class="seminar-targets" type="A" aria-label=${c("match.choices")}>
            ${s.map(a=>h`<li>${x(n[a])}</li>`)}
          </ol>`:d}
      ${V(e,(a,u)=>u,(a,u)=>{let p=jt(t,r,t.checked?.pairs,u,t.sealed.feedback?.pairs?.[u]);return h`<div class="seminar-pair">
            <div class="seminar-pair__text" id=${t.id(`text-${u}`)}>${x(a)}</div>
            ${Yt(t,u,{order:s,names:l,chosen:r[u],said:p,change:m=>t.change(Ge.clean({pairs:Dt(r,u,m)},t.payload))})}
            ${p}
          </div>`})}
    </fieldset>`}},Je={clean(t,e){let n=le(t.boxes,(e.items??[]).length,(e.boxes??[]).length);return ce(n)==="empty"?{}:{boxes:n}},extent:t=>ce(t.boxes??[]),lacks:t=>t.boxes?null:c("lacks.boxes"),body(t){let{items:e=[],boxes:n=[]}=t.payload,s=le(t.response.boxes,e.length,n.length),r=n.map((l,a)=>a),i=(l,a)=>t.change(Je.clean({boxes:Dt(s,l,a)},t.payload)),o=l=>{let a=t.checked?.boxes?.[l],u=a==null?null:t.sealed.feedback?.items?.[l]?.[a];return jt(t,s,t.checked?.boxes,l,u)};if(n.length>Sn){let l=n.map(L);return h`<fieldset class="seminar-fields">
        <legend class="seminar-how">${c("sort.how")}</legend>
        ${e.map((a,u)=>h`<div class="seminar-pair">
              <div class="seminar-pair__text" id=${t.id(`text-${u}`)}>${x(a)}</div>
              ${Yt(t,u,{order:r,names:l,chosen:s[u],said:o(u),change:p=>i(u,p)})}
              ${o(u)}
            </div>`)}
      </fieldset>`}return h`<div class="seminar-fields">
      <p class="seminar-how">${c("sort.how")}</p>
      ${e.map((l,a)=>h`<fieldset class="seminar-sort">
            <legend class="seminar-sort__text">${x(l)}</legend>
            <div class="seminar-sort__boxes">
              ${n.map((u,p)=>h`<label class="seminar-box ${s[a]===p?"seminar-box--on":""}">
                    <input
                      type="radio"
                      id=${t.id(`item-${a}-${p}`)}
                      name=${t.id(`item-${a}`)}
                      .checked=${v(s[a]===p)}
                      aria-describedby=${o(a)!==d&&s[a]===p?t.id(`feedback-${a}`):d}
                      @change=${()=>i(a,p)}
                    />
                    <span>${x(u)}</span>
                  </label>`)}
            </div>
            ${o(a)}
          </fieldset>`)}
    </div>`}};var Ke=t=>t.choices??(t.choice===void 0?[]:[t.choice]);function En(t,e,n){if(!t.checked)return d;if(Ke(t.checked).includes(e)!==Ke(t.response).includes(e))return d;let r=t.detail.options?.[e],i=t.sealed.feedback?.options?.[e],o=t.id(`feedback-${e}`);return r==="right"?z("right","mark.right",i,o):r==="wrong"?z("wrong",n?"mark.taken":"mark.wrong",i,o):n&&r==="missed"?z("missed","mark.missed",i,o):d}function Ft(t,e){let n=t.payload.options??[],s=t.payload.shown??n.map((o,l)=>l),r=Ke(t.response),i=o=>{if(!e)return t.change({choice:o});let l=r.includes(o)?r.filter(a=>a!==o):[...r,o].sort((a,u)=>a-u);return t.change({choices:l})};return h`<fieldset class="seminar-fields">
    <legend class="seminar-how">${c(e?"choose.any":"choose.one")}</legend>
    ${V(s,o=>o,o=>{let l=En(t,o,e);return h`<div class="seminar-option ${r.includes(o)?"seminar-option--on":""}">
          <label class="seminar-option__label">
            <input
              type=${e?"checkbox":"radio"}
              id=${t.id(`option-${o}`)}
              name=${t.id("option")}
              .checked=${v(r.includes(o))}
              aria-describedby=${l===d?d:t.id(`feedback-${o}`)}
              @change=${()=>i(o)}
            />
            <span class="seminar-option__text">${x(n[o])}</span>
          </label>
          ${l}
        </div>`})}
  </fieldset>`}var P={clean(t,e){let n=R(t.choice,(e.options??[]).length);return n===void 0?{}:{choice:n}},extent:t=>t.choice===void 0?"empty":"complete",lacks:t=>t.choice===void 0?c("lacks.choice"):null,body:t=>Ft(t,!1)},Ut={clean(t,e){if(!Array.isArray(t.choices))return{};let n=(e.options??[]).length;return{choices:[...new Set(t.choices)].filter(s=>R(s,n)!==void 0).sort((s,r)=>s-r)}},extent:t=>t.choices?"complete":"empty",lacks:t=>t.choices?null:c("lacks.choices"),none:{choices:[]},body:t=>Ft(t,!0),remark(t){let e=t.detail.options??[],n=e.filter(o=>o==="right").length,s=n+e.filter(o=>o==="missed").length,r=e.filter(o=>o==="wrong").length;if(n===s&&!r)return d;let i=["false","false2"].includes(t.sealed.rule.policy);return h`<p class="seminar-remark">
      ${s?c("found",{right:n,n:s}):c("found.none")} ${r?c(i?"found.costs":"found.wrong",{n:r}):d}
    </p>`}};var Xe=" \\t\\r\\n\\u00a0\\u202f",Hn=new RegExp(`^[${Xe}]+|(?<![${Xe}])[${Xe}]+$`,"g"),Ln=/^([+\-\u2212]?)([0-9]*)(?:[.,]([0-9]*))?$/,On=30;function Q(t){return t.replace(Hn,"")}function N(t){let e=Q(t),n=e.length<=On?Ln.exec(e):null;if(!n||!(n[2]||n[3]))return null;let s=n[2].replace(/^0+/,"")||"0",r=(n[3]??"").replace(/0+$/,""),i=r?`${s}.${r}`:s;return(n[1]==="-"||n[1]==="−")&&i!=="0"?`-${i}`:i}function j(t,e){let n=Math.max(Ze(t),Ze(e)),s=qt(t,n)-qt(e,n);return s<0n?-1:s>0n?1:0}function Ze(t){let e=t.indexOf(".");return e<0?0:t.length-e-1}function qt(t,e){return BigInt(t.replace(".","")+"0".repeat(e-Ze(t)))}var S=t=>typeof t=="string"?t:"",de=({id:t,label:e,value:n,unit:s,input:r})=>h`<div class="seminar-number">
    <label class="seminar-number__label" for=${t}>${e}</label>
    <span class="seminar-number__row">
      <input
        class="seminar-input"
        id=${t}
        type="text"
        inputmode="decimal"
        autocomplete="off"
        maxlength="40"
        aria-describedby=${s?`${t}-unit`:d}
        .value=${v(n)}
        @input=${i=>r(i.target.value)}
      />
      ${s?h`<span class="seminar-number__unit" id=${`${t}-unit`}>${s}</span>`:d}
    </span>
  </div>`,Wt=({id:t,label:e,value:n,input:s})=>h`<div class="seminar-small">
    <label class="seminar-number__label" for=${t}>${e}</label>
    <input
      class="seminar-input"
      id=${t}
      type="text"
      inputmode="decimal"
      autocomplete="off"
      maxlength="40"
      .value=${v(n)}
      @input=${r=>s(r.target.value)}
    />
  </div>`,Ee={clean(t){let e=S(t.number);return e.trim()?{number:e}:{}},extent:t=>t.number===void 0?"empty":N(t.number)===null?"partial":"complete",lacks(t){return t.number===void 0?c("lacks.number"):N(t.number)===null?c("lacks.number.form"):null},body:t=>de({id:t.id("number"),label:c("answer"),value:t.response.number??"",unit:t.payload.unit,input:e=>t.change(e.trim()?{number:e}:{})}),remark(t){let{feedback:e}=t.sealed,{band:n}=t.detail,s=n===null?e?.otherwise:e?.bands?.[n];return s?h`<div class="seminar-remark">${x(s)}</div>`:d}};var Bn=t=>t.trim().split(/\s+/).filter(Boolean).length,ze=({id:t,label:e,value:n,rows:s,note:r,input:i})=>h`<div class="seminar-text">
    <label class="seminar-text__label" for=${t}>${e}</label>
    <textarea
      class="seminar-input"
      id=${t}
      rows=${s}
      maxlength="20000"
      aria-describedby=${r?`${t}-note`:d}
      .value=${v(n)}
      @input=${o=>i(o.target.value)}
    ></textarea>
    <div class="seminar-text__print" aria-hidden="true">${n}</div>
    ${r?h`<p class="seminar-text__note" id=${`${t}-note`}>${r}</p>`:d}
  </div>`;function In(t){let{model_answer:e,checklist:n=[]}=t.sealed,s=t.response.checked??[],r=i=>{let o=s.includes(i)?s.filter(l=>l!==i):[...s,i].sort((l,a)=>l-a);t.change({...t.response,checked:o})};return h`<div class="seminar-model">
      <p class="seminar-label">${c("text.model")}</p>
      ${x(e)}
    </div>
    ${n.length?h`<fieldset class="seminar-fields">
          <legend class="seminar-how">${c("text.checklist")}</legend>
          ${n.map((i,o)=>h`<div class="seminar-option ${s.includes(o)?"seminar-option--on":""}">
                <label class="seminar-option__label">
                  <input type="checkbox" id=${t.id(`tick-${o}`)} .checked=${v(s.includes(o))} @change=${()=>r(o)} />
                  <span class="seminar-option__text">${x(i)}</span>
                </label>
              </div>`)}
        </fieldset>`:d}`}var Vt={clean(t){let e=S(t.text);if(!e.trim())return{};let s=(Array.isArray(t.checked)?t.checked:[]).filter(r=>R(r,1e3)!==void 0);return s.length?{text:e,checked:s}:{text:e}},extent:t=>t.text?"complete":"empty",lacks:t=>t.text?null:c("lacks.text"),stays:t=>!!t.text,body(t){let e=t.response.text??"",n=Bn(e),s=t.payload.words;return h`${ze({id:t.id("text"),label:c("answer"),value:e,rows:Math.min(10,Math.max(4,Math.round((s??60)/12))),note:s?c("text.about",{n,most:s}):c("text.words",{n}),input:r=>t.change(r.trim()?{...t.response,text:r}:{})})}
    ${t.checked?In(t):d}`},verdict(t){let e=t.sealed.checklist?.length??0;return e?c("text.ticked",{k:t.response.checked?.length??0,n:e}):c("text.by.hand")}};function Qe(t){let e=N(t.low??""),n=N(t.high??"");return e===null?c("lacks.low"):n===null?c("lacks.high"):j(e,n)>0?c("lacks.range"):null}var et=({id:t,payload:e,response:n},s,r)=>h`<fieldset class="seminar-fields seminar-range">
    <legend class="seminar-how">${r}</legend>
    ${de({id:t("low"),label:c("predict.low"),value:n.low??"",unit:e.unit,input:i=>s({low:i})})}
    ${de({id:t("high"),label:c("predict.high"),value:n.high??"",unit:e.unit,input:i=>s({high:i})})}
  </fieldset>`,he=({id:t,response:e},n)=>ze({id:t("because"),label:c("predict.because"),value:e.because??"",rows:2,input:s=>n({because:s})});function Gt(t,e){let n=r=>N(r??"");if(e.ask==="choice"&&t.choice===void 0)return c("lacks.choice");if(e.ask==="number"){if(!t.number?.trim())return c("lacks.number");if(n(t.number)===null)return c("lacks.number.form")}let s=e.range?Qe(t):null;return s||(e.because&&!t.because?.trim()?c("lacks.because"):null)}function Rn(t,e){let n=t.unit?h` <span>${t.unit}</span>`:d;return h`<dl class="seminar-said">
      <dt>${c("predict.yours")}</dt>
      <dd>
        ${e.choice!==void 0?x((t.options??[])[e.choice]):h`${e.number}${n}`}
        ${t.range?h`<span class="seminar-said__range">${c("predict.between",{low:e.low??"",high:e.high??""})}</span>`:d}
      </dd>
      ${e.because?h`<dt>${c("predict.reason")}</dt><dd class="seminar-said__reason">${e.because}</dd>`:d}
    </dl>`}var ue={commits:!0,clean(t,e){let n={},s=R(t.choice,(e.options??[]).length);e.ask==="choice"&&s!==void 0&&(n.choice=s),e.ask==="number"&&S(t.number)&&(n.number=t.number);for(let r of["low","high","because"])S(t[r])&&(n[r]=t[r]);return t.committed===!0&&(n.committed=!0),n},extent(t,e){return Object.keys(t).length?Gt(t,e)===null?"complete":"partial":"empty"},lacks:Gt,after:({payload:t,response:e})=>Rn(t,e),revealed:({over:t,recalled:e})=>t&&e,body(t){let{payload:e,response:n}=t,s=i=>t.change(ue.clean({...n,...i},e)),r=e.ask==="choice"?h`<fieldset class="seminar-fields">
            <legend class="seminar-how">${c("choose.one")}</legend>
            ${(e.options??[]).map((i,o)=>h`<div class="seminar-option ${n.choice===o?"seminar-option--on":""}">
                  <label class="seminar-option__label">
                    <input
                      type="radio"
                      id=${t.id(`option-${o}`)}
                      name=${t.id("option")}
                      .checked=${v(n.choice===o)}
                      @change=${()=>s({choice:o})}
                    />
                    <span class="seminar-option__text">${x(i)}</span>
                  </label>
                </div>`)}
          </fieldset>`:de({id:t.id("number"),label:c("answer"),value:n.number??"",unit:e.unit,input:i=>s({number:i})});return h`${r} ${e.range?et(t,s,c("predict.range")):d}
    ${e.because?he(t,s):d}`}};var Pn="−",Jt=80,G=t=>{let e=N(t??"");return e===null?null:Number(e)},He=({from:t=0,step:e=1})=>Math.max(...[t,e].map(n=>(String(n).split(".")[1]??"").length));function nt(t,e){let{from:n=0,to:s=0,step:r=1}=t,i=Math.round((Math.min(Math.max(e,n),s)-n)/r);return Math.min(n+i*r,s).toFixed(He(t))}var me=t=>t.replace("-",Pn),ee=({xs:t=[]},e)=>t.map((n,s)=>e.values?.[s]??null),st=(t,e,n)=>c("draw.point",{x:(t.payload.xs??[])[e],value:`${me(n)} ${t.payload.unit??""}`.trim()});function rt(t,e,n){let s=ee(t.payload,t.response).map((r,i)=>e.includes(i)?n:r);return pe.clean({...t.response,values:s},t.payload)}function it({payload:t,response:e},n){let{xs:s=[],start:r,from:i=0,to:o=0}=t,l=n.figure.axes[t.axes??0],a=Ve(l.x),u=Ve(l.y),[p,m,f,$]=l.box,g=y=>Math.min(Math.max(y,m),$),b=ee(t,e).map(G);return{up:u,left:p,top:m,right:f,bottom:$,columns:s.map(y=>a.to(y)),begin:r?[a.to(r.x),u.to(r.y)]:null,waiting:r?Number(r.y):(i+o)/2,values:b,heights:b.map(y=>y===null?null:g(u.to(y))),held:g}}var Kt=({begin:t,columns:e},n)=>It([t,...n.map((s,r)=>s===null?null:[e[r],s])]);function Xt(t,e,n,s,r){let i=e.findLastIndex(f=>f!==null);if(i<0)return d;let{columns:o,top:l,bottom:a}=t,u=o[i]-9,p=e.flatMap((f,$)=>f!==null&&$<=i&&o[$]>u-Jt?[f]:[]),m=r?Math.min(...p)-9:Math.max(...p)+18;return H`<text class="seminar-over__label ${s}" x=${Math.max(u,Jt)} y=${Math.min(Math.max(m,l+9),a-4)}
    text-anchor="end">${n}</text>`}function jn(t,e,n){let{payload:s}=t,{xs:r=[],from:i=0,to:o=0,step:l=1,unit:a}=s,u=ee(s,t.response),p=Math.max(l,(o-i)/10),m=Math.min(e.active,r.length-1),f=g=>{e.active=g,e.over.querySelector(`[id="${t.id(`handle-${g}`)}"]`)?.focus({preventScroll:!0})},$=(g,b)=>{if(g.altKey||g.ctrlKey||g.metaKey)return;let k=n.values[b]??n.waiting,M={ArrowUp:k+l,ArrowDown:k-l,PageUp:k+p,PageDown:k-p,Home:i,End:o,Enter:k," ":k}[g.key],_={ArrowLeft:b-1,ArrowRight:b+1}[g.key];M===void 0&&_===void 0||(g.preventDefault(),M!==void 0?t.change(rt(t,[b],nt(s,M))):_!==void 0&&_>=0&&_<r.length&&(f(_),t.redraw()))};return H`<g role="group" aria-label=${c("draw.handles")}>${r.map((g,b)=>{let y=n.values[b],k=u[b]===null||y===null?null:String(u[b]),M=n.heights[b]??n.held(n.up.to(n.waiting));return H`<g class="seminar-handle ${k===null?"seminar-handle--waiting":""}" role="slider" id=${t.id(`handle-${b}`)}
        tabindex=${b===m?0:-1} aria-label=${g} aria-orientation="vertical"
        aria-valuemin=${i} aria-valuemax=${o} aria-valuenow=${y??n.waiting}
        aria-valuetext=${k===null?c("draw.waiting",{x:g,unit:a??""}):st(t,b,k)}
        @keydown=${_=>$(_,b)}
        @touchstart=${Dn}
        @pointerdown=${_=>Zt(t,e,_,b)}
        @focus=${()=>{e.active!==b&&(e.active=b,t.redraw())}}>
      <circle class="seminar-handle__reach" cx=${n.columns[b]} cy=${M} r="15"></circle>
      <circle class="seminar-handle__ring" cx=${n.columns[b]} cy=${M} r="9"></circle>
      <circle class="seminar-handle__dot" cx=${n.columns[b]} cy=${M} r="5"></circle>
    </g>`})}</g>`}var Dn=t=>t.preventDefault();function Zt(t,e,n,s){if(n.button!==0)return;n.preventDefault();let{columns:r,up:i}=it(t,e),o=g=>{let[b,y]=e.place(g);return{nearest:zt(r,b),text:nt(t.payload,i.from(y))}},l=o(n).nearest,a=s===void 0?void 0:l,u=n.currentTarget;e.active=l,e.over.querySelector(`[id="${t.id(`handle-${l}`)}"]`)?.focus({preventScroll:!0});let p=t.response,m=s===void 0,f=g=>{let{nearest:b,text:y}=o(g),k=a??b,M=r.map((_,xe)=>xe).filter(_=>l<k?_>l&&_<=k:_>=k&&_<l);p=rt({...t,response:p},M.length?M:[k],y),l=k,m=!0,t.preview(p)},$=()=>{u.removeEventListener("pointermove",f),u.removeEventListener("lostpointercapture",$);let g=p.values?.[l];m&&t.change(p,g?st(t,l,g):void 0)};u.setPointerCapture(n.pointerId),u.addEventListener("pointermove",f),u.addEventListener("lostpointercapture",$),s===void 0&&f(n)}var zt=(t,e)=>t.reduce((n,s,r)=>Math.abs(s-e)<Math.abs(t[n]-e)?r:n,0);function Yn(t,e,n){let{columns:s,up:r}=it(t,e),[i,o]=e.place(n),l=zt(s,i),a=nt(t.payload,r.from(o));e.active=l,t.change(rt(t,[l],a),st(t,l,a))}var tt=({payload:t,over:e,recalled:n})=>e&&(n||t.reveal!=="on-recall"),pe={commits:!0,clean(t,e){let n={},s=Array.isArray(t.values)?t.values:[],r=(e.xs??[]).map((i,o)=>S(s[o]).slice(0,40)||null);r.some(i=>i!==null)&&(n.values=r);for(let i of["low","high","because"])S(t[i])&&(n[i]=t[i]);return t.committed===!0&&(n.committed=!0),n},extent(t,e){return Object.keys(t).length?pe.lacks(t,e)===null?"complete":"partial":"empty"},lacks(t,e){let n=ee(e,t),{xs:s=[]}=e,r=s.filter((o,l)=>!n[l]?.trim());if(r.length)return c("lacks.points",{x:r.join(", "),n:r.length});let i=s.find((o,l)=>G(n[l])===null);if(i!==void 0)return c("lacks.point.form",{x:i});if(e.range){let o=Qe(t);if(o)return o}return e.because&&!t.because?.trim()?c("lacks.because"):null},show(t,e){let{payload:n,response:s,sealed:r,over:i}=t,o=it(t,e),l=tt(t),{columns:a,left:u,right:p,top:m,bottom:f,heights:$}=o,g=l?(r.truth??[]).map(A=>A===null?null:o.held(o.up.to(A))):[],b=[G(s.low),G(s.high)],[y,k]=b.map(A=>A===null?null:o.held(o.up.to(A))),M=a.at(-1)??0,_=o.begin?.[0]??a[0],xe=Number($.findLast(A=>A!==null)??f)<=Number(g.findLast(A=>A!==null)??f);e.put(r.hidden,l),e.list(l&&r.numbers||e.figure.numbers),e.overlay(H`
      ${i?d:H`<rect class="seminar-over__field" x=${Math.max(u,_)} y=${m} width=${Math.max(0,Math.min(p,M+12)-Math.max(u,_))}
            height=${f-m} @pointerdown=${A=>A.pointerType!=="touch"&&Zt(t,e,A)}
            @click=${A=>A.pointerType!=="mouse"&&Yn(t,e,A)}></rect>`}
      <g aria-hidden="true">
        ${n.range&&y!==null&&k!==null?H`<path class="seminar-over__range" d=${`M${M-5} ${y}H${M+5}M${M} ${y}V${k}M${M-5} ${k}H${M+5}`}></path>`:d}
        <path class="seminar-over__yours" d=${Kt(o,$)}></path>
        ${i?$.map((A,gn)=>A===null?d:H`<circle class="seminar-over__point" cx=${a[gn]} cy=${A} r="3.2"></circle>`):d}
        ${l?H`<path class="seminar-over__truth ${t.fresh?"seminar-over__truth--fresh":""}" pathLength="1" d=${Kt(o,g)}></path>`:d}
        ${Xt(o,$,c("draw.yours"),"seminar-over__label--yours",xe)}
        ${l?Xt(o,g,c("draw.truth"),"",!xe):d}
      </g>
      ${i?d:jn(t,e,o)}`)},body(t){let{payload:e,response:n}=t,{xs:s=[],unit:r}=e,i=ee(e,n),o=l=>t.change(pe.clean({...n,...l},e));return h`<fieldset class="seminar-fields seminar-series">
        <legend class="seminar-how">${c("draw.how")} ${r?c("draw.unit",{unit:r}):d}</legend>
        ${s.map((l,a)=>Wt({id:t.id(`value-${a}`),label:l,value:i[a]??"",input:u=>o({values:i.map((p,m)=>m===a?u:p)})}))}
      </fieldset>
      ${e.range?et(t,o,c("draw.range",{x:s.at(-1)??""})):d}
      ${e.because?he(t,o):d}`},after(t){let{payload:e,response:n,sealed:s}=t,{xs:r=[],unit:i=""}=e,o=tt(t),l=He(e),a=ee(e,n),u=s.truth??[],p=(e.figure?.numbers??s.numbers)?.columns[0],m=$=>{let g=u[$]??null,b=G(a[$]),y=g===null||b===null?null:Number((b-g).toFixed(l));return h`<td>${g===null?c("draw.unknown"):me(g.toFixed(l))}</td>
        <td>${y===null?d:`${y>0?"+":""}${me(y.toFixed(l))}`}</td>`},f=c(o?"draw.compared":"draw.drawn",{unit:i});return h`<div class="seminar-scroll" role="group" tabindex="0" aria-label=${f}>
        <table class="seminar-numbers seminar-compared">
          <caption>${f}</caption>
          <thead>
            <tr>
              ${p?h`<th scope="col">${p}</th>`:h`<td></td>`}
              <th scope="col">${c("draw.yours")}</th>
              ${o?h`<th scope="col">${c("draw.truth")}</th><th scope="col">${c("draw.difference")}</th>`:d}
            </tr>
          </thead>
          <tbody>
            ${r.map(($,g)=>h`<tr><th scope="row">${$}</th><td>${a[g]}</td>${o?m(g):d}</tr>`)}
          </tbody>
        </table>
      </div>
      ${e.range?h`<p class="seminar-held">${Un(t,o)}</p>`:d}
      ${o?Fn(t):d}
      ${n.because?h`<p class="seminar-label">${c("predict.reason")}</p><p class="seminar-said__reason">${n.because}</p>`:d}`},revealed:tt};function Fn({payload:t,sealed:e}){let{xs:n=[],start:s,unit:r=""}=t,i=s?[s.x,...n]:n,o=s?[s.y,...e.truth??[]]:e.truth??[],l=(e.turning??[]).map(a=>{let u=i.indexOf(a),p=o.slice(u+1).find(f=>f!==null&&f!==o[u]),m=me(Number(o[u]).toFixed(He(t)));return c(Number(p)>Number(o[u])?"draw.rose":"draw.fell",{x:a,value:m,unit:r})});return l.length?h`<p class="seminar-label">${c("draw.turning")}</p>
    <ul class="seminar-turning">${l.map(a=>h`<li>${a}</li>`)}</ul>`:d}function Un({payload:t,response:e,sealed:n},s){let{low:r="",high:i=""}=e,o={x:(t.xs??[]).at(-1)??"",low:r,high:i,unit:t.unit??""},l=n.truth?.at(-1)??null;if(!s||l===null)return c("draw.range.yours",o);let a=me(l.toFixed(He(t))),u=l<Number(G(r)),p=l>Number(G(i));return c(u?"draw.range.below":p?"draw.range.above":"draw.range.held",{...o,truth:a})}var qn=5,lt=t=>t.figure?.grid?.parameters??[];function fe({kind:t,values:e,initial:n},s){if(s===void 0)return{at:n,exact:!0};let r=e.findIndex(a=>String(a)===s);if(r>=0||t==="choice")return{at:r<0?n:r,exact:!0};let i=Number(s),o=a=>Math.abs(Number(e[a])-i),l=e.reduce((a,u,p)=>o(p)<o(a)?p:a,0);return{at:l,exact:o(l)===0}}var te=(t,e)=>Object.hasOwn(t.values??{},e)?t.values[e]:void 0,Qt=(t,e)=>Object.fromEntries(lt(t).map(({name:n,values:s,initial:r})=>[n,te(e,n)??String(s[r])])),ot=({payload:t,response:e},n,s)=>({...e,values:{...Qt(t,e),[n]:s}}),en=(t,e)=>Rt(t.figure?.grid,lt(t).map(n=>fe(n,te(e,n.name)).at));function at({payload:t},e){let n=en(t,e),s=(t.figure?.grid?.marks??[]).filter(({attribute:r,values:i})=>r==="text"&&i.length>1);return[...new Set(s.map(({values:r,states:i})=>r[i[n]]))].slice(0,8).join("; ")}function Wn(t,e){let{name:n,label:s,values:r,texts:i}=e,o=te(t.response,n),{at:l,exact:a}=fe(e,o),u=a?i[l]:`${o}${i[l].replace(/^\S+/,"")}`,p=f=>ot(t,n,String(r[Number(f.target.value)])),m=f=>{let $=f.target,g=N($.value),b=r.map(Number);if(g===null||Number(g)<Math.min(...b)||Number(g)>Math.max(...b))return t.say(c("explore.form",{low:i[0],high:i[i.length-1]})),t.redraw();let y=fe(e,g),k=ot(t,n,y.exact||!t.kernel?String(r[y.at]):g);t.change(k,`${y.exact||t.kernel?"":c("explore.near",{text:i[y.at]})} ${at(t,k)}`)};return h`<div class="seminar-slider">
    <div class="seminar-slider__head">
      <label class="seminar-number__label" for=${t.id(`slider-${n}`)}>${s}</label>
      <output class="seminar-slider__value" aria-live="off" for=${t.id(`slider-${n}`)}>${u}</output>
    </div>
    <input
      type="range"
      id=${t.id(`slider-${n}`)}
      min="0"
      max=${r.length-1}
      step="1"
      aria-valuetext=${u}
      .value=${v(String(l))}
      @input=${f=>t.preview(p(f))}
      @change=${f=>{let $=p(f);t.change($,at(t,$))}}
    />
    <input
      class="seminar-input"
      id=${t.id(`box-${n}`)}
      type="text"
      inputmode="decimal"
      autocomplete="off"
      maxlength="30"
      aria-label=${c("explore.box",{label:s})}
      .value=${v(String(a?r[l]:o))}
      @change=${m}
    />
  </div>`}function Vn(t,e){let{name:n,label:s,values:r,texts:i}=e,{at:o}=fe(e,te(t.response,n)),l=a=>{let u=ot(t,n,String(r[a]));t.change(u,at(t,u))};return r.length>qn?h`<div class="seminar-slider">
      <label class="seminar-number__label" for=${t.id(`menu-${n}`)}>${s}</label>
      <select
        class="seminar-select"
        id=${t.id(`menu-${n}`)}
        .value=${v(String(o))}
        @change=${a=>l(Number(a.target.value))}
      >
        ${i.map((a,u)=>h`<option value=${u} ?selected=${u===o}>${a}</option>`)}
      </select>
    </div>`:h`<fieldset class="seminar-fields seminar-slider">
    <legend class="seminar-number__label">${s}</legend>
    <div class="seminar-sort__boxes">
      ${i.map((a,u)=>h`<label class="seminar-box ${u===o?"seminar-box--on":""}">
            <input type="radio" id=${t.id(`${n}-${u}`)} name=${t.id(n)} .checked=${v(u===o)} @change=${()=>l(u)} />
            <span>${a}</span>
          </label>`)}
    </div>
  </fieldset>`}var Le={clean(t,e){let n=P.clean(t,e),s={};for(let{name:r,kind:i,values:o}of lt(e)){let l=S(te(t,r)),a=i==="slider"?N(l):null;(a!==null&&Number(a)>=Number(o[0])&&Number(a)<=Number(o.at(-1))||o.some(p=>String(p)===l))&&(s[r]=l)}return Object.keys(s).length&&(n.values=s),S(t.because)&&(n.because=t.because),n},extent(t,e){return Object.keys(t).length?Le.lacks(t,e)===null?"complete":"partial":"empty"},lacks(t,e){return e.ask==="choice"&&t.choice===void 0?c("lacks.choice"):e.ask==="value"&&!t.values?c("lacks.setting"):e.because&&!t.because?.trim()?c("lacks.because"):null},stays:(t,e,{ask:n})=>n==="choice"?t.choice===e.choice:n==="because"&&!!t.because?.trim(),body:t=>{let{payload:e,response:n}=t;return h`${e.ask==="choice"?P.body({...t,change:(s,r)=>t.change({...n,...s},r)}):d}
    ${e.because?he(t,s=>t.change(Le.clean({...n,...s},e))):d}`},show(t,e){let{payload:n,response:s,kernel:r}=t,{grid:i}=e.figure;if(!i)return;let l=i.parameters.some(a=>!fe(a,te(s,a.name)).exact)&&r?.ask(Qt(n,s))||null;e.drive(h`<div class="seminar-sliders">
      ${i.parameters.map(a=>a.kind==="slider"?Wn(t,a):Vn(t,a))}
      ${l?.error?h`<p class="seminar-lacking">${l.error}</p>`:d}
    </div>`),l&&!l.error?e.take(l):e.apply(i,en(n,s))},remark:t=>t.sealed.rule.kind==="bands"?Ee.remark?.(t)??d:d,verdict:t=>t.detail.reason==="complete"?c("explore.noted"):null};var Gn=(t,e)=>Array.isArray(t)&&t.length===e&&[...t].sort((n,s)=>n-s).every((n,s)=>n===s),ct=(t,e)=>e.order??t.shown??(t.items??[]).map((n,s)=>s);function nn(t,e,n){let s=ct(t.payload,t.response),r=L((t.payload.items??[])[s[e]]);if(n<0)return t.say(c("move.first",{item:r}));if(n>=s.length)return t.say(c("move.last",{item:r}));let i=s.filter((o,l)=>l!==e);return i.splice(n,0,s[e]),t.change({order:i},c("move.done",{item:r,position:n+1,n:s.length}))}function Jn(t,e,n){if(n.button!==0)return;n.preventDefault();let s=n.currentTarget,r=s.closest("ol"),i=s.closest("li");i.classList.add("seminar-row--dragged");let o=a=>{let p=ct(t.payload,t.response).indexOf(e),m=[...r.children].map($=>$.getBoundingClientRect()),f=p;for(;f>0&&a.clientY<m[f-1].top+m[f-1].height/2;)f-=1;for(;f<m.length-1&&a.clientY>m[f+1].top+m[f+1].height/2;)f+=1;f!==p&&nn(t,p,f)},l=()=>{i.classList.remove("seminar-row--dragged"),window.removeEventListener("pointermove",o),window.removeEventListener("pointerup",l),window.removeEventListener("pointercancel",l)};window.addEventListener("pointermove",o),window.addEventListener("pointerup",l),window.addEventListener("pointercancel",l)}var sn={clean:(t,e)=>Gn(t.order,(e.items??[]).length)?{order:t.order}:{},extent:t=>t.order?"complete":"empty",lacks:t=>t.order?null:c("lacks.order"),body(t){let e=t.payload.items??[],n=ct(t.payload,t.response),s=t.checked?.order?.every((r,i)=>r===n[i])??!1;return h`<fieldset class="seminar-fields">
      <legend class="seminar-how">${c("order.how")}</legend>
      <ol class="seminar-order">
        ${V(n,r=>r,(r,i)=>h`<li class="seminar-row">
              <span class="seminar-row__grip" title=${c("move.drag")} aria-hidden="true"
                @pointerdown=${o=>Jn(t,r,o)}
                ><svg viewBox="0 0 10 16"><path d="M3 4h.01M7 4h.01M3 8h.01M7 8h.01M3 12h.01M7 12h.01"></path></svg></span>
              <span class="seminar-row__place" aria-hidden="true">${i+1}</span>
              <span class="seminar-row__text">${x(e[r])}</span>
              ${tn(t,r,i,-1,n.length)} ${tn(t,r,i,1,n.length)}
              ${s&&t.detail.joins[i]?h`<span class="seminar-row__join">${ae("right")}<span class="seminar-sr">${c("neighbour.right")}</span></span>`:d}
            </li>`)}
      </ol>
    </fieldset>`},remark(t){let e=t.checked?.order;if(!e)return d;let n=e.length-1,s=t.detail.kept,r=s<n?t.sealed.feedback?.otherwise:null;return h`<div class="seminar-remark">
      ${s<n?h`<p>${c("neighbours",{right:s,n})}</p>`:d} ${x(r)}
    </div>`}};function tn(t,e,n,s,r){let i=L((t.payload.items??[])[e]),o=n+s<0||n+s>=r;return h`<button
    class="seminar-move"
    type="button"
    id=${t.id(`${s<0?"up":"down"}-${e}`)}
    aria-label=${c(s<0?"move.up":"move.down",{item:i})}
    aria-disabled=${o?"true":d}
    @click=${()=>nn(t,n,n+s)}
  >
    <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${s<0?"M3.5 10 8 5.5 12.5 10":"M3.5 6 8 10.5 12.5 6"}></path></svg>
  </button>`}var rn={...P,body:t=>h`<p class="seminar-how seminar-noprint">${c("read.how")}</p>
    ${P.body(t)}`,show(t,e){let{options:n=[],marks:s=[]}=t.payload,r=t.response.choice;e.svg.classList.toggle("seminar-reading",r!==void 0),s.forEach((i,o)=>{let l=e.find(i)?.classList;l?.add("seminar-pick"),l?.toggle("seminar-pick--on",o===r)}),e.svg.onclick=i=>{let o=e.nearest(s,i);o!==void 0&&t.change({choice:o},c("read.chosen",{text:L(n[o])}))},e.overlay(d)}};var on={...ue,show({over:t,sealed:e},n){n.put(e.hidden,t),n.list(t&&e.numbers||n.figure.numbers)},revealed:({over:t})=>t};var an={"single-choice":P,"multiple-choice":Ut,numeric:Ee,ordering:sn,matching:Ge,classification:Je,"short-text":Vt,prediction:ue,draw:pe,explore:Le,reveal:on,read:rn};var w=class extends Error{constructor(e){super(e??"empty"),this.problem=e}};function ht(t,e){let n=t.points;try{return Kn(t,e)}catch(s){if(!(s instanceof w))throw s;let{problem:r}=s;return{points:0,of:n,detail:r===null?{reason:"empty"}:{reason:"malformed",problem:r}}}}function Kn(t,e){if(typeof e!="object"||e===null||Array.isArray(e))throw new w("not-an-object");let n=e;switch(t.kind){case"choices":return ge(t,...Zn(t,n));case"bands":return ge(t,...Qn(t,n));case"order":return ge(t,...ts(t,n));case"assign":return ge(t,...ns(t,n));case"by-hand":return ss(t,n);case"complete":return cn(t,n);case"series":return rs(t,n);default:throw new Error(`unknown kind of rule: ${JSON.stringify(t)}`)}}function ge(t,e,n){let s=Math.max(e[0],0),r=e[1],i=s===r?"right":s?"partly":"wrong";return{points:Xn(t.points,s,r),of:t.points,detail:{reason:i,...n}}}function Xn(t,e,n){return ln(t*e+ln(n,2),n)}function ln(t,e){return(t-t%e)/e}function Zn(t,e){let n=t.correct.length,s=new Set(t.policy==="one"?[Re(D(e,"choice"),n)]:ut(D(e,"choices"),n)),r=t.correct.map((a,u)=>s.has(u)?a?"right":"wrong":a?"missed":"left"),i=Oe(r,"right"),o=Oe(r,"wrong"),l=Oe(r,"missed");return[zn(t.policy,n,i,o,l),{options:r}]}function zn(t,e,n,s,r){let i=n+r,o=e-i;switch(t){case"one":return[n,1];case"each-item":return[e-s-r,e];case"all-or-nothing":return[s||r?0:1,1];case"false":case"false2":{if(!i)return[s?0:1,1];if(!o)return[n,i];let l=t==="false2"?Math.max(o,2):o;return[n*l-s*i,i*l]}default:throw new Error(`unknown policy: ${t}`)}}function Qn(t,e){let n=$e(es(t,e)),s=t.bands.findIndex(({from:r,to:i})=>(r===null||j(n,r)>=0)&&(i===null||j(n,i)<=0));return s<0?[[0,100],{band:null}]:[[t.bands[s].credit,100],{band:s}]}function es(t,e){if(t.parameter===void 0)return D(e,"number");let n=D(e,"values");if(typeof n!="object"||n===null||Array.isArray(n))throw new w("not-an-object");return D(n,t.parameter)}function ts(t,e){let n=ut(D(e,"order"),t.length);if(n.length!==t.length)throw new w("wrong-length");let s=n.slice(1).map((o,l)=>o===n[l]+1),r=s.filter(Boolean).length,i=n.map((o,l)=>o===l);return[dn(t,[r,t.length-1]),{places:i,joins:s,kept:r}]}function ns(t,e){let n=Be(D(e,t.field));if(n.length!==t.key.length)throw new w("wrong-length");let s=Array.from(n,i=>be(i)?null:Re(i,t.targets));if(s.every(i=>i===null))throw new w(null);let r=s.map((i,o)=>i===null?"missed":t.key[o].includes(i)?"right":"wrong");return[dn(t,[Oe(r,"right"),r.length]),{items:r}]}function ss(t,e){let n=Ie(D(e,"text")),s=J(e,"checked"),r=be(s)?0:ut(s,t.checklist).length;if(!Q(n))throw new w(null);return{points:null,of:t.points,detail:{reason:"by-hand",checked:r}}}function rs(t,e){let n=cn(t,e);if(n.detail.reason!=="complete"||t.bands===null)return n;let s=Be(J(e,"values")),r=t.bands.map(([i,o],l)=>{let a=$e(s[l]);return j(a,i)>=0&&j(a,o)<=0});return ge(t,[r.filter(Boolean).length,r.length],{inside:r})}function cn(t,e){let{needs:n,points:s}=t,r=n.filter(o=>os(t,e,o)),i=o=>n.includes(o)&&!r.includes(o);if(i("low")&&i("high")&&j($e(J(e,"low")),$e(J(e,"high")))>0)throw new w("low-above-high");if(r.length===n.length&&!(r.includes("values")&&is(e)))throw new w(null);return r.length?{points:0,of:s,detail:{reason:"incomplete",missing:r}}:{points:s,of:s,detail:{reason:"complete"}}}function is(t){let e=J(t,"values");return Array.isArray(e)&&!Array.from(e,dt).every(Boolean)}function dt(t){return be(t)||!Q(Ie(t))?!0:($e(t),!1)}function os(t,e,n){let s=J(e,n);if(be(s))return!0;switch(n){case"committed":if(typeof s!="boolean")throw new w("not-a-boolean");return!s;case"choice":return Re(s,t.options),!1;case"values":{let{length:r}=t,i=Be(s);if(i.length!==r)throw new w("wrong-length");return Array.from(i,dt).some(Boolean)}case"because":return!Q(Ie(s));default:return dt(s)}}function dn(t,e){return t.policy==="all-or-nothing"?[e[0]===e[1]?1:0,1]:e}function Oe(t,e){return t.filter(n=>n===e).length}function be(t){return t==null}function J(t,e){return Object.hasOwn(t,e)?t[e]:void 0}function D(t,e){let n=J(t,e);if(be(n))throw new w(null);return n}function Be(t){if(!Array.isArray(t))throw new w("not-a-list");return t}function Ie(t){if(typeof t!="string")throw new w("not-text");return t}function $e(t){let e=Ie(t);if(!Q(e))throw new w(null);let n=N(e);if(n===null)throw new w("not-a-number");return n}function Re(t,e){if(typeof t!="number"||!Number.isInteger(t)||t<0||t>=e)throw new w("not-a-position");return t+0}function ut(t,e){let n=Be(t);if(n.length>e)throw new w("wrong-length");let s=Array.from(n,r=>Re(r,e));if(new Set(s).size!==s.length)throw new w("repeated");return s}function hn(t){let e=Uint8Array.from(atob(t),n=>n.charCodeAt(0)^90);return JSON.parse(new TextDecoder().decode(e))}function as(){let t=globalThis,e=Symbol.for("seminar.exercises");return t[e]=(t[e]??0)+1}function ls(t,e){let{shown:n}=e;if(!n)return t;let s=r=>r?.map((i,o)=>r[n.indexOf(o)]);return t.type==="ordering"?{...t,shown:n,items:s(t.items)}:{...t,shown:n,rights:s(t.rights)}}var mt=class{constructor(e,n){this.model=e,this.el=n,this.sealed=hn(e.get("payload").sealed),this.payload=ls(e.get("payload"),this.sealed),this.kind=an[this.payload.type],this.recalled=e.get("view")==="recall",this.prefix=`seminar-${as()}-${this.payload.id}`,this.checked=null,this.detail=null,this.lacking=null,this.asking=!1,this.unfolded=!1,this.fresh=!1,this.draft=null;let{figure:s}=this.payload;this.picture=s?new Ce(s,e.get("picture"),this.prefix):null,this.record=null,this.take(),this.unfolded=this.state==="checked"&&this.solved,this.changed=()=>{this.model.get("record")!==this.record&&(this.take(),this.draw())},this.noticed=()=>this.draw(),e.on("change:record",this.changed),e.on("change:notice",this.noticed),e.on("change:answered",this.noticed),this.draw()}stop(){this.model.off?.("change:record",this.changed),this.model.off?.("change:notice",this.noticed),this.model.off?.("change:answered",this.noticed)}take(){let e=this.model.get("record");this.record=e&&typeof e=="object"&&e.response?e:null,this.draft=null,this.fresh=!1,this.lacking=null,this.asking=!1,this.judge(this.record?.state==="checked"?this.response:null)}get response(){return this.draft??(this.record?this.kind.clean(this.record.response,this.payload):{})}get state(){return this.record?.state}get solved(){return this.record?.solution??!1}id(e){return`${this.prefix}-${e}`}judge(e){this.checked=e,this.marked=e?ht(this.sealed.rule,e):null,this.detail=this.marked?.detail??null}keep(e){let{id:n,fingerprint:s}=this.payload;this.record={version:1,id:n,fingerprint:s,response:{},state:"in-progress",attempts:0,hints:0,solution:!1,...this.record,...e,changed:new Date().toISOString()},this.model.set("record",this.record),this.model.save_changes()}change(e,n){this.lacking=null,this.draft=null;let{kind:s,payload:r,checked:i}=this,o=this.state==="checked"&&i&&s.stays?.(e,i,r),l=this.kind.extent(e,this.payload)==="complete";this.keep({response:e,state:o?"checked":l?"answered":"in-progress"}),o&&this.judge(e),this.draw(),n&&this.say(n)}preview(e){this.draft=e,this.draw()}check(){let e=this.kind.lacks(this.response,this.payload);if(e!==null&&this.kind.none&&this.lacking===e)this.keep({response:this.kind.none});else if(e!==null){this.lacking=e,this.draw(),this.say(e);return}this.lacking=null,this.keep({state:"checked",attempts:(this.record?.attempts??0)+1}),this.judge(this.response),this.draw(),this.focus("result"),this.say(this.verdict())}commit(){let e=this.kind.lacks(this.response,this.payload);this.lacking=e,e===null&&(this.keep({response:{...this.response,committed:!0},state:"committed",attempts:(this.record?.attempts??0)+1}),this.fresh=!0),this.draw(),e===null&&this.focus("result"),this.say(e??c("predict.committed",{date:We(this.record?.changed??"")}))}again(){this.judge(null),this.unfolded=!1,this.keep({state:"answered"}),this.draw(),this.focusFirst(),this.say(c("again.said"))}hint(){let e=(this.record?.hints??0)+1;this.keep({hints:e}),this.draw(),this.focus(`hint-${e}`)}solve(){this.unfolded=!this.unfolded,this.unfolded&&this.keep({solution:!0}),this.draw(),this.unfolded&&this.say(c("solution.said"))}ask(e){this.asking=e,this.draw(),this.focus(e?"keep":"reset")}reset(){this.record=null,this.asking=!1,this.unfolded=!1,this.lacking=null,this.judge(null),this.model.set("record",{}),this.model.save_changes(),this.draw(),this.focusFirst(),this.say(c("reset.said"))}verdict(){if(!this.marked)return"";let e=this.kind.verdict?.(this.view());if(e)return e;let{points:n,of:s,detail:r}=this.marked,i=r.reason==="right"?"right":r.reason==="partly"?"partly":"wrong",o=(this.checked?.pairs??this.checked?.boxes??[]).filter(a=>a===null).length,l=[c(`result.${i}`)];return s&&l.push(`${c("points.of",{points:qe(n??0),n:s/100})}.`),o&&l.push(c("result.open",{n:o})),l.join(" ")}say(e){let n=this.el.querySelector(".seminar-live");n&&(n.textContent=n.textContent===e?`${e} `:e)}focus(e){let n=this.el.querySelector(`[id="${this.id(e)}"]`);n?.focus({preventScroll:!0}),n?.scrollIntoView({block:"nearest"})}focusFirst(){this.el.querySelector(".seminar-answer :is(input:checked, select, textarea, input, button)")?.focus({preventScroll:!0})}view(){return{payload:this.payload,response:this.response,checked:this.checked,detail:this.detail,sealed:this.sealed,over:this.state==="committed",recalled:this.recalled,fresh:this.fresh,kernel:this.model.get("asked")?{ask:e=>this.answer(e)}:null,id:e=>this.id(e),change:(e,n)=>this.change(e,n),preview:e=>this.preview(e),redraw:()=>this.draw(),say:e=>this.say(e)}}answer(e){let n=r=>Object.entries(e).every(([i,o])=>r?.[i]===o),s=this.model.get("answered");return n(s?.asked)?s:(n(this.model.get("asked"))||(this.model.set("asked",e),this.model.save_changes()),null)}draw(){let e=this.el.getRootNode(),n=e.activeElement,s=n instanceof HTMLElement&&this.el.contains(n)?n:null;if(C(this.template(),this.el),this.picture&&this.kind.show?.(this.view(),this.picture),!s||e.activeElement===s)return;((s.isConnected?s:this.el.querySelector(`[id="${s.id}"]`))??this.el.querySelector(".seminar-answer :is(input, select, textarea, button)")??this.el.querySelector("[tabindex]"))?.focus({preventScroll:!0})}template(){let{payload:e}=this,n=this.model.get("notice"),s=this.state==="committed";return h`<div
      class="seminar-card ${this.recalled?"seminar-card--recall":""} ${this.state?`seminar-card--${this.state}`:""}"
      role="group"
      aria-labelledby=${this.id("title")}
      @keydown=${r=>{r.key==="Escape"&&this.asking&&this.ask(!1)}}
    >
      ${this.head()}
      ${n?h`<p class="seminar-notice">${c(`notice.${n}`)}</p>`:d}
      ${this.recalled&&!s?h`<p class="seminar-aside">${c("predict.lacking")}</p>`:d}
      <div class="seminar-prompt" id=${this.id("prompt")}>${x(e.prompt)}</div>
      ${this.picture?.el??d}
      ${s?this.after():h`<div class="seminar-answer">${this.kind.body(this.view())}</div>`}
      ${this.lacking?h`<p class="seminar-lacking">${this.lacking}</p>`:d} ${this.result()} ${this.hints()}
      ${this.actions()}
      ${this.unfolded&&this.sealed.solution?h`<div class="seminar-solution" id=${this.id("solution")}>
            <p class="seminar-label">${c("solution")}</p>
            ${x(this.sealed.solution)} ${this.notes()}
          </div>`:d}
      <div class="seminar-live seminar-sr" role="status" aria-live="polite"></div>
    </div>`}head(){let{level:e,minutes:n,points:s,title:r}=this.payload,i=this.kind.commits,o=this.recalled?"recall":i?"prediction":"exercise";return h`<div class="seminar-card__head">
      <p class="seminar-kicker">
        <span class="seminar-kicker__what">${c(o)}</span>
        ${i?d:h`<span>${c(`level.${e}`)}</span>`}
        ${this.recalled?d:h`<span>${c("minutes",{n})}</span> ${s?h`<span>${c("points",{n:s/100})}</span>`:d}`}
      </p>
      <p class="seminar-card__title" id=${this.id("title")}>${r}</p>
    </div>`}after(){let e=this.view(),n=this.kind.revealed?.(e),{rule:s,outcome:r}=this.sealed,i=n&&s.points?ht(s,this.response):null;return h`<div class="seminar-after" id=${this.id("result")} tabindex="-1" role="group" aria-label=${c("prediction")}>
      <p class="seminar-label">${c("predict.committed",{date:We(this.record?.changed??"")})}</p>
      ${this.kind.after?.(e)??d}
      ${i?h`<p class="seminar-earned">${c("points.of",{points:qe(i.points??0),n:i.of/100})}.</p>`:d}
      ${n&&r?h`<div class="seminar-outcome">
            <p class="seminar-label">${c("predict.outcome")}</p>
            ${x(r)}
          </div>`:d}
      ${n?d:h`<p class="seminar-aside">${c("predict.later")}</p>`}
    </div>`}result(){if(this.state!=="checked"||!this.marked)return d;let{reason:e}=this.marked.detail,n=e==="right"?"right":e==="by-hand"||e==="complete"?"noted":e==="partly"?"partly":"wrong",s=this.record?.attempts??0;return h`<div
      class="seminar-result seminar-result--${n}"
      id=${this.id("result")}
      tabindex="-1"
      role="group"
      aria-label=${c("result")}
    >
      <p class="seminar-result__line">
        ${n==="noted"?d:ae(n==="right"?"right":n==="partly"?"missed":"wrong")}
        <span>${this.verdict()}</span>
        ${s>1?h`<span class="seminar-result__tries">${c("result.attempt",{n:s})}</span>`:d}
      </p>
      ${this.kind.remark?.(this.view())??d}
      ${this.sealed.rule.policy==="all-or-nothing"&&e!=="right"?h`<p class="seminar-remark">${c("result.all")}</p>`:d}
    </div>`}hints(){let e=Math.min(this.record?.hints??0,this.payload.hints);return e?h`<ol class="seminar-hints">
      ${(this.sealed.hints??[]).slice(0,e).map((n,s)=>h`<li class="seminar-hint" id=${this.id(`hint-${s+1}`)} tabindex="-1">
            <p class="seminar-label">${this.payload.hints>1?c("hint.label",{k:s+1}):c("hint")}</p>
            ${x(n)}
          </li>`)}
    </ol>`:d}actions(){let{payload:e,record:n}=this;if(this.asking)return h`<div class="seminar-actions seminar-actions--ask" role="group" aria-labelledby=${this.id("ask")}>
        <p class="seminar-ask" id=${this.id("ask")}>${c("reset.ask")}</p>
        <button class="seminar-button" type="button" id=${this.id("clear")} @click=${()=>this.reset()}>${c("reset.yes")}</button>
        <button class="seminar-button" type="button" id=${this.id("keep")} @click=${()=>this.ask(!1)}>${c("reset.no")}</button>
      </div>`;let s=this.kind.commits;if(this.state==="committed")return this.sealed.solution&&this.kind.revealed?.(this.view())?h`<div class="seminar-actions">${this.solveButton()}</div>`:d;let r=e.type==="short-text",i=this.state==="checked",o=this.marked?.detail.reason==="right",l=Math.min(n?.hints??0,e.hints),a=(n?.attempts??0)>0;return h`<div class="seminar-actions">
      ${s?h`<button class="seminar-button seminar-button--main" type="button" id=${this.id("commit")} @click=${()=>this.commit()}>
            ${c("commit")}
          </button>`:d}
      ${!s&&!i?h`<button class="seminar-button seminar-button--main" type="button" id=${this.id("check")} @click=${()=>this.check()}>
            ${c(r?"compare":"check")}
          </button>`:d}
      ${i&&!o&&!r?h`<button class="seminar-button seminar-button--main" type="button" id=${this.id("again")} @click=${()=>this.again()}>
            ${c("again")}
          </button>`:d}
      ${l<e.hints&&!o?h`<button class="seminar-button" type="button" id=${this.id("hint")} @click=${()=>this.hint()}>
            ${e.hints>1?c("hint.more",{k:l+1,n:e.hints}):c("hint")}
          </button>`:d}
      ${a&&!s?this.solveButton():d}
      ${n?h`<button class="seminar-button seminar-button--quiet" type="button" id=${this.id("reset")} @click=${()=>this.ask(!0)}>
            ${c("reset")}
          </button>`:d}
      ${s?h`<p class="seminar-aside">${c(this.kind.revealed?.({...this.view(),over:!0})?"commit.note":"predict.note")}</p>`:d}
    </div>`}solveButton(){return this.sealed.solution?h`<button
      class="seminar-button"
      type="button"
      id=${this.id("solve")}
      aria-expanded=${this.unfolded?"true":"false"}
      @click=${()=>this.solve()}
    >
      ${c(this.unfolded?"solution.hide":"solution.show")}
    </button>`:d}notes(){let e=this.sealed.notes??[];return this.payload.type!=="ordering"?d:h`<ol class="seminar-notes">
      ${(this.payload.items??[]).map((n,s)=>h`<li>${x(n)}${e[s]?h`<div>${x(e[s])}</div>`:d}</li>`)}
    </ol>`}};function un({model:t,el:e}){e.classList.add("seminar-root");let n=new mt(t,e);return()=>n.stop()}var mn=({record:t})=>{let e=t();return e!==null&&(e.attempts>0||e.state==="committed")};function pn(t,e){let n=e.length;if(!n)return;let s=e.filter(mn).length,r=e.find(i=>!mn(i));t.hidden=!1,t.role="group",t.ariaLabel=c("progress.label"),C(h`<p class="seminar-progress__line">
        <span class="seminar-progress__count">${s===n?c("progress.all",{n}):c("progress",{done:s,n})}</span>
        ${r?h`<a class="seminar-progress__next" href=${`#${r.place.id}`}>${c("progress.next",{title:r.title})}</a>`:d}
      </p>
      <div class="seminar-progress__bar" aria-hidden="true"><span style=${`width: ${100*s/n}%`}></span></div>`,t)}var pt=":exercise:";function cs(t,e){let n=t;return typeof n=="object"&&n!==null&&n.version===1&&n.id===e&&typeof n.fingerprint=="string"&&typeof n.response=="object"&&n.response!==null&&["in-progress","answered","checked","committed"].includes(n.state)&&Number.isInteger(n.attempts)&&Number.isInteger(n.hints)&&typeof n.solution=="boolean"&&typeof n.changed=="string"}function fn(t){let e=t?.name??"";return/quota/i.test(e)?"full":"refused"}var ye=class{constructor(e,n=()=>window.localStorage){this.book=e,this.open=n,this.memory=new Map}key(e){return this.book+pt+e}read(e,n){let s=this.memory.get(e);if(s!==void 0)return{record:s,notice:null};try{return this.load(e,n)}catch(r){return{record:null,notice:fn(r)}}}load(e,n){let s=this.open(),r=this.key(e),i=s.getItem(r);if(i===null)return{record:null,notice:null};let o;try{o=JSON.parse(i)}catch{o=null}return cs(o,e)?o.fingerprint===n?{record:o,notice:null}:(s.setItem(`${r}:${o.fingerprint}`,i),s.removeItem(r),{record:null,notice:"changed"}):(s.setItem(`${r}:unreadable`,i),s.removeItem(r),{record:null,notice:"unreadable"})}write(e,n){this.memory.set(e,n);try{let s=this.open();return n?s.setItem(this.key(e),JSON.stringify(n)):s.removeItem(this.key(e)),null}catch(s){return fn(s)}}watch(e){window.addEventListener("storage",n=>{if(n.key===null)this.memory.clear(),e(null);else if(n.key.startsWith(this.book+pt)){let s=n.key.slice((this.book+pt).length);this.memory.delete(s),e(s)}})}};var ft=class{constructor(e,n){this.page=e,this.payload=n,this.listeners=new Map,this.values={payload:n,record:null,notice:null},this.load()}load(){let{record:e,notice:n}=this.page.store.read(this.payload.id,this.payload.fingerprint);this.values.record=e,this.values.notice=this.page.notice(this,n)}get record(){return this.values.record}get(e){return this.values[e]}set(e,n){this.values[e]=e==="record"&&!n?.id?null:n,this.emit(e)}save_changes(){let e=this.page.store.write(this.payload.id,this.record),n=this.values.notice;(e||n==="refused"||n==="full")&&(this.values.notice=this.page.notice(this,e)),this.values.notice!==n&&this.emit("notice"),this.page.progress()}on(e,n){let s=this.listeners.get(e)??new Set;this.listeners.set(e,s.add(n))}off(e,n){this.listeners.get(e)?.delete(n)}emit(e){for(let n of this.listeners.get(`change:${e}`)??[])n()}},gt=class{constructor(){this.models=new Map,this.entries=[],this.teller=null,this.store=new ye("")}notice(e,n){if(n!=="refused"&&n!=="full")return n;let s=this.teller;return s===null||s===e?(this.teller=e,n):null}model(e){let n=this.models.get(e.id);if(n)return n;this.store.book||(this.store=new ye(e.book),this.store.watch(r=>{for(let i of this.models.values())r!==null&&i.payload.id!==r||(i.load(),i.emit("record"));this.progress()}));let s=new ft(this,e);return this.models.set(e.id,s),s}mount(e){let n=e.querySelector("script.seminar-payload");if(!n)return;let s=JSON.parse(n.textContent??""),r=this.model(s),i=e.classList.contains("seminar-recall"),o=document.createElement("div"),l=e.querySelector(".seminar-picture")??void 0;un({model:ds(r,{view:i?"recall":"exercise",picture:l}),el:o}),e.replaceChildren(o,n),i||this.entries.push({title:s.title,place:e,record:()=>r.record})}progress(){for(let e of document.querySelectorAll(".seminar-progress"))pn(e,this.entries)}start(){for(let e of document.querySelectorAll(".seminar-exercise, .seminar-recall"))try{this.mount(e)}catch(n){console.error(n)}this.progress()}},ds=(t,e)=>({get:n=>Object.hasOwn(e,n)?e[n]:t.get(n),set:(n,s)=>t.set(n,s),on:(n,s)=>t.on(n,s),off:(n,s)=>t.off(n,s),save_changes:()=>t.save_changes()});new gt().start();})();
