var Ie=globalThis,mt=e=>e,xe=Ie.trustedTypes,pt=xe?xe.createPolicy("lit-html",{createHTML:e=>e}):void 0,je="$lit$",L=`lit$${Math.random().toFixed(9).slice(2)}$`,De="?"+L,dn=`<${De}>`,U=document,se=()=>U.createComment(""),re=e=>e===null||typeof e!="object"&&typeof e!="function",Ye=Array.isArray,xt=e=>Ye(e)||typeof e?.[Symbol.iterator]=="function",Re=`[ 	
\f\r]`,ne=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,ft=/-->/g,gt=/>/g,Y=RegExp(`>|${Re}(?:([^\\s"'>=/]+)(${Re}*=${Re}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),$t=/'/g,bt=/"/g,kt=/^(?:script|style|textarea|title)$/i,Fe=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),h=Fe(1),E=Fe(2),ss=Fe(3),T=Symbol.for("lit-noChange"),d=Symbol.for("lit-nothing"),yt=new WeakMap,F=U.createTreeWalker(U,129);function wt(e,t){if(!Ye(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return pt!==void 0?pt.createHTML(t):t}var vt=(e,t)=>{let n=e.length-1,s=[],r,i=t===2?"<svg>":t===3?"<math>":"",o=ne;for(let l=0;l<n;l++){let a=e[l],u,p,m=-1,f=0;for(;f<a.length&&(o.lastIndex=f,p=o.exec(a),p!==null);)f=o.lastIndex,o===ne?p[1]==="!--"?o=ft:p[1]!==void 0?o=gt:p[2]!==void 0?(kt.test(p[2])&&(r=RegExp("</"+p[2],"g")),o=Y):p[3]!==void 0&&(o=Y):o===Y?p[0]===">"?(o=r??ne,m=-1):p[1]===void 0?m=-2:(m=o.lastIndex-p[2].length,u=p[1],o=p[3]===void 0?Y:p[3]==='"'?bt:$t):o===bt||o===$t?o=Y:o===ft||o===gt?o=ne:(o=Y,r=void 0);let $=o===Y&&e[l+1].startsWith("/>")?" ":"";i+=o===ne?a+dn:m>=0?(s.push(u),a.slice(0,m)+je+a.slice(m)+L+$):a+L+(m===-2?l:$)}return[wt(e,i+(e[n]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),s]},ie=class e{constructor({strings:t,_$litType$:n},s){let r;this.parts=[];let i=0,o=0,l=t.length-1,a=this.parts,[u,p]=vt(t,n);if(this.el=e.createElement(u,s),F.currentNode=this.el.content,n===2||n===3){let m=this.el.content.firstChild;m.replaceWith(...m.childNodes)}for(;(r=F.nextNode())!==null&&a.length<l;){if(r.nodeType===1){if(r.hasAttributes())for(let m of r.getAttributeNames())if(m.endsWith(je)){let f=p[o++],$=r.getAttribute(m).split(L),g=/([.?@])?(.*)/.exec(f);a.push({type:1,index:i,name:g[2],strings:$,ctor:g[1]==="."?we:g[1]==="?"?ve:g[1]==="@"?_e:q}),r.removeAttribute(m)}else m.startsWith(L)&&(a.push({type:6,index:i}),r.removeAttribute(m));if(kt.test(r.tagName)){let m=r.textContent.split(L),f=m.length-1;if(f>0){r.textContent=xe?xe.emptyScript:"";for(let $=0;$<f;$++)r.append(m[$],se()),F.nextNode(),a.push({type:2,index:++i});r.append(m[f],se())}}}else if(r.nodeType===8)if(r.data===De)a.push({type:2,index:i});else{let m=-1;for(;(m=r.data.indexOf(L,m+1))!==-1;)a.push({type:7,index:i}),m+=L.length-1}i++}}static createElement(t,n){let s=U.createElement("template");return s.innerHTML=t,s}};function W(e,t,n=e,s){if(t===T)return t;let r=s!==void 0?n._$Co?.[s]:n._$Cl,i=re(t)?void 0:t._$litDirective$;return r?.constructor!==i&&(r?._$AO?.(!1),i===void 0?r=void 0:(r=new i(e),r._$AT(e,n,s)),s!==void 0?(n._$Co??=[])[s]=r:n._$Cl=r),r!==void 0&&(t=W(e,r._$AS(e,t.values),r,s)),t}var ke=class{constructor(t,n){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=n}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:n},parts:s}=this._$AD,r=(t?.creationScope??U).importNode(n,!0);F.currentNode=r;let i=F.nextNode(),o=0,l=0,a=s[0];for(;a!==void 0;){if(o===a.index){let u;a.type===2?u=new J(i,i.nextSibling,this,t):a.type===1?u=new a.ctor(i,a.name,a.strings,this,t):a.type===6&&(u=new Ae(i,this,t)),this._$AV.push(u),a=s[++l]}o!==a?.index&&(i=F.nextNode(),o++)}return F.currentNode=U,r}p(t){let n=0;for(let s of this._$AV)s!==void 0&&(s.strings!==void 0?(s._$AI(t,s,n),n+=s.strings.length-2):s._$AI(t[n])),n++}},J=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,n,s,r){this.type=2,this._$AH=d,this._$AN=void 0,this._$AA=t,this._$AB=n,this._$AM=s,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,n=this._$AM;return n!==void 0&&t?.nodeType===11&&(t=n.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,n=this){t=W(this,t,n),re(t)?t===d||t==null||t===""?(this._$AH!==d&&this._$AR(),this._$AH=d):t!==this._$AH&&t!==T&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):xt(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==d&&re(this._$AH)?this._$AA.nextSibling.data=t:this.T(U.createTextNode(t)),this._$AH=t}$(t){let{values:n,_$litType$:s}=t,r=typeof s=="number"?this._$AC(t):(s.el===void 0&&(s.el=ie.createElement(wt(s.h,s.h[0]),this.options)),s);if(this._$AH?._$AD===r)this._$AH.p(n);else{let i=new ke(r,this),o=i.u(this.options);i.p(n),this.T(o),this._$AH=i}}_$AC(t){let n=yt.get(t.strings);return n===void 0&&yt.set(t.strings,n=new ie(t)),n}k(t){Ye(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,s,r=0;for(let i of t)r===n.length?n.push(s=new e(this.O(se()),this.O(se()),this,this.options)):s=n[r],s._$AI(i),r++;r<n.length&&(this._$AR(s&&s._$AB.nextSibling,r),n.length=r)}_$AR(t=this._$AA.nextSibling,n){for(this._$AP?.(!1,!0,n);t!==this._$AB;){let s=mt(t).nextSibling;mt(t).remove(),t=s}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},q=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,n,s,r,i){this.type=1,this._$AH=d,this._$AN=void 0,this.element=t,this.name=n,this._$AM=r,this.options=i,s.length>2||s[0]!==""||s[1]!==""?(this._$AH=Array(s.length-1).fill(new String),this.strings=s):this._$AH=d}_$AI(t,n=this,s,r){let i=this.strings,o=!1;if(i===void 0)t=W(this,t,n,0),o=!re(t)||t!==this._$AH&&t!==T,o&&(this._$AH=t);else{let l=t,a,u;for(t=i[0],a=0;a<i.length-1;a++)u=W(this,l[s+a],n,a),u===T&&(u=this._$AH[a]),o||=!re(u)||u!==this._$AH[a],u===d?t=d:t!==d&&(t+=(u??"")+i[a+1]),this._$AH[a]=u}o&&!r&&this.j(t)}j(t){t===d?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},we=class extends q{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===d?void 0:t}},ve=class extends q{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==d)}},_e=class extends q{constructor(t,n,s,r,i){super(t,n,s,r,i),this.type=5}_$AI(t,n=this){if((t=W(this,t,n,0)??d)===T)return;let s=this._$AH,r=t===d&&s!==d||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive,i=t!==d&&(s===d||r);r&&this.element.removeEventListener(this.name,this,s),i&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},Ae=class{constructor(t,n,s){this.element=t,this.type=6,this._$AN=void 0,this._$AM=n,this.options=s}get _$AU(){return this._$AM._$AU}_$AI(t){W(this,t)}},_t={M:je,P:L,A:De,C:1,L:vt,R:ke,D:xt,V:W,I:J,H:q,N:ve,U:_e,B:we,F:Ae},hn=Ie.litHtmlPolyfillSupport;hn?.(ie,J),(Ie.litHtmlVersions??=[]).push("3.3.3");var B=(e,t,n)=>{let s=n?.renderBefore??t,r=s._$litPart$;if(r===void 0){let i=n?.renderBefore??null;s._$litPart$=r=new J(t.insertBefore(se(),i),i,void 0,n??{})}return r._$AI(e),r};var C={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Z=e=>(...t)=>({_$litDirective$:e,values:t}),O=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,n,s){this._$Ct=t,this._$AM=n,this._$Ci=s}_$AS(t,n){return this.update(t,n)}update(t,n){return this.render(...n)}};var oe=class extends O{constructor(t){if(super(t),this.it=d,t.type!==C.CHILD)throw Error(this.constructor.directiveName+"() can only be used in child bindings")}render(t){if(t===d||t==null)return this._t=void 0,this.it=t;if(t===T)return t;if(typeof t!="string")throw Error(this.constructor.directiveName+"() called with a non-string value");if(t===this.it)return this._t;this.it=t;let n=[t];return n.raw=n,this._t={_$litType$:this.constructor.resultType,strings:n,values:[]}}};oe.directiveName="unsafeHTML",oe.resultType=1;var At=Z(oe);var Me={locale:"en-GB",exercise:"Exercise",prediction:"Prediction",figure:"the figure",recall:"Your prediction, met again","level.check":"Check","level.apply":"Apply","level.argue":"Argue",minutes:{one:"{n} minute",other:"{n} minutes"},points:{one:"{n} point",other:"{n} points"},"points.of":{one:"{points} of {n} point",other:"{points} of {n} points"},answer:"Your answer","choose.one":"Choose one.","choose.any":"Choose all that apply.","order.how":"Put into order with the arrows, or drag.","order.on.paper":"Number these in the right order.","match.how":"Choose a partner for each.","match.choices":"To choose from","sort.how":"Choose a box for each.","select.none":"choose …","move.up":"Move up: {item}","move.down":"Move down: {item}","move.drag":"Drag to reorder","move.done":"Moved “{item}” to position {position} of {n}.","move.first":"“{item}” is first already.","move.last":"“{item}” is last already.",neighbours:{one:"{right} of {n} neighbouring pair stands right.",other:"{right} of {n} neighbouring pairs stand right."},"neighbour.right":"These two belong together in this order",check:"Check",compare:"Compare with a model answer",commit:"Commit my prediction",again:"Try again","again.said":"Feedback cleared. Change your answer and check it again.",hint:"Hint","hint.more":"Hint {k} of {n}","hint.label":"Hint {k}",solution:"Solution","solution.show":"Show the solution","solution.hide":"Hide the solution","solution.said":"The solution is shown below.",reset:"Start over","reset.ask":"Clear your answer to this exercise, and begin again?","reset.yes":"Clear my answer","reset.no":"Keep it","reset.said":"Answer cleared.",result:"Result","result.right":"Right.","result.partly":"Partly right.","result.wrong":"Not yet.","result.open":{one:"You left {n} open.",other:"You left {n} open."},"result.all":"Only a wholly right answer earns points.",found:{one:"You found {right} of the {n} that applies.",other:"You found {right} of the {n} that apply."},"found.none":"None of them applies.","found.wrong":{one:"{n} is wrongly chosen.",other:"{n} are wrongly chosen."},"found.costs":{one:"{n} wrong choice takes points off.",other:"{n} wrong choices take points off."},"result.attempt":{one:"{n} try",other:"{n} tries"},"mark.right":"Right","mark.wrong":"Not right","mark.missed":"Missed","mark.taken":"Wrongly chosen","lacks.choice":"Choose an answer first.","lacks.choices":"Choose what applies. If you mean that none does, press Check once more.","lacks.number":"Write a number first.","lacks.number.form":"Write a plain number, such as 11.2 or 11,2, without a thousands mark or a unit.","lacks.order":"Move at least one of them first.","lacks.pairs":"Choose at least one partner first.","lacks.boxes":"Choose a box for at least one first.","lacks.text":"Write an answer first.","lacks.low":"Write the low end of your range, as a number.","lacks.high":"Write the high end of your range, as a number.","lacks.range":"The low end of your range lies above the high end.","lacks.because":"Write a sentence of reason first.","text.words":{one:"{n} word",other:"{n} words"},"text.about":{one:"{n} word; about {most} are enough",other:"{n} words; about {most} are enough"},"text.model":"A model answer","text.checklist":"Does your answer say this? Tick what it does.","text.ticked":"{k} of {n} ticked. Only a reader can mark this.","text.by.hand":"Only a reader can mark this.","predict.range":"Your 80 per cent range: you would be surprised, one time in five, by a figure outside it.","predict.low":"Low end","predict.high":"High end","predict.because":"Because …","predict.note":"A prediction is committed once, and stays as it is. You will meet it again.","predict.committed":"Committed on {date}.","predict.later":"You will meet it again further on.","predict.yours":"You predicted","predict.between":"between {low} and {high}","predict.reason":"Your reason","predict.lacking":"You have not made this prediction yet. Make it now, before reading on.","predict.outcome":"What happened","commit.note":"A prediction is committed once, and stays as it is. Then you see what happened.","figure.alt":"The figure of “{title}”.","figure.numbers":"The numbers","draw.how":"Go on with the line: drag its handles, or write the numbers here.","draw.unit":"In {unit}.","draw.handles":"Handles of the line","draw.point":"{x}: {value}","draw.waiting":"{x}: not set yet","draw.range":"Your 80 per cent range for {x}: you would be surprised, one time in five, by a figure outside it.","draw.yours":"Your line","draw.truth":"What happened","draw.difference":"Difference","draw.unknown":"not known","draw.compared":"Your line and what happened, in {unit}","draw.drawn":"Your line, in {unit}","draw.turning":"Where it turned","draw.rose":"{x}: {value} {unit}; then it rose.","draw.fell":"{x}: {value} {unit}; then it fell.","draw.range.yours":"Your range for {x}: {low} to {high} {unit}.","draw.range.held":"Your range for {x}, {low} to {high}, held: it was {truth} {unit}.","draw.range.below":"Your range for {x}, {low} to {high}, did not hold: it was {truth} {unit}, below it.","draw.range.above":"Your range for {x}, {low} to {high}, did not hold: it was {truth} {unit}, above it.","lacks.points":"Still to set: {x}.","lacks.point.form":"Write a plain number for {x}, such as 11.2 or 11,2, without a thousands mark or a unit.","lacks.setting":"Move a slider first.","explore.box":"{label}, as a number","explore.form":"Write a number from {low} to {high}.","explore.near":"The nearest that is worked out: {text}.","explore.noted":"Noted.","read.how":"Pick it in the figure, or in the list.","read.chosen":"Chosen: {text}","notice.refused":"This browser keeps nothing for this page, so your answers will be gone when you close it. Everything works until then.","notice.full":"The browser’s storage for this site is full, so your latest answers will be gone when you close this page. Everything works until then.","notice.unreadable":"What was saved for this exercise cannot be read. It has been put aside, and the exercise begins anew.","notice.changed":"This exercise has been changed since you answered it. Your earlier answer has been put aside, and the exercise begins anew.",progress:{one:"{done} of {n} exercise answered",other:"{done} of {n} exercises answered"},"progress.all":{one:"The exercise is answered",other:"All {n} exercises answered"},"progress.next":"Next: {title}","progress.label":"Your progress on this page","paper.alone":"This exercise answers back where scripts run."};var mn=new Intl.PluralRules(Me.locale);function c(e,t={}){let n=Me[e];return(typeof n=="string"?n:n[mn.select(Number(t.n))]??n.other).replace(/\{(\w+)\}/g,(r,i)=>String(t[i]??r))}var Ue=e=>String(e/100);function We(e){let t=new Date(e);return Number.isNaN(t.getTime())?e:t.toLocaleDateString(Me.locale,{day:"numeric",month:"long",year:"numeric"})}var{I:pn}=_t,Mt=e=>e;var Nt=e=>e.strings===void 0,Tt=()=>document.createComment(""),z=(e,t,n)=>{let s=e._$AA.parentNode,r=t===void 0?e._$AB:t._$AA;if(n===void 0){let i=s.insertBefore(Tt(),r),o=s.insertBefore(Tt(),r);n=new pn(i,o,e,e.options)}else{let i=n._$AB.nextSibling,o=n._$AM,l=o!==e;if(l){let a;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(a=e._$AU)!==o._$AU&&n._$AP(a)}if(i!==r||l){let a=n._$AA;for(;a!==i;){let u=Mt(a).nextSibling;Mt(s).insertBefore(a,r),a=u}}}return n},P=(e,t,n=e)=>(e._$AI(t,n),e),fn={},Te=(e,t=fn)=>e._$AH=t,St=e=>e._$AH,Ne=e=>{e._$AR(),e._$AA.remove()};var Ct=(e,t,n)=>{let s=new Map;for(let r=t;r<=n;r++)s.set(e[r],r);return s},V=Z(class extends O{constructor(e){if(super(e),e.type!==C.CHILD)throw Error("repeat() can only be used in text expressions")}dt(e,t,n){let s;n===void 0?n=t:t!==void 0&&(s=t);let r=[],i=[],o=0;for(let l of e)r[o]=s?s(l,o):o,i[o]=n(l,o),o++;return{values:i,keys:r}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,n,s]){let r=St(e),{values:i,keys:o}=this.dt(t,n,s);if(!Array.isArray(r))return this.ut=o,i;let l=this.ut??=[],a=[],u,p,m=0,f=r.length-1,$=0,g=i.length-1;for(;m<=f&&$<=g;)if(r[m]===null)m++;else if(r[f]===null)f--;else if(l[m]===o[$])a[$]=P(r[m],i[$]),m++,$++;else if(l[f]===o[g])a[g]=P(r[f],i[g]),f--,g--;else if(l[m]===o[g])a[g]=P(r[m],i[g]),z(e,a[g+1],r[m]),m++,g--;else if(l[f]===o[$])a[$]=P(r[f],i[$]),z(e,r[m],r[f]),f--,$++;else if(u===void 0&&(u=Ct(o,$,g),p=Ct(l,m,f)),u.has(l[m]))if(u.has(l[f])){let b=p.get(o[$]),y=b!==void 0?r[b]:null;if(y===null){let k=z(e,r[m]);P(k,i[$]),a[$]=k}else a[$]=P(y,i[$]),z(e,r[m],y),r[b]=null;$++}else Ne(r[f]),f--;else Ne(r[m]),m++;for(;$<=g;){let b=z(e,a[g+1]);P(b,i[$]),a[$++]=b}for(;m<=f;){let b=r[m++];b!==null&&Ne(b)}return this.ut=o,Te(e,a),T}});var v=Z(class extends O{constructor(e){if(super(e),e.type!==C.PROPERTY&&e.type!==C.ATTRIBUTE&&e.type!==C.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!Nt(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===T||t===d)return t;let n=e.element,s=e.name;if(e.type===C.PROPERTY){if(t===n[s])return T}else if(e.type===C.BOOLEAN_ATTRIBUTE){if(!!t===n.hasAttribute(s))return T}else if(e.type===C.ATTRIBUTE&&n.getAttribute(s)===t+"")return T;return Te(e),t}});var x=e=>e?At(e):d;function H(e){return!e.includes("<")&&!e.includes("&")?e:(new DOMParser().parseFromString(e,"text/html").body.textContent??"").replace(/\s+/g," ").trim()}var gn={right:"M3 8.5 6.5 12 13 4.5",wrong:"M4 4l8 8M12 4l-8 8",missed:"M8 3.5v6M8 12.2v.3"},ae=e=>h`<svg class="seminar-icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${gn[e]}></path></svg>`,Q=(e,t,n,s)=>h`<div class="seminar-feedback seminar-feedback--${e} ${n?"":"seminar-feedback--bare"}" id=${s}>
    <span class="seminar-mark">${ae(e)}${c(t)}</span>
    ${n?h`<div class="seminar-feedback__text">${x(n)}</div>`:d}
  </div>`,R=(e,t)=>Number.isInteger(e)&&Number(e)>=0&&Number(e)<t?Number(e):void 0;function le(e,t,n){let s=Array.isArray(e)?e:[];return Array.from({length:t},(r,i)=>R(s[i],n)??null)}function ce(e){let t=e.filter(n=>n!==null).length;return t===0?"empty":t<e.length?"partial":"complete"}var $n=864e5,bn=24,yn={linear:Number,log:e=>Math.log10(Number(e)),date:e=>typeof e=="number"?e:Date.parse(/T.*\d$/.test(e)&&!/[+-]\d\d:\d\d$/.test(e)?`${e}Z`:e)/$n};function qe({scale:e,data:t,svg:n}){let s=yn[e],[r,i]=t.map(s),o=(n[1]-n[0])/(i-r);return{to:l=>n[0]+(s(l)-r)*o,from:l=>{let a=r+(l-n[0])/o;return e==="log"?10**a:a}}}var Ht=e=>e.map((t,n)=>t?`${e[n-1]?"L":"M"}${t.map(s=>Number(s.toFixed(2))).join(" ")}`:"").join(""),Lt=(e,t)=>e.parameters.reduce((n,{values:s},r)=>n*s.length+t[r],0),Et=e=>h`<details>
    <summary>${c("figure.numbers")}</summary>
    <div class="seminar-scroll" role="group" tabindex="0" aria-label=${c("figure.numbers")}>
      <table class="seminar-numbers">
        <thead>
          <tr>${e.columns.map(t=>h`<th scope="col">${t}</th>`)}</tr>
        </thead>
        <tbody>${Bt(e)}</tbody>
      </table>
    </div>
  </details>`,Bt=({rows:e,numeric:t=[]})=>e.map(([n,...s])=>h`<tr>
        ${n?h`<th scope="row">${n}</th>`:h`<td></td>`}${s.map((r,i)=>h`<td class=${t[i+1]?"number":d}>${r}</td>`)}
      </tr>`),Se=class{constructor(t,n,s){this.figure=t,this.el=n?.cloneNode(!0)??this.build(s);let r=this.el.querySelector(".seminar-chart");this.svg=r.querySelector("svg");let[i,o]=(this.svg.getAttribute("viewBox")??"").split(" ").slice(2).map(Number);this.width=i,this.height=o,this.over=r.appendChild(document.createElement("div")),this.over.className="seminar-over",this.controls=this.el.querySelector(".seminar-controls")??document.createElement("div"),this.controls.className="seminar-controls",this.controls.replaceChildren(),r.after(this.controls),this.late=document.createElement("div"),this.el.append(this.late);let l=this.svg.querySelector("[id]")?.id;this.prefix=l?.replace(/-\d+$/,"")??s,this.found=new Map,this.borne=new Map,this.active=0,this.listed=null,this.shown=null,this.table=this.el.querySelector("table.seminar-numbers tbody"),this.details=this.table?.closest("details"),this.details?.addEventListener("toggle",()=>this.list(this.listed))}build(t){let n=document.createElement("div"),{svg:s="",alt:r,numbers:i}=this.figure;this.prefix=t,B(h`<figure class="seminar-picture">
        <div class="seminar-chart">${x(this.own(s))}</div>
        ${i?Et(i):d}
      </figure>`,n);let o=n.querySelector("svg");return o?.setAttribute("role","img"),o?.setAttribute("aria-label",r??c("figure")),n.firstElementChild}own(t){return t.replace(/(\bid="|href="#|url\(#|^#)[\w-]+?-(?=\d+(?:["')]|$))/g,`$1${this.prefix}-`)}find(t,n=[]){let s=`${n} ${t}`,r=this.found.get(s);if(r!==void 0)return r;let i=[...this.svg.querySelectorAll("[data-gid]")].find(o=>o.getAttribute("data-gid")===t)??null;for(let o of n)i=i?.children[o]??null;return this.found.set(s,i),i}apply(t,n){for(let i of t.marks){let o=i.states[n];this.borne.get(i)!==o&&(this.borne.set(i,o),this.write(i,i.values[o]))}let{numbers:s,numberStates:r}=t;s&&r&&this.list(s[r[n]])}take({marks:t,numbers:n}){this.borne.clear();for(let s of t)this.write(s,s.value);n&&this.list(n)}write({gid:t,at:n,attribute:s},r){let i=this.find(t,n);i&&(s==="text"?i.textContent=r:r===null?i.removeAttribute(s):s==="markup"?i.innerHTML=this.own(r):i.setAttribute(s,s==="href"||s==="style"?this.own(r):r))}put(t,n){for(let[s,r]of Object.entries(t??{})){let i=this.find(s);i&&i.hasChildNodes()!==n&&(i.innerHTML=n?this.own(r):"")}}list(t){if(this.listed=t??null,!this.table){B(t?Et(t):d,this.late);return}!t||t===this.shown||this.details&&!this.details.open||(this.shown||this.table.replaceChildren(),this.shown=t,B(Bt(t),this.table))}overlay(t){B(h`<svg class="seminar-over__svg" viewBox=${`0 0 ${this.width} ${this.height}`}>${t}</svg>`,this.over)}drive(t){B(t,this.controls)}place({clientX:t,clientY:n}){let{left:s,top:r,width:i}=this.svg.getBoundingClientRect(),o=i/this.width;return[(t-s)/o,(n-r)/o]}nearest(t,n){return t.map((r,i)=>({i,el:this.find(r)})).flatMap(({i:r,el:i})=>i?[{i:r,away:kn(i,n),...xn(i)}]:[]).filter(({away:r})=>r<=bn).sort((r,i)=>r.away-i.away||r.area-i.area)[0]?.i}};function xn(e){let{width:t,height:n}=e.getBoundingClientRect();return{area:t*n}}function kn(e,{clientX:t,clientY:n}){let s=e.querySelector('path[style*="fill:none"]'),r=s?.getScreenCTM();if(s&&r){let o=s.getTotalLength(),l=Array.from({length:101},(a,u)=>s.getPointAtLength(o*u/100).matrixTransform(r));return Math.min(...l.map(a=>Math.hypot(a.x-t,a.y-n)))}let i=e.getBoundingClientRect();return Math.hypot(Math.max(i.left-t,0,t-i.right),Math.max(i.top-n,0,n-i.bottom))}var wn=5,vn=34;function Ot(e,t,n,s,r){if(!n||n[s]===null||n[s]!==t[s])return d;let i=e.detail.items[s]==="right";return Q(i?"right":"wrong",i?"mark.right":"mark.wrong",i?null:r,e.id(`feedback-${s}`))}var Pt=(e,t,n)=>e.map((s,r)=>r===t?n:s),Rt=(e,t,{order:n,names:s,chosen:r,said:i,change:o})=>h`<select
    class="seminar-select"
    id=${e.id(`item-${t}`)}
    aria-labelledby=${e.id(`text-${t}`)}
    aria-describedby=${i===d?d:e.id(`feedback-${t}`)}
    .value=${v(r===null?"":String(r))}
    @change=${l=>{let{value:a}=l.target;o(a===""?null:Number(a))}}
  >
    <option value="" ?selected=${r===null}>${c("select.none")}</option>
    ${n.map(l=>h`<option value=${l} ?selected=${r===l}>${s[l]}</option>`)}
  </select>`,Ve={clean(e,t){let n=le(e.pairs,(t.lefts??[]).length,(t.rights??[]).length);return ce(n)==="empty"?{}:{pairs:n}},extent:e=>ce(e.pairs??[]),lacks:e=>e.pairs?null:c("lacks.pairs"),body(e){let{lefts:t=[],rights:n=[]}=e.payload,s=e.payload.shown??n.map((a,u)=>u),r=le(e.response.pairs,t.length,n.length),i=n.some(a=>H(a).length>vn||/<(a|math|em|strong|code)\b/.test(a)),o=n.map((a,u)=>String.fromCharCode(65+s.indexOf(u))),l=n.map((a,u)=>i?`${o[u]}. ${H(a)}`:H(a));return h`<fieldset class="seminar-fields">
      <legend class="seminar-how">${c("match.how")}</legend>
      ${i?h`<ol class="seminar-targets" type="A" aria-label=${c("match.choices")}>
            ${s.map(a=>h`<li>${x(n[a])}</li>`)}
          </ol>`:d}
      ${V(t,(a,u)=>u,(a,u)=>{let p=Ot(e,r,e.checked?.pairs,u,e.sealed.feedback?.pairs?.[u]);return h`<div class="seminar-pair">
            <div class="seminar-pair__text" id=${e.id(`text-${u}`)}>${x(a)}</div>
            ${Rt(e,u,{order:s,names:l,chosen:r[u],said:p,change:m=>e.change(Ve.clean({pairs:Pt(r,u,m)},e.payload))})}
            ${p}
          </div>`})}
    </fieldset>`}},Ge={clean(e,t){let n=le(e.boxes,(t.items??[]).length,(t.boxes??[]).length);return ce(n)==="empty"?{}:{boxes:n}},extent:e=>ce(e.boxes??[]),lacks:e=>e.boxes?null:c("lacks.boxes"),body(e){let{items:t=[],boxes:n=[]}=e.payload,s=le(e.response.boxes,t.length,n.length),r=n.map((l,a)=>a),i=(l,a)=>e.change(Ge.clean({boxes:Pt(s,l,a)},e.payload)),o=l=>{let a=e.checked?.boxes?.[l],u=a==null?null:e.sealed.feedback?.items?.[l]?.[a];return Ot(e,s,e.checked?.boxes,l,u)};if(n.length>wn){let l=n.map(H);return h`<fieldset class="seminar-fields">
        <legend class="seminar-how">${c("sort.how")}</legend>
        ${t.map((a,u)=>h`<div class="seminar-pair">
              <div class="seminar-pair__text" id=${e.id(`text-${u}`)}>${x(a)}</div>
              ${Rt(e,u,{order:r,names:l,chosen:s[u],said:o(u),change:p=>i(u,p)})}
              ${o(u)}
            </div>`)}
      </fieldset>`}return h`<div class="seminar-fields">
      <p class="seminar-how">${c("sort.how")}</p>
      ${t.map((l,a)=>h`<fieldset class="seminar-sort">
            <legend class="seminar-sort__text">${x(l)}</legend>
            <div class="seminar-sort__boxes">
              ${n.map((u,p)=>h`<label class="seminar-box ${s[a]===p?"seminar-box--on":""}">
                    <input
                      type="radio"
                      id=${e.id(`item-${a}-${p}`)}
                      name=${e.id(`item-${a}`)}
                      .checked=${v(s[a]===p)}
                      aria-describedby=${o(a)!==d&&s[a]===p?e.id(`feedback-${a}`):d}
                      @change=${()=>i(a,p)}
                    />
                    <span>${x(u)}</span>
                  </label>`)}
            </div>
            ${o(a)}
          </fieldset>`)}
    </div>`}};var Ke=e=>e.choices??(e.choice===void 0?[]:[e.choice]);function _n(e,t,n){if(!e.checked)return d;if(Ke(e.checked).includes(t)!==Ke(e.response).includes(t))return d;let r=e.detail.options?.[t],i=e.sealed.feedback?.options?.[t],o=e.id(`feedback-${t}`);return r==="right"?Q("right","mark.right",i,o):r==="wrong"?Q("wrong",n?"mark.taken":"mark.wrong",i,o):n&&r==="missed"?Q("missed","mark.missed",i,o):d}function It(e,t){let n=e.payload.options??[],s=e.payload.shown??n.map((o,l)=>l),r=Ke(e.response),i=o=>{if(!t)return e.change({choice:o});let l=r.includes(o)?r.filter(a=>a!==o):[...r,o].sort((a,u)=>a-u);return e.change({choices:l})};return h`<fieldset class="seminar-fields">
    <legend class="seminar-how">${c(t?"choose.any":"choose.one")}</legend>
    ${V(s,o=>o,o=>{let l=_n(e,o,t);return h`<div class="seminar-option ${r.includes(o)?"seminar-option--on":""}">
          <label class="seminar-option__label">
            <input
              type=${t?"checkbox":"radio"}
              id=${e.id(`option-${o}`)}
              name=${e.id("option")}
              .checked=${v(r.includes(o))}
              aria-describedby=${l===d?d:e.id(`feedback-${o}`)}
              @change=${()=>i(o)}
            />
            <span class="seminar-option__text">${x(n[o])}</span>
          </label>
          ${l}
        </div>`})}
  </fieldset>`}var I={clean(e,t){let n=R(e.choice,(t.options??[]).length);return n===void 0?{}:{choice:n}},extent:e=>e.choice===void 0?"empty":"complete",lacks:e=>e.choice===void 0?c("lacks.choice"):null,body:e=>It(e,!1)},jt={clean(e,t){if(!Array.isArray(e.choices))return{};let n=(t.options??[]).length;return{choices:[...new Set(e.choices)].filter(s=>R(s,n)!==void 0).sort((s,r)=>s-r)}},extent:e=>e.choices?"complete":"empty",lacks:e=>e.choices?null:c("lacks.choices"),none:{choices:[]},body:e=>It(e,!0),remark(e){let t=e.detail.options??[],n=t.filter(o=>o==="right").length,s=n+t.filter(o=>o==="missed").length,r=t.filter(o=>o==="wrong").length;if(n===s&&!r)return d;let i=["false","false2"].includes(e.sealed.rule.policy);return h`<p class="seminar-remark">
      ${s?c("found",{right:n,n:s}):c("found.none")} ${r?c(i?"found.costs":"found.wrong",{n:r}):d}
    </p>`}};var Je=" \\t\\r\\n\\u00a0\\u202f",An=new RegExp(`^[${Je}]+|(?<![${Je}])[${Je}]+$`,"g"),Mn=/^([+\-\u2212]?)([0-9]*)(?:[.,]([0-9]*))?$/,Tn=30;function X(e){return e.replace(An,"")}function N(e){let t=X(e),n=t.length<=Tn?Mn.exec(t):null;if(!n||!(n[2]||n[3]))return null;let s=n[2].replace(/^0+/,"")||"0",r=(n[3]??"").replace(/0+$/,""),i=r?`${s}.${r}`:s;return(n[1]==="-"||n[1]==="−")&&i!=="0"?`-${i}`:i}function j(e,t){let n=Math.max(Ze(e),Ze(t)),s=Dt(e,n)-Dt(t,n);return s<0n?-1:s>0n?1:0}function Ze(e){let t=e.indexOf(".");return t<0?0:e.length-t-1}function Dt(e,t){return BigInt(e.replace(".","")+"0".repeat(t-Ze(e)))}var S=e=>typeof e=="string"?e:"",de=({id:e,label:t,value:n,unit:s,input:r})=>h`<div class="seminar-number">
    <label class="seminar-number__label" for=${e}>${t}</label>
    <span class="seminar-number__row">
      <input
        class="seminar-input"
        id=${e}
        type="text"
        inputmode="decimal"
        autocomplete="off"
        maxlength="40"
        aria-describedby=${s?`${e}-unit`:d}
        .value=${v(n)}
        @input=${i=>r(i.target.value)}
      />
      ${s?h`<span class="seminar-number__unit" id=${`${e}-unit`}>${s}</span>`:d}
    </span>
  </div>`,Yt=({id:e,label:t,value:n,input:s})=>h`<div class="seminar-small">
    <label class="seminar-number__label" for=${e}>${t}</label>
    <input
      class="seminar-input"
      id=${e}
      type="text"
      inputmode="decimal"
      autocomplete="off"
      maxlength="40"
      .value=${v(n)}
      @input=${r=>s(r.target.value)}
    />
  </div>`,Ce={clean(e){let t=S(e.number);return t.trim()?{number:t}:{}},extent:e=>e.number===void 0?"empty":N(e.number)===null?"partial":"complete",lacks(e){return e.number===void 0?c("lacks.number"):N(e.number)===null?c("lacks.number.form"):null},body:e=>de({id:e.id("number"),label:c("answer"),value:e.response.number??"",unit:e.payload.unit,input:t=>e.change(t.trim()?{number:t}:{})}),remark(e){let{feedback:t}=e.sealed,{band:n}=e.detail,s=n===null?t?.otherwise:t?.bands?.[n];return s?h`<div class="seminar-remark">${x(s)}</div>`:d}};var Nn=e=>e.trim().split(/\s+/).filter(Boolean).length,ze=({id:e,label:t,value:n,rows:s,note:r,input:i})=>h`<div class="seminar-text">
    <label class="seminar-text__label" for=${e}>${t}</label>
    <textarea
      class="seminar-input"
      id=${e}
      rows=${s}
      maxlength="20000"
      aria-describedby=${r?`${e}-note`:d}
      .value=${v(n)}
      @input=${o=>i(o.target.value)}
    ></textarea>
    <div class="seminar-text__print" aria-hidden="true">${n}</div>
    ${r?h`<p class="seminar-text__note" id=${`${e}-note`}>${r}</p>`:d}
  </div>`;function Sn(e){let{model_answer:t,checklist:n=[]}=e.sealed,s=e.response.checked??[],r=i=>{let o=s.includes(i)?s.filter(l=>l!==i):[...s,i].sort((l,a)=>l-a);e.change({...e.response,checked:o})};return h`<div class="seminar-model">
      <p class="seminar-label">${c("text.model")}</p>
      ${x(t)}
    </div>
    ${n.length?h`<fieldset class="seminar-fields">
          <legend class="seminar-how">${c("text.checklist")}</legend>
          ${n.map((i,o)=>h`<div class="seminar-option ${s.includes(o)?"seminar-option--on":""}">
                <label class="seminar-option__label">
                  <input type="checkbox" id=${e.id(`tick-${o}`)} .checked=${v(s.includes(o))} @change=${()=>r(o)} />
                  <span class="seminar-option__text">${x(i)}</span>
                </label>
              </div>`)}
        </fieldset>`:d}`}var Ft={clean(e){let t=S(e.text);if(!t.trim())return{};let s=(Array.isArray(e.checked)?e.checked:[]).filter(r=>R(r,1e3)!==void 0);return s.length?{text:t,checked:s}:{text:t}},extent:e=>e.text?"complete":"empty",lacks:e=>e.text?null:c("lacks.text"),stays:e=>!!e.text,body(e){let t=e.response.text??"",n=Nn(t),s=e.payload.words;return h`${ze({id:e.id("text"),label:c("answer"),value:t,rows:Math.min(10,Math.max(4,Math.round((s??60)/12))),note:s?c("text.about",{n,most:s}):c("text.words",{n}),input:r=>e.change(r.trim()?{...e.response,text:r}:{})})}
    ${e.checked?Sn(e):d}`},verdict(e){let t=e.sealed.checklist?.length??0;return t?c("text.ticked",{k:e.response.checked?.length??0,n:t}):c("text.by.hand")}};function Qe(e){let t=N(e.low??""),n=N(e.high??"");return t===null?c("lacks.low"):n===null?c("lacks.high"):j(t,n)>0?c("lacks.range"):null}var Xe=({id:e,payload:t,response:n},s,r)=>h`<fieldset class="seminar-fields seminar-range">
    <legend class="seminar-how">${r}</legend>
    ${de({id:e("low"),label:c("predict.low"),value:n.low??"",unit:t.unit,input:i=>s({low:i})})}
    ${de({id:e("high"),label:c("predict.high"),value:n.high??"",unit:t.unit,input:i=>s({high:i})})}
  </fieldset>`,he=({id:e,response:t},n)=>ze({id:e("because"),label:c("predict.because"),value:t.because??"",rows:2,input:s=>n({because:s})});function Ut(e,t){let n=r=>N(r??"");if(t.ask==="choice"&&e.choice===void 0)return c("lacks.choice");if(t.ask==="number"){if(!e.number?.trim())return c("lacks.number");if(n(e.number)===null)return c("lacks.number.form")}let s=t.range?Qe(e):null;return s||(t.because&&!e.because?.trim()?c("lacks.because"):null)}function Cn(e,t){let n=e.unit?h` <span>${e.unit}</span>`:d;return h`<dl class="seminar-said">
      <dt>${c("predict.yours")}</dt>
      <dd>
        ${t.choice!==void 0?x((e.options??[])[t.choice]):h`${t.number}${n}`}
        ${e.range?h`<span class="seminar-said__range">${c("predict.between",{low:t.low??"",high:t.high??""})}</span>`:d}
      </dd>
      ${t.because?h`<dt>${c("predict.reason")}</dt><dd class="seminar-said__reason">${t.because}</dd>`:d}
    </dl>`}var ue={commits:!0,clean(e,t){let n={},s=R(e.choice,(t.options??[]).length);t.ask==="choice"&&s!==void 0&&(n.choice=s),t.ask==="number"&&S(e.number)&&(n.number=e.number);for(let r of["low","high","because"])S(e[r])&&(n[r]=e[r]);return e.committed===!0&&(n.committed=!0),n},extent(e,t){return Object.keys(e).length?Ut(e,t)===null?"complete":"partial":"empty"},lacks:Ut,after:({payload:e,response:t})=>Cn(e,t),revealed:({over:e,recalled:t})=>e&&t,body(e){let{payload:t,response:n}=e,s=i=>e.change(ue.clean({...n,...i},t)),r=t.ask==="choice"?h`<fieldset class="seminar-fields">
            <legend class="seminar-how">${c("choose.one")}</legend>
            ${(t.options??[]).map((i,o)=>h`<div class="seminar-option ${n.choice===o?"seminar-option--on":""}">
                  <label class="seminar-option__label">
                    <input
                      type="radio"
                      id=${e.id(`option-${o}`)}
                      name=${e.id("option")}
                      .checked=${v(n.choice===o)}
                      @change=${()=>s({choice:o})}
                    />
                    <span class="seminar-option__text">${x(i)}</span>
                  </label>
                </div>`)}
          </fieldset>`:de({id:e.id("number"),label:c("answer"),value:n.number??"",unit:t.unit,input:i=>s({number:i})});return h`${r} ${t.range?Xe(e,s,c("predict.range")):d}
    ${t.because?he(e,s):d}`}};var En="−",Wt=80,G=e=>{let t=N(e??"");return t===null?null:Number(t)},Ee=({from:e=0,step:t=1})=>Math.max(...[e,t].map(n=>(String(n).split(".")[1]??"").length));function tt(e,t){let{from:n=0,to:s=0,step:r=1}=e,i=Math.round((Math.min(Math.max(t,n),s)-n)/r);return Math.min(n+i*r,s).toFixed(Ee(e))}var me=e=>e.replace("-",En),ee=({xs:e=[]},t)=>e.map((n,s)=>t.values?.[s]??null),nt=(e,t,n)=>c("draw.point",{x:(e.payload.xs??[])[t],value:`${me(n)} ${e.payload.unit??""}`.trim()});function st(e,t,n){let s=ee(e.payload,e.response).map((r,i)=>t.includes(i)?n:r);return pe.clean({...e.response,values:s},e.payload)}function rt({payload:e,response:t},n){let{xs:s=[],start:r,from:i=0,to:o=0}=e,l=n.figure.axes[e.axes??0],a=qe(l.x),u=qe(l.y),[p,m,f,$]=l.box,g=y=>Math.min(Math.max(y,m),$),b=ee(e,t).map(G);return{up:u,left:p,top:m,right:f,bottom:$,columns:s.map(y=>a.to(y)),begin:r?[a.to(r.x),u.to(r.y)]:null,waiting:r?Number(r.y):(i+o)/2,values:b,heights:b.map(y=>y===null?null:g(u.to(y))),held:g}}var qt=({begin:e,columns:t},n)=>Ht([e,...n.map((s,r)=>s===null?null:[t[r],s])]);function Vt(e,t,n,s,r){let i=t.findLastIndex(f=>f!==null);if(i<0)return d;let{columns:o,top:l,bottom:a}=e,u=o[i]-9,p=t.flatMap((f,$)=>f!==null&&$<=i&&o[$]>u-Wt?[f]:[]),m=r?Math.min(...p)-9:Math.max(...p)+18;return E`<text class="seminar-over__label ${s}" x=${Math.max(u,Wt)} y=${Math.min(Math.max(m,l+9),a-4)}
    text-anchor="end">${n}</text>`}function Hn(e,t,n){let{payload:s}=e,{xs:r=[],from:i=0,to:o=0,step:l=1,unit:a}=s,u=ee(s,e.response),p=Math.max(l,(o-i)/10),m=Math.min(t.active,r.length-1),f=g=>{t.active=g,t.over.querySelector(`[id="${e.id(`handle-${g}`)}"]`)?.focus({preventScroll:!0})},$=(g,b)=>{if(g.altKey||g.ctrlKey||g.metaKey)return;let k=n.values[b]??n.waiting,M={ArrowUp:k+l,ArrowDown:k-l,PageUp:k+p,PageDown:k-p,Home:i,End:o,Enter:k," ":k}[g.key],_={ArrowLeft:b-1,ArrowRight:b+1}[g.key];M===void 0&&_===void 0||(g.preventDefault(),M!==void 0?e.change(st(e,[b],tt(s,M))):_!==void 0&&_>=0&&_<r.length&&(f(_),e.redraw()))};return E`<g role="group" aria-label=${c("draw.handles")}>${r.map((g,b)=>{let y=n.values[b],k=u[b]===null||y===null?null:String(u[b]),M=n.heights[b]??n.held(n.up.to(n.waiting));return E`<g class="seminar-handle ${k===null?"seminar-handle--waiting":""}" role="slider" id=${e.id(`handle-${b}`)}
        tabindex=${b===m?0:-1} aria-label=${g} aria-orientation="vertical"
        aria-valuemin=${i} aria-valuemax=${o} aria-valuenow=${y??n.waiting}
        aria-valuetext=${k===null?c("draw.waiting",{x:g,unit:a??""}):nt(e,b,k)}
        @keydown=${_=>$(_,b)}
        @touchstart=${Ln}
        @pointerdown=${_=>Gt(e,t,_,b)}
        @focus=${()=>{t.active!==b&&(t.active=b,e.redraw())}}>
      <circle class="seminar-handle__reach" cx=${n.columns[b]} cy=${M} r="15"></circle>
      <circle class="seminar-handle__ring" cx=${n.columns[b]} cy=${M} r="9"></circle>
      <circle class="seminar-handle__dot" cx=${n.columns[b]} cy=${M} r="5"></circle>
    </g>`})}</g>`}var Ln=e=>e.preventDefault();function Gt(e,t,n,s){if(n.button!==0)return;n.preventDefault();let{columns:r,up:i}=rt(e,t),o=g=>{let[b,y]=t.place(g);return{nearest:Kt(r,b),text:tt(e.payload,i.from(y))}},l=o(n).nearest,a=s===void 0?void 0:l,u=n.currentTarget;t.active=l,t.over.querySelector(`[id="${e.id(`handle-${l}`)}"]`)?.focus({preventScroll:!0});let p=e.response,m=s===void 0,f=g=>{let{nearest:b,text:y}=o(g),k=a??b,M=r.map((_,ye)=>ye).filter(_=>l<k?_>l&&_<=k:_>=k&&_<l);p=st({...e,response:p},M.length?M:[k],y),l=k,m=!0,e.preview(p)},$=()=>{u.removeEventListener("pointermove",f),u.removeEventListener("lostpointercapture",$);let g=p.values?.[l];m&&e.change(p,g?nt(e,l,g):void 0)};u.setPointerCapture(n.pointerId),u.addEventListener("pointermove",f),u.addEventListener("lostpointercapture",$),s===void 0&&f(n)}var Kt=(e,t)=>e.reduce((n,s,r)=>Math.abs(s-t)<Math.abs(e[n]-t)?r:n,0);function Bn(e,t,n){let{columns:s,up:r}=rt(e,t),[i,o]=t.place(n),l=Kt(s,i),a=tt(e.payload,r.from(o));t.active=l,e.change(st(e,[l],a),nt(e,l,a))}var et=({payload:e,over:t,recalled:n})=>t&&(n||e.reveal!=="on-recall"),pe={commits:!0,clean(e,t){let n={},s=Array.isArray(e.values)?e.values:[],r=(t.xs??[]).map((i,o)=>S(s[o]).slice(0,40)||null);r.some(i=>i!==null)&&(n.values=r);for(let i of["low","high","because"])S(e[i])&&(n[i]=e[i]);return e.committed===!0&&(n.committed=!0),n},extent(e,t){return Object.keys(e).length?pe.lacks(e,t)===null?"complete":"partial":"empty"},lacks(e,t){let n=ee(t,e),{xs:s=[]}=t,r=s.filter((o,l)=>!n[l]?.trim());if(r.length)return c("lacks.points",{x:r.join(", "),n:r.length});let i=s.find((o,l)=>G(n[l])===null);if(i!==void 0)return c("lacks.point.form",{x:i});if(t.range){let o=Qe(e);if(o)return o}return t.because&&!e.because?.trim()?c("lacks.because"):null},show(e,t){let{payload:n,response:s,sealed:r,over:i}=e,o=rt(e,t),l=et(e),{columns:a,left:u,right:p,top:m,bottom:f,heights:$}=o,g=l?(r.truth??[]).map(A=>A===null?null:o.held(o.up.to(A))):[],b=[G(s.low),G(s.high)],[y,k]=b.map(A=>A===null?null:o.held(o.up.to(A))),M=a.at(-1)??0,_=o.begin?.[0]??a[0],ye=Number($.findLast(A=>A!==null)??f)<=Number(g.findLast(A=>A!==null)??f);t.put(r.hidden,l),t.list(l&&r.numbers||t.figure.numbers),t.overlay(E`
      ${i?d:E`<rect class="seminar-over__field" x=${Math.max(u,_)} y=${m} width=${Math.max(0,Math.min(p,M+12)-Math.max(u,_))}
            height=${f-m} @pointerdown=${A=>A.pointerType!=="touch"&&Gt(e,t,A)}
            @click=${A=>A.pointerType!=="mouse"&&Bn(e,t,A)}></rect>`}
      <g aria-hidden="true">
        ${n.range&&y!==null&&k!==null?E`<path class="seminar-over__range" d=${`M${M-5} ${y}H${M+5}M${M} ${y}V${k}M${M-5} ${k}H${M+5}`}></path>`:d}
        <path class="seminar-over__yours" d=${qt(o,$)}></path>
        ${i?$.map((A,cn)=>A===null?d:E`<circle class="seminar-over__point" cx=${a[cn]} cy=${A} r="3.2"></circle>`):d}
        ${l?E`<path class="seminar-over__truth ${e.fresh?"seminar-over__truth--fresh":""}" pathLength="1" d=${qt(o,g)}></path>`:d}
        ${Vt(o,$,c("draw.yours"),"seminar-over__label--yours",ye)}
        ${l?Vt(o,g,c("draw.truth"),"",!ye):d}
      </g>
      ${i?d:Hn(e,t,o)}`)},body(e){let{payload:t,response:n}=e,{xs:s=[],unit:r}=t,i=ee(t,n),o=l=>e.change(pe.clean({...n,...l},t));return h`<fieldset class="seminar-fields seminar-series">
        <legend class="seminar-how">${c("draw.how")} ${r?c("draw.unit",{unit:r}):d}</legend>
        ${s.map((l,a)=>Yt({id:e.id(`value-${a}`),label:l,value:i[a]??"",input:u=>o({values:i.map((p,m)=>m===a?u:p)})}))}
      </fieldset>
      ${t.range?Xe(e,o,c("draw.range",{x:s.at(-1)??""})):d}
      ${t.because?he(e,o):d}`},after(e){let{payload:t,response:n,sealed:s}=e,{xs:r=[],unit:i=""}=t,o=et(e),l=Ee(t),a=ee(t,n),u=s.truth??[],p=(t.figure?.numbers??s.numbers)?.columns[0],m=$=>{let g=u[$]??null,b=G(a[$]),y=g===null||b===null?null:Number((b-g).toFixed(l));return h`<td>${g===null?c("draw.unknown"):me(g.toFixed(l))}</td>
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
      ${t.range?h`<p class="seminar-held">${Pn(e,o)}</p>`:d}
      ${o?On(e):d}
      ${n.because?h`<p class="seminar-label">${c("predict.reason")}</p><p class="seminar-said__reason">${n.because}</p>`:d}`},revealed:et};function On({payload:e,sealed:t}){let{xs:n=[],start:s,unit:r=""}=e,i=s?[s.x,...n]:n,o=s?[s.y,...t.truth??[]]:t.truth??[],l=(t.turning??[]).map(a=>{let u=i.indexOf(a),p=o.slice(u+1).find(f=>f!==null&&f!==o[u]),m=me(Number(o[u]).toFixed(Ee(e)));return c(Number(p)>Number(o[u])?"draw.rose":"draw.fell",{x:a,value:m,unit:r})});return l.length?h`<p class="seminar-label">${c("draw.turning")}</p>
    <ul class="seminar-turning">${l.map(a=>h`<li>${a}</li>`)}</ul>`:d}function Pn({payload:e,response:t,sealed:n},s){let{low:r="",high:i=""}=t,o={x:(e.xs??[]).at(-1)??"",low:r,high:i,unit:e.unit??""},l=n.truth?.at(-1)??null;if(!s||l===null)return c("draw.range.yours",o);let a=me(l.toFixed(Ee(e))),u=l<Number(G(r)),p=l>Number(G(i));return c(u?"draw.range.below":p?"draw.range.above":"draw.range.held",{...o,truth:a})}var Rn=5,at=e=>e.figure?.grid?.parameters??[];function fe({kind:e,values:t,initial:n},s){if(s===void 0)return{at:n,exact:!0};let r=t.findIndex(a=>String(a)===s);if(r>=0||e==="choice")return{at:r<0?n:r,exact:!0};let i=Number(s),o=a=>Math.abs(Number(t[a])-i),l=t.reduce((a,u,p)=>o(p)<o(a)?p:a,0);return{at:l,exact:o(l)===0}}var te=(e,t)=>Object.hasOwn(e.values??{},t)?e.values[t]:void 0,Jt=(e,t)=>Object.fromEntries(at(e).map(({name:n,values:s,initial:r})=>[n,te(t,n)??String(s[r])])),it=({payload:e,response:t},n,s)=>({...t,values:{...Jt(e,t),[n]:s}}),Zt=(e,t)=>Lt(e.figure?.grid,at(e).map(n=>fe(n,te(t,n.name)).at));function ot({payload:e},t){let n=Zt(e,t),s=(e.figure?.grid?.marks??[]).filter(({attribute:r,values:i})=>r==="text"&&i.length>1);return[...new Set(s.map(({values:r,states:i})=>r[i[n]]))].slice(0,8).join("; ")}function In(e,t){let{name:n,label:s,values:r,texts:i}=t,o=te(e.response,n),{at:l,exact:a}=fe(t,o),u=a?i[l]:`${o}${i[l].replace(/^\S+/,"")}`,p=f=>it(e,n,String(r[Number(f.target.value)])),m=f=>{let $=f.target,g=N($.value),b=r.map(Number);if(g===null||Number(g)<Math.min(...b)||Number(g)>Math.max(...b))return e.say(c("explore.form",{low:i[0],high:i[i.length-1]})),e.redraw();let y=fe(t,g),k=it(e,n,y.exact||!e.kernel?String(r[y.at]):g);e.change(k,`${y.exact||e.kernel?"":c("explore.near",{text:i[y.at]})} ${ot(e,k)}`)};return h`<div class="seminar-slider">
    <div class="seminar-slider__head">
      <label class="seminar-number__label" for=${e.id(`slider-${n}`)}>${s}</label>
      <output class="seminar-slider__value" aria-live="off" for=${e.id(`slider-${n}`)}>${u}</output>
    </div>
    <input
      type="range"
      id=${e.id(`slider-${n}`)}
      min="0"
      max=${r.length-1}
      step="1"
      aria-valuetext=${u}
      .value=${v(String(l))}
      @input=${f=>e.preview(p(f))}
      @change=${f=>{let $=p(f);e.change($,ot(e,$))}}
    />
    <input
      class="seminar-input"
      id=${e.id(`box-${n}`)}
      type="text"
      inputmode="decimal"
      autocomplete="off"
      maxlength="30"
      aria-label=${c("explore.box",{label:s})}
      .value=${v(String(a?r[l]:o))}
      @change=${m}
    />
  </div>`}function jn(e,t){let{name:n,label:s,values:r,texts:i}=t,{at:o}=fe(t,te(e.response,n)),l=a=>{let u=it(e,n,String(r[a]));e.change(u,ot(e,u))};return r.length>Rn?h`<div class="seminar-slider">
      <label class="seminar-number__label" for=${e.id(`menu-${n}`)}>${s}</label>
      <select
        class="seminar-select"
        id=${e.id(`menu-${n}`)}
        .value=${v(String(o))}
        @change=${a=>l(Number(a.target.value))}
      >
        ${i.map((a,u)=>h`<option value=${u} ?selected=${u===o}>${a}</option>`)}
      </select>
    </div>`:h`<fieldset class="seminar-fields seminar-slider">
    <legend class="seminar-number__label">${s}</legend>
    <div class="seminar-sort__boxes">
      ${i.map((a,u)=>h`<label class="seminar-box ${u===o?"seminar-box--on":""}">
            <input type="radio" id=${e.id(`${n}-${u}`)} name=${e.id(n)} .checked=${v(u===o)} @change=${()=>l(u)} />
            <span>${a}</span>
          </label>`)}
    </div>
  </fieldset>`}var He={clean(e,t){let n=I.clean(e,t),s={};for(let{name:r,kind:i,values:o}of at(t)){let l=S(te(e,r)),a=i==="slider"?N(l):null;(a!==null&&Number(a)>=Number(o[0])&&Number(a)<=Number(o.at(-1))||o.some(p=>String(p)===l))&&(s[r]=l)}return Object.keys(s).length&&(n.values=s),S(e.because)&&(n.because=e.because),n},extent(e,t){return Object.keys(e).length?He.lacks(e,t)===null?"complete":"partial":"empty"},lacks(e,t){return t.ask==="choice"&&e.choice===void 0?c("lacks.choice"):t.ask==="value"&&!e.values?c("lacks.setting"):t.because&&!e.because?.trim()?c("lacks.because"):null},stays:(e,t,{ask:n})=>n==="choice"?e.choice===t.choice:n==="because"&&!!e.because?.trim(),body:e=>{let{payload:t,response:n}=e;return h`${t.ask==="choice"?I.body({...e,change:(s,r)=>e.change({...n,...s},r)}):d}
    ${t.because?he(e,s=>e.change(He.clean({...n,...s},t))):d}`},show(e,t){let{payload:n,response:s,kernel:r}=e,{grid:i}=t.figure;if(!i)return;let l=i.parameters.some(a=>!fe(a,te(s,a.name)).exact)&&r?.ask(Jt(n,s))||null;t.drive(h`<div class="seminar-sliders">
      ${i.parameters.map(a=>a.kind==="slider"?In(e,a):jn(e,a))}
      ${l?.error?h`<p class="seminar-lacking">${l.error}</p>`:d}
    </div>`),l&&!l.error?t.take(l):t.apply(i,Zt(n,s))},remark:e=>e.sealed.rule.kind==="bands"?Ce.remark?.(e)??d:d,verdict:e=>e.detail.reason==="complete"?c("explore.noted"):null};var Dn=(e,t)=>Array.isArray(e)&&e.length===t&&[...e].sort((n,s)=>n-s).every((n,s)=>n===s),lt=(e,t)=>t.order??e.shown??(e.items??[]).map((n,s)=>s);function Qt(e,t,n){let s=lt(e.payload,e.response),r=H((e.payload.items??[])[s[t]]);if(n<0)return e.say(c("move.first",{item:r}));if(n>=s.length)return e.say(c("move.last",{item:r}));let i=s.filter((o,l)=>l!==t);return i.splice(n,0,s[t]),e.change({order:i},c("move.done",{item:r,position:n+1,n:s.length}))}function Yn(e,t,n){if(n.button!==0)return;n.preventDefault();let s=n.currentTarget,r=s.closest("ol"),i=s.closest("li");i.classList.add("seminar-row--dragged");let o=a=>{let p=lt(e.payload,e.response).indexOf(t),m=[...r.children].map($=>$.getBoundingClientRect()),f=p;for(;f>0&&a.clientY<m[f-1].top+m[f-1].height/2;)f-=1;for(;f<m.length-1&&a.clientY>m[f+1].top+m[f+1].height/2;)f+=1;f!==p&&Qt(e,p,f)},l=()=>{i.classList.remove("seminar-row--dragged"),window.removeEventListener("pointermove",o),window.removeEventListener("pointerup",l),window.removeEventListener("pointercancel",l)};window.addEventListener("pointermove",o),window.addEventListener("pointerup",l),window.addEventListener("pointercancel",l)}var Xt={clean:(e,t)=>Dn(e.order,(t.items??[]).length)?{order:e.order}:{},extent:e=>e.order?"complete":"empty",lacks:e=>e.order?null:c("lacks.order"),body(e){let t=e.payload.items??[],n=lt(e.payload,e.response),s=e.checked?.order?.every((r,i)=>r===n[i])??!1;return h`<fieldset class="seminar-fields">
      <legend class="seminar-how">${c("order.how")}</legend>
      <ol class="seminar-order">
        ${V(n,r=>r,(r,i)=>h`<li class="seminar-row">
              <span class="seminar-row__grip" title=${c("move.drag")} aria-hidden="true"
                @pointerdown=${o=>Yn(e,r,o)}
                ><svg viewBox="0 0 10 16"><path d="M3 4h.01M7 4h.01M3 8h.01M7 8h.01M3 12h.01M7 12h.01"></path></svg></span>
              <span class="seminar-row__place" aria-hidden="true">${i+1}</span>
              <span class="seminar-row__text">${x(t[r])}</span>
              ${zt(e,r,i,-1,n.length)} ${zt(e,r,i,1,n.length)}
              ${s&&e.detail.joins[i]?h`<span class="seminar-row__join">${ae("right")}<span class="seminar-sr">${c("neighbour.right")}</span></span>`:d}
            </li>`)}
      </ol>
    </fieldset>`},remark(e){let t=e.checked?.order;if(!t)return d;let n=t.length-1,s=e.detail.kept,r=s<n?e.sealed.feedback?.otherwise:null;return h`<div class="seminar-remark">
      ${s<n?h`<p>${c("neighbours",{right:s,n})}</p>`:d} ${x(r)}
    </div>`}};function zt(e,t,n,s,r){let i=H((e.payload.items??[])[t]),o=n+s<0||n+s>=r;return h`<button
    class="seminar-move"
    type="button"
    id=${e.id(`${s<0?"up":"down"}-${t}`)}
    aria-label=${c(s<0?"move.up":"move.down",{item:i})}
    aria-disabled=${o?"true":d}
    @click=${()=>Qt(e,n,n+s)}
  >
    <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${s<0?"M3.5 10 8 5.5 12.5 10":"M3.5 6 8 10.5 12.5 6"}></path></svg>
  </button>`}var en={...I,body:e=>h`<p class="seminar-how seminar-noprint">${c("read.how")}</p>
    ${I.body(e)}`,show(e,t){let{options:n=[],marks:s=[]}=e.payload,r=e.response.choice;t.svg.classList.toggle("seminar-reading",r!==void 0),s.forEach((i,o)=>{let l=t.find(i)?.classList;l?.add("seminar-pick"),l?.toggle("seminar-pick--on",o===r)}),t.svg.onclick=i=>{let o=t.nearest(s,i);o!==void 0&&e.change({choice:o},c("read.chosen",{text:H(n[o])}))},t.overlay(d)}};var tn={...ue,show({over:e,sealed:t},n){n.put(t.hidden,e),n.list(e&&t.numbers||n.figure.numbers)},revealed:({over:e})=>e};var nn={"single-choice":I,"multiple-choice":jt,numeric:Ce,ordering:Xt,matching:Ve,classification:Ge,"short-text":Ft,prediction:ue,draw:pe,explore:He,reveal:tn,read:en};var w=class extends Error{constructor(t){super(t??"empty"),this.problem=t}};function dt(e,t){let n=e.points;try{return Fn(e,t)}catch(s){if(!(s instanceof w))throw s;let{problem:r}=s;return{points:0,of:n,detail:r===null?{reason:"empty"}:{reason:"malformed",problem:r}}}}function Fn(e,t){if(typeof t!="object"||t===null||Array.isArray(t))throw new w("not-an-object");let n=t;switch(e.kind){case"choices":return ge(e,...Wn(e,n));case"bands":return ge(e,...Vn(e,n));case"order":return ge(e,...Kn(e,n));case"assign":return ge(e,...Jn(e,n));case"by-hand":return Zn(e,n);case"complete":return rn(e,n);case"series":return zn(e,n);default:throw new Error(`unknown kind of rule: ${JSON.stringify(e)}`)}}function ge(e,t,n){let s=Math.max(t[0],0),r=t[1],i=s===r?"right":s?"partly":"wrong";return{points:Un(e.points,s,r),of:e.points,detail:{reason:i,...n}}}function Un(e,t,n){return sn(e*t+sn(n,2),n)}function sn(e,t){return(e-e%t)/t}function Wn(e,t){let n=e.correct.length,s=new Set(e.policy==="one"?[Pe(D(t,"choice"),n)]:ht(D(t,"choices"),n)),r=e.correct.map((a,u)=>s.has(u)?a?"right":"wrong":a?"missed":"left"),i=Le(r,"right"),o=Le(r,"wrong"),l=Le(r,"missed");return[qn(e.policy,n,i,o,l),{options:r}]}function qn(e,t,n,s,r){let i=n+r,o=t-i;switch(e){case"one":return[n,1];case"each-item":return[t-s-r,t];case"all-or-nothing":return[s||r?0:1,1];case"false":case"false2":{if(!i)return[s?0:1,1];if(!o)return[n,i];let l=e==="false2"?Math.max(o,2):o;return[n*l-s*i,i*l]}default:throw new Error(`unknown policy: ${e}`)}}function Vn(e,t){let n=$e(Gn(e,t)),s=e.bands.findIndex(({from:r,to:i})=>(r===null||j(n,r)>=0)&&(i===null||j(n,i)<=0));return s<0?[[0,100],{band:null}]:[[e.bands[s].credit,100],{band:s}]}function Gn(e,t){if(e.parameter===void 0)return D(t,"number");let n=D(t,"values");if(typeof n!="object"||n===null||Array.isArray(n))throw new w("not-an-object");return D(n,e.parameter)}function Kn(e,t){let n=ht(D(t,"order"),e.length);if(n.length!==e.length)throw new w("wrong-length");let s=n.slice(1).map((o,l)=>o===n[l]+1),r=s.filter(Boolean).length,i=n.map((o,l)=>o===l);return[on(e,[r,e.length-1]),{places:i,joins:s,kept:r}]}function Jn(e,t){let n=Be(D(t,e.field));if(n.length!==e.key.length)throw new w("wrong-length");let s=Array.from(n,i=>be(i)?null:Pe(i,e.targets));if(s.every(i=>i===null))throw new w(null);let r=s.map((i,o)=>i===null?"missed":e.key[o].includes(i)?"right":"wrong");return[on(e,[Le(r,"right"),r.length]),{items:r}]}function Zn(e,t){let n=Oe(D(t,"text")),s=K(t,"checked"),r=be(s)?0:ht(s,e.checklist).length;if(!X(n))throw new w(null);return{points:null,of:e.points,detail:{reason:"by-hand",checked:r}}}function zn(e,t){let n=rn(e,t);if(n.detail.reason!=="complete"||e.bands===null)return n;let s=Be(K(t,"values")),r=e.bands.map(([i,o],l)=>{let a=$e(s[l]);return j(a,i)>=0&&j(a,o)<=0});return ge(e,[r.filter(Boolean).length,r.length],{inside:r})}function rn(e,t){let{needs:n,points:s}=e,r=n.filter(o=>Xn(e,t,o)),i=o=>n.includes(o)&&!r.includes(o);if(i("low")&&i("high")&&j($e(K(t,"low")),$e(K(t,"high")))>0)throw new w("low-above-high");if(r.length===n.length&&!(r.includes("values")&&Qn(t)))throw new w(null);return r.length?{points:0,of:s,detail:{reason:"incomplete",missing:r}}:{points:s,of:s,detail:{reason:"complete"}}}function Qn(e){let t=K(e,"values");return Array.isArray(t)&&!Array.from(t,ct).every(Boolean)}function ct(e){return be(e)||!X(Oe(e))?!0:($e(e),!1)}function Xn(e,t,n){let s=K(t,n);if(be(s))return!0;switch(n){case"committed":if(typeof s!="boolean")throw new w("not-a-boolean");return!s;case"choice":return Pe(s,e.options),!1;case"values":{let{length:r}=e,i=Be(s);if(i.length!==r)throw new w("wrong-length");return Array.from(i,ct).some(Boolean)}case"because":return!X(Oe(s));default:return ct(s)}}function on(e,t){return e.policy==="all-or-nothing"?[t[0]===t[1]?1:0,1]:t}function Le(e,t){return e.filter(n=>n===t).length}function be(e){return e==null}function K(e,t){return Object.hasOwn(e,t)?e[t]:void 0}function D(e,t){let n=K(e,t);if(be(n))throw new w(null);return n}function Be(e){if(!Array.isArray(e))throw new w("not-a-list");return e}function Oe(e){if(typeof e!="string")throw new w("not-text");return e}function $e(e){let t=Oe(e);if(!X(t))throw new w(null);let n=N(t);if(n===null)throw new w("not-a-number");return n}function Pe(e,t){if(typeof e!="number"||!Number.isInteger(e)||e<0||e>=t)throw new w("not-a-position");return e+0}function ht(e,t){let n=Be(e);if(n.length>t)throw new w("wrong-length");let s=Array.from(n,r=>Pe(r,t));if(new Set(s).size!==s.length)throw new w("repeated");return s}function an(e){let t=Uint8Array.from(atob(e),n=>n.charCodeAt(0)^90);return JSON.parse(new TextDecoder().decode(t))}function es(){let e=globalThis,t=Symbol.for("seminar.exercises");return e[t]=(e[t]??0)+1}function ts(e,t){let{shown:n}=t;if(!n)return e;let s=r=>r?.map((i,o)=>r[n.indexOf(o)]);return e.type==="ordering"?{...e,shown:n,items:s(e.items)}:{...e,shown:n,rights:s(e.rights)}}var ut=class{constructor(t,n){this.model=t,this.el=n,this.sealed=an(t.get("payload").sealed),this.payload=ts(t.get("payload"),this.sealed),this.kind=nn[this.payload.type],this.recalled=t.get("view")==="recall",this.prefix=`seminar-${es()}-${this.payload.id}`,this.checked=null,this.detail=null,this.lacking=null,this.asking=!1,this.unfolded=!1,this.fresh=!1,this.draft=null;let{figure:s}=this.payload;this.picture=s?new Se(s,t.get("picture"),this.prefix):null,this.record=null,this.take(),this.unfolded=this.state==="checked"&&this.solved,this.changed=()=>{this.model.get("record")!==this.record&&(this.take(),this.draw())},this.noticed=()=>this.draw(),t.on("change:record",this.changed),t.on("change:notice",this.noticed),t.on("change:answered",this.noticed),this.draw()}stop(){this.model.off?.("change:record",this.changed),this.model.off?.("change:notice",this.noticed),this.model.off?.("change:answered",this.noticed)}take(){let t=this.model.get("record");this.record=t&&typeof t=="object"&&t.response?t:null,this.draft=null,this.fresh=!1,this.lacking=null,this.asking=!1,this.judge(this.record?.state==="checked"?this.response:null)}get response(){return this.draft??(this.record?this.kind.clean(this.record.response,this.payload):{})}get state(){return this.record?.state}get solved(){return this.record?.solution??!1}id(t){return`${this.prefix}-${t}`}judge(t){this.checked=t,this.marked=t?dt(this.sealed.rule,t):null,this.detail=this.marked?.detail??null}keep(t){let{id:n,fingerprint:s}=this.payload;this.record={version:1,id:n,fingerprint:s,response:{},state:"in-progress",attempts:0,hints:0,solution:!1,...this.record,...t,changed:new Date().toISOString()},this.model.set("record",this.record),this.model.save_changes()}change(t,n){this.lacking=null,this.draft=null;let{kind:s,payload:r,checked:i}=this,o=this.state==="checked"&&i&&s.stays?.(t,i,r),l=this.kind.extent(t,this.payload)==="complete";this.keep({response:t,state:o?"checked":l?"answered":"in-progress"}),o&&this.judge(t),this.draw(),n&&this.say(n)}preview(t){this.draft=t,this.draw()}check(){let t=this.kind.lacks(this.response,this.payload);if(t!==null&&this.kind.none&&this.lacking===t)this.keep({response:this.kind.none});else if(t!==null){this.lacking=t,this.draw(),this.say(t);return}this.lacking=null,this.keep({state:"checked",attempts:(this.record?.attempts??0)+1}),this.judge(this.response),this.draw(),this.focus("result"),this.say(this.verdict())}commit(){let t=this.kind.lacks(this.response,this.payload);this.lacking=t,t===null&&(this.keep({response:{...this.response,committed:!0},state:"committed",attempts:(this.record?.attempts??0)+1}),this.fresh=!0),this.draw(),t===null&&this.focus("result"),this.say(t??c("predict.committed",{date:We(this.record?.changed??"")}))}again(){this.judge(null),this.unfolded=!1,this.keep({state:"answered"}),this.draw(),this.focusFirst(),this.say(c("again.said"))}hint(){let t=(this.record?.hints??0)+1;this.keep({hints:t}),this.draw(),this.focus(`hint-${t}`)}solve(){this.unfolded=!this.unfolded,this.unfolded&&this.keep({solution:!0}),this.draw(),this.unfolded&&this.say(c("solution.said"))}ask(t){this.asking=t,this.draw(),this.focus(t?"keep":"reset")}reset(){this.record=null,this.asking=!1,this.unfolded=!1,this.lacking=null,this.judge(null),this.model.set("record",{}),this.model.save_changes(),this.draw(),this.focusFirst(),this.say(c("reset.said"))}verdict(){if(!this.marked)return"";let t=this.kind.verdict?.(this.view());if(t)return t;let{points:n,of:s,detail:r}=this.marked,i=r.reason==="right"?"right":r.reason==="partly"?"partly":"wrong",o=(this.checked?.pairs??this.checked?.boxes??[]).filter(a=>a===null).length,l=[c(`result.${i}`)];return s&&l.push(`${c("points.of",{points:Ue(n??0),n:s/100})}.`),o&&l.push(c("result.open",{n:o})),l.join(" ")}say(t){let n=this.el.querySelector(".seminar-live");n&&(n.textContent=n.textContent===t?`${t} `:t)}focus(t){let n=this.el.querySelector(`[id="${this.id(t)}"]`);n?.focus({preventScroll:!0}),n?.scrollIntoView({block:"nearest"})}focusFirst(){this.el.querySelector(".seminar-answer :is(input:checked, select, textarea, input, button)")?.focus({preventScroll:!0})}view(){return{payload:this.payload,response:this.response,checked:this.checked,detail:this.detail,sealed:this.sealed,over:this.state==="committed",recalled:this.recalled,fresh:this.fresh,kernel:this.model.get("asked")?{ask:t=>this.answer(t)}:null,id:t=>this.id(t),change:(t,n)=>this.change(t,n),preview:t=>this.preview(t),redraw:()=>this.draw(),say:t=>this.say(t)}}answer(t){let n=r=>Object.entries(t).every(([i,o])=>r?.[i]===o),s=this.model.get("answered");return n(s?.asked)?s:(n(this.model.get("asked"))||(this.model.set("asked",t),this.model.save_changes()),null)}draw(){let t=this.el.getRootNode(),n=t.activeElement,s=n instanceof HTMLElement&&this.el.contains(n)?n:null;if(B(this.template(),this.el),this.picture&&this.kind.show?.(this.view(),this.picture),!s||t.activeElement===s)return;((s.isConnected?s:this.el.querySelector(`[id="${s.id}"]`))??this.el.querySelector(".seminar-answer :is(input, select, textarea, button)")??this.el.querySelector("[tabindex]"))?.focus({preventScroll:!0})}template(){let{payload:t}=this,n=this.model.get("notice"),s=this.state==="committed";return h`<div
      class="seminar-card ${this.recalled?"seminar-card--recall":""} ${this.state?`seminar-card--${this.state}`:""}"
      role="group"
      aria-labelledby=${this.id("title")}
      @keydown=${r=>{r.key==="Escape"&&this.asking&&this.ask(!1)}}
    >
      ${this.head()}
      ${n?h`<p class="seminar-notice">${c(`notice.${n}`)}</p>`:d}
      ${this.recalled&&!s?h`<p class="seminar-aside">${c("predict.lacking")}</p>`:d}
      <div class="seminar-prompt" id=${this.id("prompt")}>${x(t.prompt)}</div>
      ${this.picture?.el??d}
      ${s?this.after():h`<div class="seminar-answer">${this.kind.body(this.view())}</div>`}
      ${this.lacking?h`<p class="seminar-lacking">${this.lacking}</p>`:d} ${this.result()} ${this.hints()}
      ${this.actions()}
      ${this.unfolded&&this.sealed.solution?h`<div class="seminar-solution" id=${this.id("solution")}>
            <p class="seminar-label">${c("solution")}</p>
            ${x(this.sealed.solution)} ${this.notes()}
          </div>`:d}
      <div class="seminar-live seminar-sr" role="status" aria-live="polite"></div>
    </div>`}head(){let{level:t,minutes:n,points:s,title:r}=this.payload,i=this.kind.commits,o=this.recalled?"recall":i?"prediction":"exercise";return h`<div class="seminar-card__head">
      <p class="seminar-kicker">
        <span class="seminar-kicker__what">${c(o)}</span>
        ${i?d:h`<span>${c(`level.${t}`)}</span>`}
        ${this.recalled?d:h`<span>${c("minutes",{n})}</span> ${s?h`<span>${c("points",{n:s/100})}</span>`:d}`}
      </p>
      <p class="seminar-card__title" id=${this.id("title")}>${r}</p>
    </div>`}after(){let t=this.view(),n=this.kind.revealed?.(t),{rule:s,outcome:r}=this.sealed,i=n&&s.points?dt(s,this.response):null;return h`<div class="seminar-after" id=${this.id("result")} tabindex="-1" role="group" aria-label=${c("prediction")}>
      <p class="seminar-label">${c("predict.committed",{date:We(this.record?.changed??"")})}</p>
      ${this.kind.after?.(t)??d}
      ${i?h`<p class="seminar-earned">${c("points.of",{points:Ue(i.points??0),n:i.of/100})}.</p>`:d}
      ${n&&r?h`<div class="seminar-outcome">
            <p class="seminar-label">${c("predict.outcome")}</p>
            ${x(r)}
          </div>`:d}
      ${n?d:h`<p class="seminar-aside">${c("predict.later")}</p>`}
    </div>`}result(){if(this.state!=="checked"||!this.marked)return d;let{reason:t}=this.marked.detail,n=t==="right"?"right":t==="by-hand"||t==="complete"?"noted":t==="partly"?"partly":"wrong",s=this.record?.attempts??0;return h`<div
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
      ${this.sealed.rule.policy==="all-or-nothing"&&t!=="right"?h`<p class="seminar-remark">${c("result.all")}</p>`:d}
    </div>`}hints(){let t=Math.min(this.record?.hints??0,this.payload.hints);return t?h`<ol class="seminar-hints">
      ${(this.sealed.hints??[]).slice(0,t).map((n,s)=>h`<li class="seminar-hint" id=${this.id(`hint-${s+1}`)} tabindex="-1">
            <p class="seminar-label">${this.payload.hints>1?c("hint.label",{k:s+1}):c("hint")}</p>
            ${x(n)}
          </li>`)}
    </ol>`:d}actions(){let{payload:t,record:n}=this;if(this.asking)return h`<div class="seminar-actions seminar-actions--ask" role="group" aria-labelledby=${this.id("ask")}>
        <p class="seminar-ask" id=${this.id("ask")}>${c("reset.ask")}</p>
        <button class="seminar-button" type="button" id=${this.id("clear")} @click=${()=>this.reset()}>${c("reset.yes")}</button>
        <button class="seminar-button" type="button" id=${this.id("keep")} @click=${()=>this.ask(!1)}>${c("reset.no")}</button>
      </div>`;let s=this.kind.commits;if(this.state==="committed")return this.sealed.solution&&this.kind.revealed?.(this.view())?h`<div class="seminar-actions">${this.solveButton()}</div>`:d;let r=t.type==="short-text",i=this.state==="checked",o=this.marked?.detail.reason==="right",l=Math.min(n?.hints??0,t.hints),a=(n?.attempts??0)>0;return h`<div class="seminar-actions">
      ${s?h`<button class="seminar-button seminar-button--main" type="button" id=${this.id("commit")} @click=${()=>this.commit()}>
            ${c("commit")}
          </button>`:d}
      ${!s&&!i?h`<button class="seminar-button seminar-button--main" type="button" id=${this.id("check")} @click=${()=>this.check()}>
            ${c(r?"compare":"check")}
          </button>`:d}
      ${i&&!o&&!r?h`<button class="seminar-button seminar-button--main" type="button" id=${this.id("again")} @click=${()=>this.again()}>
            ${c("again")}
          </button>`:d}
      ${l<t.hints&&!o?h`<button class="seminar-button" type="button" id=${this.id("hint")} @click=${()=>this.hint()}>
            ${t.hints>1?c("hint.more",{k:l+1,n:t.hints}):c("hint")}
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
    </button>`:d}notes(){let t=this.sealed.notes??[];return this.payload.type!=="ordering"?d:h`<ol class="seminar-notes">
      ${(this.payload.items??[]).map((n,s)=>h`<li>${x(n)}${t[s]?h`<div>${x(t[s])}</div>`:d}</li>`)}
    </ol>`}};function ln({model:e,el:t}){t.classList.add("seminar-root");let n=new ut(e,t);return()=>n.stop()}function ns({model:e,el:t}){t.dataset.lmSuppressShortcuts="true";for(let n of["keydown","keypress","keyup"])t.addEventListener(n,s=>s.stopPropagation());return ln({model:e,el:t})}var ti={render:ns};export{ti as default};
