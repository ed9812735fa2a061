"use strict";(()=>{var ke=globalThis,De=t=>t,se=ke.trustedTypes,je=se?se.createPolicy("lit-html",{createHTML:t=>t}):void 0,we="$lit$",v=`lit$${Math.random().toFixed(9).slice(2)}$`,_e="?"+v,Mt=`<${_e}>`,S=document,F=()=>S.createComment(""),q=t=>t===null||typeof t!="object"&&typeof t!="function",xe=Array.isArray,qe=t=>xe(t)||typeof t?.[Symbol.iterator]=="function",ye=`[ 	
\f\r]`,V=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Ue=/-->/g,Ye=/>/g,N=RegExp(`>|${ye}(?:([^\\s"'>=/]+)(${ye}*=${ye}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),We=/'/g,Ve=/"/g,Je=/^(?:script|style|textarea|title)$/i,ve=t=>(e,...s)=>({_$litType$:t,strings:e,values:s}),h=ve(1),rs=ve(2),os=ve(3),k=Symbol.for("lit-noChange"),c=Symbol.for("lit-nothing"),Fe=new WeakMap,E=S.createTreeWalker(S,129);function Ge(t,e){if(!xe(t)||!t.hasOwnProperty("raw"))throw Error("invalid template strings array");return je!==void 0?je.createHTML(e):e}var Ke=(t,e)=>{let s=t.length-1,n=[],i,r=e===2?"<svg>":e===3?"<math>":"",o=V;for(let d=0;d<s;d++){let a=t[d],u,f,p=-1,m=0;for(;m<a.length&&(o.lastIndex=m,f=o.exec(a),f!==null);)m=o.lastIndex,o===V?f[1]==="!--"?o=Ue:f[1]!==void 0?o=Ye:f[2]!==void 0?(Je.test(f[2])&&(i=RegExp("</"+f[2],"g")),o=N):f[3]!==void 0&&(o=N):o===N?f[0]===">"?(o=i??V,p=-1):f[1]===void 0?p=-2:(p=o.lastIndex-f[2].length,u=f[1],o=f[3]===void 0?N:f[3]==='"'?Ve:We):o===Ve||o===We?o=N:o===Ue||o===Ye?o=V:(o=N,i=void 0);let g=o===N&&t[d+1].startsWith("/>")?" ":"";r+=o===V?a+Mt:p>=0?(n.push(u),a.slice(0,p)+we+a.slice(p)+v+g):a+v+(p===-2?d:g)}return[Ge(t,r+(t[s]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),n]},J=class t{constructor({strings:e,_$litType$:s},n){let i;this.parts=[];let r=0,o=0,d=e.length-1,a=this.parts,[u,f]=Ke(e,s);if(this.el=t.createElement(u,n),E.currentNode=this.el.content,s===2||s===3){let p=this.el.content.firstChild;p.replaceWith(...p.childNodes)}for(;(i=E.nextNode())!==null&&a.length<d;){if(i.nodeType===1){if(i.hasAttributes())for(let p of i.getAttributeNames())if(p.endsWith(we)){let m=f[o++],g=i.getAttribute(p).split(v),y=/([.?@])?(.*)/.exec(m);a.push({type:1,index:r,name:y[2],strings:g,ctor:y[1]==="."?ie:y[1]==="?"?re:y[1]==="@"?oe:I}),i.removeAttribute(p)}else p.startsWith(v)&&(a.push({type:6,index:r}),i.removeAttribute(p));if(Je.test(i.tagName)){let p=i.textContent.split(v),m=p.length-1;if(m>0){i.textContent=se?se.emptyScript:"";for(let g=0;g<m;g++)i.append(p[g],F()),E.nextNode(),a.push({type:2,index:++r});i.append(p[m],F())}}}else if(i.nodeType===8)if(i.data===_e)a.push({type:2,index:r});else{let p=-1;for(;(p=i.data.indexOf(v,p+1))!==-1;)a.push({type:7,index:r}),p+=v.length-1}r++}}static createElement(e,s){let n=S.createElement("template");return n.innerHTML=e,n}};function H(t,e,s=t,n){if(e===k)return e;let i=n!==void 0?s._$Co?.[n]:s._$Cl,r=q(e)?void 0:e._$litDirective$;return i?.constructor!==r&&(i?._$AO?.(!1),r===void 0?i=void 0:(i=new r(t),i._$AT(t,s,n)),n!==void 0?(s._$Co??=[])[n]=i:s._$Cl=i),i!==void 0&&(e=H(t,i._$AS(t,e.values),i,n)),e}var ne=class{constructor(e,s){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=s}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:s},parts:n}=this._$AD,i=(e?.creationScope??S).importNode(s,!0);E.currentNode=i;let r=E.nextNode(),o=0,d=0,a=n[0];for(;a!==void 0;){if(o===a.index){let u;a.type===2?u=new L(r,r.nextSibling,this,e):a.type===1?u=new a.ctor(r,a.name,a.strings,this,e):a.type===6&&(u=new ae(r,this,e)),this._$AV.push(u),a=n[++d]}o!==a?.index&&(r=E.nextNode(),o++)}return E.currentNode=S,i}p(e){let s=0;for(let n of this._$AV)n!==void 0&&(n.strings!==void 0?(n._$AI(e,n,s),s+=n.strings.length-2):n._$AI(e[s])),s++}},L=class t{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,s,n,i){this.type=2,this._$AH=c,this._$AN=void 0,this._$AA=e,this._$AB=s,this._$AM=n,this.options=i,this._$Cv=i?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,s=this._$AM;return s!==void 0&&e?.nodeType===11&&(e=s.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,s=this){e=H(this,e,s),q(e)?e===c||e==null||e===""?(this._$AH!==c&&this._$AR(),this._$AH=c):e!==this._$AH&&e!==k&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):qe(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==c&&q(this._$AH)?this._$AA.nextSibling.data=e:this.T(S.createTextNode(e)),this._$AH=e}$(e){let{values:s,_$litType$:n}=e,i=typeof n=="number"?this._$AC(e):(n.el===void 0&&(n.el=J.createElement(Ge(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===i)this._$AH.p(s);else{let r=new ne(i,this),o=r.u(this.options);r.p(s),this.T(o),this._$AH=r}}_$AC(e){let s=Fe.get(e.strings);return s===void 0&&Fe.set(e.strings,s=new J(e)),s}k(e){xe(this._$AH)||(this._$AH=[],this._$AR());let s=this._$AH,n,i=0;for(let r of e)i===s.length?s.push(n=new t(this.O(F()),this.O(F()),this,this.options)):n=s[i],n._$AI(r),i++;i<s.length&&(this._$AR(n&&n._$AB.nextSibling,i),s.length=i)}_$AR(e=this._$AA.nextSibling,s){for(this._$AP?.(!1,!0,s);e!==this._$AB;){let n=De(e).nextSibling;De(e).remove(),e=n}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},I=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,s,n,i,r){this.type=1,this._$AH=c,this._$AN=void 0,this.element=e,this.name=s,this._$AM=i,this.options=r,n.length>2||n[0]!==""||n[1]!==""?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=c}_$AI(e,s=this,n,i){let r=this.strings,o=!1;if(r===void 0)e=H(this,e,s,0),o=!q(e)||e!==this._$AH&&e!==k,o&&(this._$AH=e);else{let d=e,a,u;for(e=r[0],a=0;a<r.length-1;a++)u=H(this,d[n+a],s,a),u===k&&(u=this._$AH[a]),o||=!q(u)||u!==this._$AH[a],u===c?e=c:e!==c&&(e+=(u??"")+r[a+1]),this._$AH[a]=u}o&&!i&&this.j(e)}j(e){e===c?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},ie=class extends I{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===c?void 0:e}},re=class extends I{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==c)}},oe=class extends I{constructor(e,s,n,i,r){super(e,s,n,i,r),this.type=5}_$AI(e,s=this){if((e=H(this,e,s,0)??c)===k)return;let n=this._$AH,i=e===c&&n!==c||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,r=e!==c&&(n===c||i);i&&this.element.removeEventListener(this.name,this,n),r&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},ae=class{constructor(e,s,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=s,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){H(this,e)}},Qe={M:we,P:v,A:_e,C:1,L:Ke,R:ne,D:qe,V:H,I:L,H:I,N:re,U:oe,B:ie,F:ae},Nt=ke.litHtmlPolyfillSupport;Nt?.(J,L),(ke.litHtmlVersions??=[]).push("3.3.3");var G=(t,e,s)=>{let n=s?.renderBefore??e,i=n._$litPart$;if(i===void 0){let r=s?.renderBefore??null;n._$litPart$=i=new L(e.insertBefore(F(),r),r,void 0,s??{})}return i._$AI(t),i};var _={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},R=t=>(...e)=>({_$litDirective$:t,values:e}),A=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,s,n){this._$Ct=e,this._$AM=s,this._$Ci=n}_$AS(e,s){return this.update(e,s)}update(e,s){return this.render(...s)}};var K=class extends A{constructor(e){if(super(e),this.it=c,e.type!==_.CHILD)throw Error(this.constructor.directiveName+"() can only be used in child bindings")}render(e){if(e===c||e==null)return this._t=void 0,this.it=e;if(e===k)return e;if(typeof e!="string")throw Error(this.constructor.directiveName+"() called with a non-string value");if(e===this.it)return this._t;this.it=e;let s=[e];return s.raw=s,this._t={_$litType$:this.constructor.resultType,strings:s,values:[]}}};K.directiveName="unsafeHTML",K.resultType=1;var Xe=R(K);var le={locale:"en-GB",exercise:"Exercise",prediction:"Prediction",figure:"the figure",recall:"Your prediction, met again","level.check":"Check","level.apply":"Apply","level.argue":"Argue",minutes:{one:"{n} minute",other:"{n} minutes"},points:{one:"{n} point",other:"{n} points"},"points.of":{one:"{points} of {n} point",other:"{points} of {n} points"},answer:"Your answer","choose.one":"Choose one.","choose.any":"Choose all that apply.","order.how":"Put into order with the arrows, or drag.","order.on.paper":"Number these in the right order.","match.how":"Choose a partner for each.","match.choices":"To choose from","sort.how":"Choose a box for each.","select.none":"choose …","move.up":"Move up: {item}","move.down":"Move down: {item}","move.drag":"Drag to reorder","move.done":"Moved “{item}” to position {position} of {n}.","move.first":"“{item}” is first already.","move.last":"“{item}” is last already.",neighbours:{one:"{right} of {n} neighbouring pair stands right.",other:"{right} of {n} neighbouring pairs stand right."},"neighbour.right":"These two belong together in this order",check:"Check",compare:"Compare with a model answer",commit:"Commit my prediction",again:"Try again","again.said":"Feedback cleared. Change your answer and check it again.",hint:"Hint","hint.more":"Hint {k} of {n}","hint.label":"Hint {k}",solution:"Solution","solution.show":"Show the solution","solution.hide":"Hide the solution","solution.said":"The solution is shown below.",reset:"Start over","reset.ask":"Clear your answer to this exercise, and begin again?","reset.yes":"Clear my answer","reset.no":"Keep it","reset.said":"Answer cleared.",result:"Result","result.right":"Right.","result.partly":"Partly right.","result.wrong":"Not yet.","result.open":{one:"You left {n} open.",other:"You left {n} open."},"result.all":"Only a wholly right answer earns points.",found:{one:"You found {right} of the {n} that applies.",other:"You found {right} of the {n} that apply."},"found.none":"None of them applies.","found.wrong":{one:"{n} is wrongly chosen.",other:"{n} are wrongly chosen."},"found.costs":{one:"{n} wrong choice takes points off.",other:"{n} wrong choices take points off."},"result.attempt":{one:"{n} try",other:"{n} tries"},"mark.right":"Right","mark.wrong":"Not right","mark.missed":"Missed","mark.taken":"Wrongly chosen","lacks.choice":"Choose an answer first.","lacks.choices":"Choose what applies. If you mean that none does, press Check once more.","lacks.number":"Write a number first.","lacks.number.form":"Write a plain number, such as 11.2 or 11,2, without a thousands mark or a unit.","lacks.order":"Move at least one of them first.","lacks.pairs":"Choose at least one partner first.","lacks.boxes":"Choose a box for at least one first.","lacks.text":"Write an answer first.","lacks.low":"Write the low end of your range, as a number.","lacks.high":"Write the high end of your range, as a number.","lacks.range":"The low end of your range lies above the high end.","lacks.because":"Write a sentence of reason first.","text.words":{one:"{n} word",other:"{n} words"},"text.about":{one:"{n} word; about {most} are enough",other:"{n} words; about {most} are enough"},"text.model":"A model answer","text.checklist":"Does your answer say this? Tick what it does.","text.ticked":"{k} of {n} ticked. Only a reader can mark this.","text.by.hand":"Only a reader can mark this.","predict.range":"Your 80 per cent range: you would be surprised, one time in five, by a figure outside it.","predict.low":"Low end","predict.high":"High end","predict.because":"Because …","predict.note":"A prediction is committed once, and stays as it is. You will meet it again.","predict.committed":"Committed on {date}.","predict.later":"You will meet it again further on.","predict.yours":"You predicted","predict.between":"between {low} and {high}","predict.reason":"Your reason","predict.lacking":"You have not made this prediction yet. Make it now, before reading on.","predict.outcome":"What happened","notice.refused":"This browser keeps nothing for this page, so your answers will be gone when you close it. Everything works until then.","notice.full":"The browser’s storage for this site is full, so your latest answers will be gone when you close this page. Everything works until then.","notice.unreadable":"What was saved for this exercise cannot be read. It has been put aside, and the exercise begins anew.","notice.changed":"This exercise has been changed since you answered it. Your earlier answer has been put aside, and the exercise begins anew.",progress:{one:"{done} of {n} exercise answered",other:"{done} of {n} exercises answered"},"progress.all":{one:"The exercise is answered",other:"All {n} exercises answered"},"progress.next":"Next: {title}","progress.label":"Your progress on this page","paper.alone":"This exercise answers back where scripts run."};var St=new Intl.PluralRules(le.locale);function l(t,e={}){let s=le[t];return(typeof s=="string"?s:s[St.select(Number(e.n))]??s.other).replace(/\{(\w+)\}/g,(i,r)=>String(e[r]??i))}var Ze=t=>String(t/100);function ce(t){let e=new Date(t);return Number.isNaN(e.getTime())?t:e.toLocaleDateString(le.locale,{day:"numeric",month:"long",year:"numeric"})}var{I:Ht}=Qe,ze=t=>t;var tt=t=>t.strings===void 0,et=()=>document.createComment(""),B=(t,e,s)=>{let n=t._$AA.parentNode,i=e===void 0?t._$AB:e._$AA;if(s===void 0){let r=n.insertBefore(et(),i),o=n.insertBefore(et(),i);s=new Ht(r,o,t,t.options)}else{let r=s._$AB.nextSibling,o=s._$AM,d=o!==t;if(d){let a;s._$AQ?.(t),s._$AM=t,s._$AP!==void 0&&(a=t._$AU)!==o._$AU&&s._$AP(a)}if(r!==i||d){let a=s._$AA;for(;a!==r;){let u=ze(a).nextSibling;ze(n).insertBefore(a,i),a=u}}}return s},T=(t,e,s=t)=>(t._$AI(e,s),t),It={},he=(t,e=It)=>t._$AH=e,st=t=>t._$AH,de=t=>{t._$AR(),t._$AA.remove()};var nt=(t,e,s)=>{let n=new Map;for(let i=e;i<=s;i++)n.set(t[i],i);return n},O=R(class extends A{constructor(t){if(super(t),t.type!==_.CHILD)throw Error("repeat() can only be used in text expressions")}dt(t,e,s){let n;s===void 0?s=e:e!==void 0&&(n=e);let i=[],r=[],o=0;for(let d of t)i[o]=n?n(d,o):o,r[o]=s(d,o),o++;return{values:r,keys:i}}render(t,e,s){return this.dt(t,e,s).values}update(t,[e,s,n]){let i=st(t),{values:r,keys:o}=this.dt(e,s,n);if(!Array.isArray(i))return this.ut=o,r;let d=this.ut??=[],a=[],u,f,p=0,m=i.length-1,g=0,y=r.length-1;for(;p<=m&&g<=y;)if(i[p]===null)p++;else if(i[m]===null)m--;else if(d[p]===o[g])a[g]=T(i[p],r[g]),p++,g++;else if(d[m]===o[y])a[y]=T(i[m],r[y]),m--,y--;else if(d[p]===o[y])a[y]=T(i[p],r[y]),B(t,a[y+1],i[p]),p++,y--;else if(d[m]===o[g])a[g]=T(i[m],r[g]),B(t,i[p],i[m]),m--,g++;else if(u===void 0&&(u=nt(o,g,y),f=nt(d,p,m)),u.has(d[p]))if(u.has(d[m])){let x=f.get(o[g]),be=x!==void 0?i[x]:null;if(be===null){let Be=B(t,i[p]);T(Be,r[g]),a[g]=Be}else a[g]=T(be,r[g]),B(t,i[p],be),i[x]=null;g++}else de(i[m]),m--;else de(i[p]),p++;for(;g<=y;){let x=B(t,a[y+1]);T(x,r[g]),a[g++]=x}for(;p<=m;){let x=i[p++];x!==null&&de(x)}return this.ut=o,he(t,a),k}});var w=R(class extends A{constructor(t){if(super(t),t.type!==_.PROPERTY&&t.type!==_.ATTRIBUTE&&t.type!==_.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!tt(t))throw Error("`live` bindings can only contain a single expression")}render(t){return t}update(t,[e]){if(e===k||e===c)return e;let s=t.element,n=t.name;if(t.type===_.PROPERTY){if(e===s[n])return k}else if(t.type===_.BOOLEAN_ATTRIBUTE){if(!!e===s.hasAttribute(n))return k}else if(t.type===_.ATTRIBUTE&&s.getAttribute(n)===e+"")return k;return he(t),e}});var $=t=>t?Xe(t):c;function C(t){return!t.includes("<")&&!t.includes("&")?t:(new DOMParser().parseFromString(t,"text/html").body.textContent??"").replace(/\s+/g," ").trim()}var Ot={right:"M3 8.5 6.5 12 13 4.5",wrong:"M4 4l8 8M12 4l-8 8",missed:"M8 3.5v6M8 12.2v.3"},Q=t=>h`<svg class="seminar-icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${Ot[t]}></path></svg>`,D=(t,e,s,n)=>h`<div class="seminar-feedback seminar-feedback--${t} ${s?"":"seminar-feedback--bare"}" id=${n}>
    <span class="seminar-mark">${Q(t)}${l(e)}</span>
    ${s?h`<div class="seminar-feedback__text">${$(s)}</div>`:c}
  </div>`,M=(t,e)=>Number.isInteger(t)&&Number(t)>=0&&Number(t)<e?Number(t):void 0;function X(t,e,s){let n=Array.isArray(t)?t:[];return Array.from({length:e},(i,r)=>M(n[r],s)??null)}function Z(t){let e=t.filter(s=>s!==null).length;return e===0?"empty":e<t.length?"partial":"complete"}var Pt=5,Lt=34;function it(t,e,s,n,i){if(!s||s[n]===null||s[n]!==e[n])return c;let r=t.detail.items[n]==="right";return D(r?"right":"wrong",r?"mark.right":"mark.wrong",r?null:i,t.id(`feedback-${n}`))}var rt=(t,e,s)=>t.map((n,i)=>i===e?s:n),ot=(t,e,{order:s,names:n,chosen:i,said:r,change:o})=>h`<select
    class="seminar-select"
    id=${t.id(`item-${e}`)}
    aria-labelledby=${t.id(`text-${e}`)}
    aria-describedby=${r===c?c:t.id(`feedback-${e}`)}
    .value=${w(i===null?"":String(i))}
    @change=${d=>{let{value:a}=d.target;o(a===""?null:Number(a))}}
  >
    <option value="" ?selected=${i===null}>${l("select.none")}</option>
    ${s.map(d=>h`<option value=${d} ?selected=${i===d}>${n[d]}</option>`)}
  </select>`,Ae={clean(t,e){let s=X(t.pairs,(e.lefts??[]).length,(e.rights??[]).length);return Z(s)==="empty"?{}:{pairs:s}},extent:t=>Z(t.pairs??[]),lacks:t=>t.pairs?null:l("lacks.pairs"),body(t){let{lefts:e=[],rights:s=[]}=t.payload,n=t.payload.shown??s.map((a,u)=>u),i=X(t.response.pairs,e.length,s.length),r=s.some(a=>C(a).length>Lt||/<(a|math|em|strong|code)\b/.test(a)),o=s.map((a,u)=>String.fromCharCode(65+n.indexOf(u))),d=s.map((a,u)=>r?`${o[u]}. ${C(a)}`:C(a));return h`<fieldset class="seminar-fields">
      <legend class="seminar-how">${l("match.how")}</legend>
      ${r?h`<ol class="seminar-targets" type="A" aria-label=${l("match.choices")}>
            ${n.map(a=>h`<li>${$(s[a])}</li>`)}
          </ol>`:c}
      ${O(e,(a,u)=>u,(a,u)=>{let f=it(t,i,t.checked?.pairs,u,t.sealed.feedback?.pairs?.[u]);return h`<div class="seminar-pair">
            <div class="seminar-pair__text" id=${t.id(`text-${u}`)}>${$(a)}</div>
            ${ot(t,u,{order:n,names:d,chosen:i[u],said:f,change:p=>t.change(Ae.clean({pairs:rt(i,u,p)},t.payload))})}
            ${f}
          </div>`})}
    </fieldset>`}},Te={clean(t,e){let s=X(t.boxes,(e.items??[]).length,(e.boxes??[]).length);return Z(s)==="empty"?{}:{boxes:s}},extent:t=>Z(t.boxes??[]),lacks:t=>t.boxes?null:l("lacks.boxes"),body(t){let{items:e=[],boxes:s=[]}=t.payload,n=X(t.response.boxes,e.length,s.length),i=s.map((d,a)=>a),r=(d,a)=>t.change(Te.clean({boxes:rt(n,d,a)},t.payload)),o=d=>{let a=t.checked?.boxes?.[d],u=a==null?null:t.sealed.feedback?.items?.[d]?.[a];return it(t,n,t.checked?.boxes,d,u)};if(s.length>Pt){let d=s.map(C);return h`<fieldset class="seminar-fields">
        <legend class="seminar-how">${l("sort.how")}</legend>
        ${e.map((a,u)=>h`<div class="seminar-pair">
              <div class="seminar-pair__text" id=${t.id(`text-${u}`)}>${$(a)}</div>
              ${ot(t,u,{order:i,names:d,chosen:n[u],said:o(u),change:f=>r(u,f)})}
              ${o(u)}
            </div>`)}
      </fieldset>`}return h`<div class="seminar-fields">
      <p class="seminar-how">${l("sort.how")}</p>
      ${e.map((d,a)=>h`<fieldset class="seminar-sort">
            <legend class="seminar-sort__text">${$(d)}</legend>
            <div class="seminar-sort__boxes">
              ${s.map((u,f)=>h`<label class="seminar-box ${n[a]===f?"seminar-box--on":""}">
                    <input
                      type="radio"
                      id=${t.id(`item-${a}-${f}`)}
                      name=${t.id(`item-${a}`)}
                      .checked=${w(n[a]===f)}
                      aria-describedby=${o(a)!==c&&n[a]===f?t.id(`feedback-${a}`):c}
                      @change=${()=>r(a,f)}
                    />
                    <span>${$(u)}</span>
                  </label>`)}
            </div>
            ${o(a)}
          </fieldset>`)}
    </div>`}};var Ce=t=>t.choices??(t.choice===void 0?[]:[t.choice]);function Rt(t,e,s){if(!t.checked)return c;if(Ce(t.checked).includes(e)!==Ce(t.response).includes(e))return c;let i=t.detail.options?.[e],r=t.sealed.feedback?.options?.[e],o=t.id(`feedback-${e}`);return i==="right"?D("right","mark.right",r,o):i==="wrong"?D("wrong",s?"mark.taken":"mark.wrong",r,o):s&&i==="missed"?D("missed","mark.missed",r,o):c}function at(t,e){let s=t.payload.options??[],n=t.payload.shown??s.map((o,d)=>d),i=Ce(t.response),r=o=>{if(!e)return t.change({choice:o});let d=i.includes(o)?i.filter(a=>a!==o):[...i,o].sort((a,u)=>a-u);return t.change({choices:d})};return h`<fieldset class="seminar-fields">
    <legend class="seminar-how">${l(e?"choose.any":"choose.one")}</legend>
    ${O(n,o=>o,o=>{let d=Rt(t,o,e);return h`<div class="seminar-option ${i.includes(o)?"seminar-option--on":""}">
          <label class="seminar-option__label">
            <input
              type=${e?"checkbox":"radio"}
              id=${t.id(`option-${o}`)}
              name=${t.id("option")}
              .checked=${w(i.includes(o))}
              aria-describedby=${d===c?c:t.id(`feedback-${o}`)}
              @change=${()=>r(o)}
            />
            <span class="seminar-option__text">${$(s[o])}</span>
          </label>
          ${d}
        </div>`})}
  </fieldset>`}var lt={clean(t,e){let s=M(t.choice,(e.options??[]).length);return s===void 0?{}:{choice:s}},extent:t=>t.choice===void 0?"empty":"complete",lacks:t=>t.choice===void 0?l("lacks.choice"):null,body:t=>at(t,!1)},ct={clean(t,e){if(!Array.isArray(t.choices))return{};let s=(e.options??[]).length;return{choices:[...new Set(t.choices)].filter(n=>M(n,s)!==void 0).sort((n,i)=>n-i)}},extent:t=>t.choices?"complete":"empty",lacks:t=>t.choices?null:l("lacks.choices"),none:{choices:[]},body:t=>at(t,!0),remark(t){let e=t.detail.options??[],s=e.filter(o=>o==="right").length,n=s+e.filter(o=>o==="missed").length,i=e.filter(o=>o==="wrong").length;if(s===n&&!i)return c;let r=["false","false2"].includes(t.sealed.rule.policy);return h`<p class="seminar-remark">
      ${n?l("found",{right:s,n}):l("found.none")} ${i?l(r?"found.costs":"found.wrong",{n:i}):c}
    </p>`}};var Me=" \\t\\r\\n\\u00a0\\u202f",Bt=new RegExp(`^[${Me}]+|(?<![${Me}])[${Me}]+$`,"g"),Dt=/^([+\-\u2212]?)([0-9]*)(?:[.,]([0-9]*))?$/,jt=30;function j(t){return t.replace(Bt,"")}function P(t){let e=j(t),s=e.length<=jt?Dt.exec(e):null;if(!s||!(s[2]||s[3]))return null;let n=s[2].replace(/^0+/,"")||"0",i=(s[3]??"").replace(/0+$/,""),r=i?`${n}.${i}`:n;return(s[1]==="-"||s[1]==="−")&&r!=="0"?`-${r}`:r}function U(t,e){let s=Math.max(Ne(t),Ne(e)),n=ht(t,s)-ht(e,s);return n<0n?-1:n>0n?1:0}function Ne(t){let e=t.indexOf(".");return e<0?0:t.length-e-1}function ht(t,e){return BigInt(t.replace(".","")+"0".repeat(e-Ne(t)))}var Y=t=>typeof t=="string"?t:"",z=({id:t,label:e,value:s,unit:n,input:i})=>h`<div class="seminar-number">
    <label class="seminar-number__label" for=${t}>${e}</label>
    <span class="seminar-number__row">
      <input
        class="seminar-input"
        id=${t}
        type="text"
        inputmode="decimal"
        autocomplete="off"
        maxlength="40"
        aria-describedby=${n?`${t}-unit`:c}
        .value=${w(s)}
        @input=${r=>i(r.target.value)}
      />
      ${n?h`<span class="seminar-number__unit" id=${`${t}-unit`}>${n}</span>`:c}
    </span>
  </div>`,dt={clean(t){let e=Y(t.number);return e.trim()?{number:e}:{}},extent:t=>t.number===void 0?"empty":P(t.number)===null?"partial":"complete",lacks(t){return t.number===void 0?l("lacks.number"):P(t.number)===null?l("lacks.number.form"):null},body:t=>z({id:t.id("number"),label:l("answer"),value:t.response.number??"",unit:t.payload.unit,input:e=>t.change(e.trim()?{number:e}:{})}),remark(t){let{feedback:e}=t.sealed,{band:s}=t.detail,n=s===null?e?.otherwise:e?.bands?.[s];return n?h`<div class="seminar-remark">${$(n)}</div>`:c}};var Ut=(t,e)=>Array.isArray(t)&&t.length===e&&[...t].sort((s,n)=>s-n).every((s,n)=>s===n),Ee=(t,e)=>e.order??t.shown??(t.items??[]).map((s,n)=>n);function pt(t,e,s){let n=Ee(t.payload,t.response),i=C((t.payload.items??[])[n[e]]);if(s<0)return t.say(l("move.first",{item:i}));if(s>=n.length)return t.say(l("move.last",{item:i}));let r=n.filter((o,d)=>d!==e);return r.splice(s,0,n[e]),t.change({order:r},l("move.done",{item:i,position:s+1,n:n.length}))}function Yt(t,e,s){if(s.button!==0)return;s.preventDefault();let n=s.currentTarget,i=n.closest("ol"),r=n.closest("li");r.classList.add("seminar-row--dragged");let o=a=>{let f=Ee(t.payload,t.response).indexOf(e),p=[...i.children].map(g=>g.getBoundingClientRect()),m=f;for(;m>0&&a.clientY<p[m-1].top+p[m-1].height/2;)m-=1;for(;m<p.length-1&&a.clientY>p[m+1].top+p[m+1].height/2;)m+=1;m!==f&&pt(t,f,m)},d=()=>{r.classList.remove("seminar-row--dragged"),window.removeEventListener("pointermove",o),window.removeEventListener("pointerup",d),window.removeEventListener("pointercancel",d)};window.addEventListener("pointermove",o),window.addEventListener("pointerup",d),window.addEventListener("pointercancel",d)}var mt={clean:(t,e)=>Ut(t.order,(e.items??[]).length)?{order:t.order}:{},extent:t=>t.order?"complete":"empty",lacks:t=>t.order?null:l("lacks.order"),body(t){let e=t.payload.items??[],s=Ee(t.payload,t.response),n=t.checked?.order?.every((i,r)=>i===s[r])??!1;return h`<fieldset class="seminar-fields">
      <legend class="seminar-how">${l("order.how")}</legend>
      <ol class="seminar-order">
        ${O(s,i=>i,(i,r)=>h`<li class="seminar-row">
              <span class="seminar-row__grip" title=${l("move.drag")} aria-hidden="true"
                @pointerdown=${o=>Yt(t,i,o)}
                ><svg viewBox="0 0 10 16"><path d="M3 4h.01M7 4h.01M3 8h.01M7 8h.01M3 12h.01M7 12h.01"></path></svg></span>
              <span class="seminar-row__place" aria-hidden="true">${r+1}</span>
              <span class="seminar-row__text">${$(e[i])}</span>
              ${ut(t,i,r,-1,s.length)} ${ut(t,i,r,1,s.length)}
              ${n&&t.detail.joins[r]?h`<span class="seminar-row__join">${Q("right")}<span class="seminar-sr">${l("neighbour.right")}</span></span>`:c}
            </li>`)}
      </ol>
    </fieldset>`},remark(t){let e=t.checked?.order;if(!e)return c;let s=e.length-1,n=t.detail.kept,i=n<s?t.sealed.feedback?.otherwise:null;return h`<div class="seminar-remark">
      ${n<s?h`<p>${l("neighbours",{right:n,n:s})}</p>`:c} ${$(i)}
    </div>`}};function ut(t,e,s,n,i){let r=C((t.payload.items??[])[e]),o=s+n<0||s+n>=i;return h`<button
    class="seminar-move"
    type="button"
    id=${t.id(`${n<0?"up":"down"}-${e}`)}
    aria-label=${l(n<0?"move.up":"move.down",{item:r})}
    aria-disabled=${o?"true":c}
    @click=${()=>pt(t,s,s+n)}
  >
    <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${n<0?"M3.5 10 8 5.5 12.5 10":"M3.5 6 8 10.5 12.5 6"}></path></svg>
  </button>`}var Wt=t=>t.trim().split(/\s+/).filter(Boolean).length,Se=({id:t,label:e,value:s,rows:n,note:i,input:r})=>h`<div class="seminar-text">
    <label class="seminar-text__label" for=${t}>${e}</label>
    <textarea
      class="seminar-input"
      id=${t}
      rows=${n}
      maxlength="20000"
      aria-describedby=${i?`${t}-note`:c}
      .value=${w(s)}
      @input=${o=>r(o.target.value)}
    ></textarea>
    <div class="seminar-text__print" aria-hidden="true">${s}</div>
    ${i?h`<p class="seminar-text__note" id=${`${t}-note`}>${i}</p>`:c}
  </div>`;function Vt(t){let{model_answer:e,checklist:s=[]}=t.sealed,n=t.response.checked??[],i=r=>{let o=n.includes(r)?n.filter(d=>d!==r):[...n,r].sort((d,a)=>d-a);t.change({...t.response,checked:o})};return h`<div class="seminar-model">
      <p class="seminar-label">${l("text.model")}</p>
      ${$(e)}
    </div>
    ${s.length?h`<fieldset class="seminar-fields">
          <legend class="seminar-how">${l("text.checklist")}</legend>
          ${s.map((r,o)=>h`<div class="seminar-option ${n.includes(o)?"seminar-option--on":""}">
                <label class="seminar-option__label">
                  <input type="checkbox" id=${t.id(`tick-${o}`)} .checked=${w(n.includes(o))} @change=${()=>i(o)} />
                  <span class="seminar-option__text">${$(r)}</span>
                </label>
              </div>`)}
        </fieldset>`:c}`}var ft={clean(t){let e=Y(t.text);if(!e.trim())return{};let n=(Array.isArray(t.checked)?t.checked:[]).filter(i=>M(i,1e3)!==void 0);return n.length?{text:e,checked:n}:{text:e}},extent:t=>t.text?"complete":"empty",lacks:t=>t.text?null:l("lacks.text"),body(t){let e=t.response.text??"",s=Wt(e),n=t.payload.words;return h`${Se({id:t.id("text"),label:l("answer"),value:e,rows:Math.min(10,Math.max(4,Math.round((n??60)/12))),note:n?l("text.about",{n:s,most:n}):l("text.words",{n:s}),input:i=>t.change(i.trim()?{...t.response,text:i}:{})})}
    ${t.checked?Vt(t):c}`},verdict(t){let e=t.sealed.checklist?.length??0;return e?l("text.ticked",{k:t.response.checked?.length??0,n:e}):l("text.by.hand")}};function gt(t,e){let s=n=>P(n??"");if(e.ask==="choice"&&t.choice===void 0)return l("lacks.choice");if(e.ask==="number"){if(!t.number?.trim())return l("lacks.number");if(s(t.number)===null)return l("lacks.number.form")}if(e.range){let n=s(t.low),i=s(t.high);if(n===null)return l("lacks.low");if(i===null)return l("lacks.high");if(U(n,i)>0)return l("lacks.range")}return e.because&&!t.because?.trim()?l("lacks.because"):null}function $t(t,e,s){let n=t.unit?h` <span>${t.unit}</span>`:c;return h`<div class="seminar-committed">
    <p class="seminar-label">${l("predict.committed",{date:ce(s)})}</p>
    <dl class="seminar-said">
      <dt>${l("predict.yours")}</dt>
      <dd>
        ${e.choice!==void 0?$((t.options??[])[e.choice]):h`${e.number}${n}`}
        ${t.range?h`<span class="seminar-said__range">${l("predict.between",{low:e.low??"",high:e.high??""})}</span>`:c}
      </dd>
      ${e.because?h`<dt>${l("predict.reason")}</dt><dd class="seminar-said__reason">${e.because}</dd>`:c}
    </dl>
  </div>`}var He={clean(t,e){let s={},n=M(t.choice,(e.options??[]).length);e.ask==="choice"&&n!==void 0&&(s.choice=n),e.ask==="number"&&Y(t.number)&&(s.number=t.number);for(let i of["low","high","because"])Y(t[i])&&(s[i]=t[i]);return t.committed===!0&&(s.committed=!0),s},extent(t,e){return Object.keys(t).length?gt(t,e)===null?"complete":"partial":"empty"},lacks:gt,body(t){let{payload:e,response:s}=t,n=r=>t.change(He.clean({...s,...r},e)),i=e.ask==="choice"?h`<fieldset class="seminar-fields">
            <legend class="seminar-how">${l("choose.one")}</legend>
            ${(e.options??[]).map((r,o)=>h`<div class="seminar-option ${s.choice===o?"seminar-option--on":""}">
                  <label class="seminar-option__label">
                    <input
                      type="radio"
                      id=${t.id(`option-${o}`)}
                      name=${t.id("option")}
                      .checked=${w(s.choice===o)}
                      @change=${()=>n({choice:o})}
                    />
                    <span class="seminar-option__text">${$(r)}</span>
                  </label>
                </div>`)}
          </fieldset>`:z({id:t.id("number"),label:l("answer"),value:s.number??"",unit:e.unit,input:r=>n({number:r})});return h`${i}
    ${e.range?h`<fieldset class="seminar-fields seminar-range">
          <legend class="seminar-how">${l("predict.range")}</legend>
          ${z({id:t.id("low"),label:l("predict.low"),value:s.low??"",unit:e.unit,input:r=>n({low:r})})}
          ${z({id:t.id("high"),label:l("predict.high"),value:s.high??"",unit:e.unit,input:r=>n({high:r})})}
        </fieldset>`:c}
    ${e.because?Se({id:t.id("because"),label:l("predict.because"),value:s.because??"",rows:2,input:r=>n({because:r})}):c}`}};var bt={"single-choice":lt,"multiple-choice":ct,numeric:dt,ordering:mt,matching:Ae,classification:Te,"short-text":ft,prediction:He};var b=class extends Error{constructor(e){super(e??"empty"),this.problem=e}};function kt(t,e){let s=t.points;try{return Ft(t,e)}catch(n){if(!(n instanceof b))throw n;let{problem:i}=n;return{points:0,of:s,detail:i===null?{reason:"empty"}:{reason:"malformed",problem:i}}}}function Ft(t,e){if(typeof e!="object"||e===null||Array.isArray(e))throw new b("not-an-object");let s=e;switch(t.kind){case"choices":return ue(t,...Jt(t,s));case"bands":return ue(t,...Kt(t,s));case"order":return ue(t,...Qt(t,s));case"assign":return ue(t,...Xt(t,s));case"by-hand":return Zt(t,s);case"complete":return zt(t,s);default:throw new Error(`unknown kind of rule: ${JSON.stringify(t)}`)}}function ue(t,e,s){let n=Math.max(e[0],0),i=e[1],r=n===i?"right":n?"partly":"wrong";return{points:qt(t.points,n,i),of:t.points,detail:{reason:r,...s}}}function qt(t,e,s){return yt(t*e+yt(s,2),s)}function yt(t,e){return(t-t%e)/e}function Jt(t,e){let s=t.correct.length,n=new Set(t.policy==="one"?[$e(W(e,"choice"),s)]:Ie(W(e,"choices"),s)),i=t.correct.map((a,u)=>n.has(u)?a?"right":"wrong":a?"missed":"left"),r=pe(i,"right"),o=pe(i,"wrong"),d=pe(i,"missed");return[Gt(t.policy,s,r,o,d),{options:i}]}function Gt(t,e,s,n,i){let r=s+i,o=e-r;switch(t){case"one":return[s,1];case"each-item":return[e-n-i,e];case"all-or-nothing":return[n||i?0:1,1];case"false":case"false2":{if(!r)return[n?0:1,1];if(!o)return[s,r];let d=t==="false2"?Math.max(o,2):o;return[s*d-n*r,r*d]}default:throw new Error(`unknown policy: ${t}`)}}function Kt(t,e){let s=fe(W(e,"number")),n=t.bands.findIndex(({from:i,to:r})=>(i===null||U(s,i)>=0)&&(r===null||U(s,r)<=0));return n<0?[[0,100],{band:null}]:[[t.bands[n].credit,100],{band:n}]}function Qt(t,e){let s=Ie(W(e,"order"),t.length);if(s.length!==t.length)throw new b("wrong-length");let n=s.slice(1).map((o,d)=>o===s[d]+1),i=n.filter(Boolean).length,r=s.map((o,d)=>o===d);return[wt(t,[i,t.length-1]),{places:r,joins:n,kept:i}]}function Xt(t,e){let s=_t(W(e,t.field));if(s.length!==t.key.length)throw new b("wrong-length");let n=Array.from(s,r=>ge(r)?null:$e(r,t.targets));if(n.every(r=>r===null))throw new b(null);let i=n.map((r,o)=>r===null?"missed":t.key[o].includes(r)?"right":"wrong");return[wt(t,[pe(i,"right"),i.length]),{items:i}]}function Zt(t,e){let s=me(W(e,"text")),n=ee(e,"checked"),i=ge(n)?0:Ie(n,t.checklist).length;if(!j(s))throw new b(null);return{points:null,of:t.points,detail:{reason:"by-hand",checked:i}}}function zt(t,e){let{needs:s,points:n}=t,i=s.filter(o=>es(t,e,o)),r=o=>s.includes(o)&&!i.includes(o);if(r("low")&&r("high")&&U(fe(ee(e,"low")),fe(ee(e,"high")))>0)throw new b("low-above-high");if(i.length===s.length)throw new b(null);return i.length?{points:0,of:n,detail:{reason:"incomplete",missing:i}}:{points:n,of:n,detail:{reason:"complete"}}}function es(t,e,s){let n=ee(e,s);if(ge(n))return!0;switch(s){case"committed":if(typeof n!="boolean")throw new b("not-a-boolean");return!n;case"choice":return $e(n,t.options),!1;case"because":return!j(me(n));default:return j(me(n))?(fe(n),!1):!0}}function wt(t,e){return t.policy==="all-or-nothing"?[e[0]===e[1]?1:0,1]:e}function pe(t,e){return t.filter(s=>s===e).length}function ge(t){return t==null}function ee(t,e){return Object.hasOwn(t,e)?t[e]:void 0}function W(t,e){let s=ee(t,e);if(ge(s))throw new b(null);return s}function _t(t){if(!Array.isArray(t))throw new b("not-a-list");return t}function me(t){if(typeof t!="string")throw new b("not-text");return t}function fe(t){let e=me(t);if(!j(e))throw new b(null);let s=P(e);if(s===null)throw new b("not-a-number");return s}function $e(t,e){if(typeof t!="number"||!Number.isInteger(t)||t<0||t>=e)throw new b("not-a-position");return t+0}function Ie(t,e){let s=_t(t);if(s.length>e)throw new b("wrong-length");let n=Array.from(s,i=>$e(i,e));if(new Set(n).size!==n.length)throw new b("repeated");return n}function xt(t){let e=Uint8Array.from(atob(t),s=>s.charCodeAt(0)^90);return JSON.parse(new TextDecoder().decode(e))}function ts(){let t=globalThis,e=Symbol.for("seminar.exercises");return t[e]=(t[e]??0)+1}function ss(t,e){let{shown:s}=e;if(!s)return t;let n=i=>i?.map((r,o)=>i[s.indexOf(o)]);return t.type==="ordering"?{...t,shown:s,items:n(t.items)}:{...t,shown:s,rights:n(t.rights)}}var Oe=class{constructor(e,s){this.model=e,this.el=s,this.sealed=xt(e.get("payload").sealed),this.payload=ss(e.get("payload"),this.sealed),this.kind=bt[this.payload.type],this.recalled=e.get("view")==="recall",this.prefix=`seminar-${ts()}-${this.payload.id}`,this.checked=null,this.detail=null,this.lacking=null,this.asking=!1,this.unfolded=!1,this.record=null,this.take(),this.unfolded=this.state==="checked"&&this.solved,this.changed=()=>{this.model.get("record")!==this.record&&(this.take(),this.draw())},this.noticed=()=>this.draw(),e.on("change:record",this.changed),e.on("change:notice",this.noticed),this.draw()}stop(){this.model.off?.("change:record",this.changed),this.model.off?.("change:notice",this.noticed)}take(){let e=this.model.get("record");this.record=e&&typeof e=="object"&&e.response?e:null,this.lacking=null,this.asking=!1,this.judge(this.record?.state==="checked"?this.response:null)}get response(){return this.record?this.kind.clean(this.record.response,this.payload):{}}get state(){return this.record?.state}get solved(){return this.record?.solution??!1}id(e){return`${this.prefix}-${e}`}judge(e){this.checked=e,this.marked=e?kt(this.sealed.rule,e):null,this.detail=this.marked?.detail??null}keep(e){let{id:s,fingerprint:n}=this.payload;this.record={version:1,id:s,fingerprint:n,response:{},state:"in-progress",attempts:0,hints:0,solution:!1,...this.record,...e,changed:new Date().toISOString()},this.model.set("record",this.record),this.model.save_changes()}change(e,s){this.lacking=null;let n=this.payload.type==="short-text"&&this.state==="checked"&&e.text,i=this.kind.extent(e,this.payload)==="complete";this.keep({response:e,state:n?"checked":i?"answered":"in-progress"}),n&&this.judge(e),this.draw(),s&&this.say(s)}check(){let e=this.kind.lacks(this.response,this.payload);if(e!==null&&this.kind.none&&this.lacking===e)this.keep({response:this.kind.none});else if(e!==null){this.lacking=e,this.draw(),this.say(e);return}this.lacking=null,this.keep({state:"checked",attempts:(this.record?.attempts??0)+1}),this.judge(this.response),this.draw(),this.focus("result"),this.say(this.verdict())}commit(){let e=this.kind.lacks(this.response,this.payload);this.lacking=e,e===null&&this.keep({response:{...this.response,committed:!0},state:"committed",attempts:(this.record?.attempts??0)+1}),this.draw(),e===null&&this.focus("result"),this.say(e??l("predict.committed",{date:ce(this.record?.changed??"")}))}again(){this.judge(null),this.unfolded=!1,this.keep({state:"answered"}),this.draw(),this.focusFirst(),this.say(l("again.said"))}hint(){let e=(this.record?.hints??0)+1;this.keep({hints:e}),this.draw(),this.focus(`hint-${e}`)}solve(){this.unfolded=!this.unfolded,this.unfolded&&this.keep({solution:!0}),this.draw(),this.unfolded&&this.say(l("solution.said"))}ask(e){this.asking=e,this.draw(),this.focus(e?"keep":"reset")}reset(){this.record=null,this.asking=!1,this.unfolded=!1,this.lacking=null,this.judge(null),this.model.set("record",{}),this.model.save_changes(),this.draw(),this.focusFirst(),this.say(l("reset.said"))}verdict(){if(!this.marked)return"";if(this.kind.verdict)return this.kind.verdict(this.view());let{points:e,of:s,detail:n}=this.marked,i=n.reason==="right"?"right":n.reason==="partly"?"partly":"wrong",r=(this.checked?.pairs??this.checked?.boxes??[]).filter(d=>d===null).length,o=[l(`result.${i}`)];return s&&o.push(`${l("points.of",{points:Ze(e??0),n:s/100})}.`),r&&o.push(l("result.open",{n:r})),o.join(" ")}say(e){let s=this.el.querySelector(".seminar-live");s&&(s.textContent=s.textContent===e?`${e} `:e)}focus(e){let s=this.el.querySelector(`[id="${this.id(e)}"]`);s?.focus({preventScroll:!0}),s?.scrollIntoView({block:"nearest"})}focusFirst(){this.el.querySelector(".seminar-answer :is(input:checked, select, textarea, input, button)")?.focus({preventScroll:!0})}view(){return{payload:this.payload,response:this.response,checked:this.checked,detail:this.detail,sealed:this.sealed,id:e=>this.id(e),change:(e,s)=>this.change(e,s),say:e=>this.say(e)}}draw(){let e=this.el.getRootNode(),s=e.activeElement,n=s instanceof HTMLElement&&this.el.contains(s)?s:null;if(G(this.template(),this.el),!n||e.activeElement===n)return;((n.isConnected?n:this.el.querySelector(`[id="${n.id}"]`))??this.el.querySelector(".seminar-answer :is(input, select, textarea, button)")??this.el.querySelector("[tabindex]"))?.focus({preventScroll:!0})}template(){let{payload:e}=this,s=this.model.get("notice"),n=this.state==="committed";return h`<div
      class="seminar-card ${this.recalled?"seminar-card--recall":""} ${this.state?`seminar-card--${this.state}`:""}"
      role="group"
      aria-labelledby=${this.id("title")}
      @keydown=${i=>{i.key==="Escape"&&this.asking&&this.ask(!1)}}
    >
      ${this.head()}
      ${s?h`<p class="seminar-notice">${l(`notice.${s}`)}</p>`:c}
      ${this.recalled&&!n?h`<p class="seminar-aside">${l("predict.lacking")}</p>`:c}
      <div class="seminar-prompt" id=${this.id("prompt")}>${$(e.prompt)}</div>
      ${n?this.after():h`<div class="seminar-answer">${this.kind.body(this.view())}</div>`}
      ${this.lacking?h`<p class="seminar-lacking">${this.lacking}</p>`:c} ${this.result()} ${this.hints()}
      ${n?c:this.actions()}
      ${this.unfolded&&this.sealed.solution?h`<div class="seminar-solution" id=${this.id("solution")}>
            <p class="seminar-label">${l("solution")}</p>
            ${$(this.sealed.solution)} ${this.notes()}
          </div>`:c}
      <div class="seminar-live seminar-sr" role="status" aria-live="polite"></div>
    </div>`}head(){let{type:e,level:s,minutes:n,points:i,title:r}=this.payload,o=this.recalled?"recall":e==="prediction"?"prediction":"exercise";return h`<div class="seminar-card__head">
      <p class="seminar-kicker">
        <span class="seminar-kicker__what">${l(o)}</span>
        ${e==="prediction"?c:h`<span>${l(`level.${s}`)}</span>`}
        ${this.recalled?c:h`<span>${l("minutes",{n})}</span> ${i?h`<span>${l("points",{n:i/100})}</span>`:c}`}
      </p>
      <p class="seminar-card__title" id=${this.id("title")}>${r}</p>
    </div>`}after(){return h`<div class="seminar-after" id=${this.id("result")} tabindex="-1" role="group" aria-label=${l("prediction")}>
      ${$t(this.payload,this.response,this.record?.changed??"")}
      ${this.recalled&&this.sealed.outcome?h`<div class="seminar-outcome">
            <p class="seminar-label">${l("predict.outcome")}</p>
            ${$(this.sealed.outcome)}
          </div>`:c}
      ${this.recalled?c:h`<p class="seminar-aside">${l("predict.later")}</p>`}
    </div>`}result(){if(this.state!=="checked"||!this.marked)return c;let{reason:e}=this.marked.detail,s=e==="right"?"right":e==="by-hand"?"noted":e==="partly"?"partly":"wrong",n=this.record?.attempts??0;return h`<div
      class="seminar-result seminar-result--${s}"
      id=${this.id("result")}
      tabindex="-1"
      role="group"
      aria-label=${l("result")}
    >
      <p class="seminar-result__line">
        ${s==="noted"?c:Q(s==="right"?"right":s==="partly"?"missed":"wrong")}
        <span>${this.verdict()}</span>
        ${n>1?h`<span class="seminar-result__tries">${l("result.attempt",{n})}</span>`:c}
      </p>
      ${this.kind.remark?.(this.view())??c}
      ${this.sealed.rule.policy==="all-or-nothing"&&e!=="right"?h`<p class="seminar-remark">${l("result.all")}</p>`:c}
    </div>`}hints(){let e=Math.min(this.record?.hints??0,this.payload.hints);return e?h`<ol class="seminar-hints">
      ${(this.sealed.hints??[]).slice(0,e).map((s,n)=>h`<li class="seminar-hint" id=${this.id(`hint-${n+1}`)} tabindex="-1">
            <p class="seminar-label">${this.payload.hints>1?l("hint.label",{k:n+1}):l("hint")}</p>
            ${$(s)}
          </li>`)}
    </ol>`:c}actions(){let{payload:e,record:s}=this;if(this.asking)return h`<div class="seminar-actions seminar-actions--ask" role="group" aria-labelledby=${this.id("ask")}>
        <p class="seminar-ask" id=${this.id("ask")}>${l("reset.ask")}</p>
        <button class="seminar-button" type="button" id=${this.id("clear")} @click=${()=>this.reset()}>${l("reset.yes")}</button>
        <button class="seminar-button" type="button" id=${this.id("keep")} @click=${()=>this.ask(!1)}>${l("reset.no")}</button>
      </div>`;let n=e.type==="prediction",i=e.type==="short-text",r=this.state==="checked",o=this.marked?.detail.reason==="right",d=Math.min(s?.hints??0,e.hints),a=(s?.attempts??0)>0;return h`<div class="seminar-actions">
      ${n?h`<button class="seminar-button seminar-button--main" type="button" id=${this.id("commit")} @click=${()=>this.commit()}>
            ${l("commit")}
          </button>`:c}
      ${!n&&!r?h`<button class="seminar-button seminar-button--main" type="button" id=${this.id("check")} @click=${()=>this.check()}>
            ${l(i?"compare":"check")}
          </button>`:c}
      ${r&&!o&&!i?h`<button class="seminar-button seminar-button--main" type="button" id=${this.id("again")} @click=${()=>this.again()}>
            ${l("again")}
          </button>`:c}
      ${d<e.hints&&!o?h`<button class="seminar-button" type="button" id=${this.id("hint")} @click=${()=>this.hint()}>
            ${e.hints>1?l("hint.more",{k:d+1,n:e.hints}):l("hint")}
          </button>`:c}
      ${a&&!n&&this.sealed.solution?h`<button
            class="seminar-button"
            type="button"
            id=${this.id("solve")}
            aria-expanded=${this.unfolded?"true":"false"}
            @click=${()=>this.solve()}
          >
            ${l(this.unfolded?"solution.hide":"solution.show")}
          </button>`:c}
      ${s?h`<button class="seminar-button seminar-button--quiet" type="button" id=${this.id("reset")} @click=${()=>this.ask(!0)}>
            ${l("reset")}
          </button>`:c}
      ${n?h`<p class="seminar-aside">${l("predict.note")}</p>`:c}
    </div>`}notes(){let e=this.sealed.notes??[];return this.payload.type!=="ordering"?c:h`<ol class="seminar-notes">
      ${(this.payload.items??[]).map((s,n)=>h`<li>${$(s)}${e[n]?h`<div>${$(e[n])}</div>`:c}</li>`)}
    </ol>`}};function vt({model:t,el:e}){e.classList.add("seminar-root");let s=new Oe(t,e);return()=>s.stop()}var At=({record:t})=>{let e=t();return e!==null&&(e.attempts>0||e.state==="committed")};function Tt(t,e){let s=e.length;if(!s)return;let n=e.filter(At).length,i=e.find(r=>!At(r));t.hidden=!1,t.role="group",t.ariaLabel=l("progress.label"),G(h`<p class="seminar-progress__line">
        <span class="seminar-progress__count">${n===s?l("progress.all",{n:s}):l("progress",{done:n,n:s})}</span>
        ${i?h`<a class="seminar-progress__next" href=${`#${i.place.id}`}>${l("progress.next",{title:i.title})}</a>`:c}
      </p>
      <div class="seminar-progress__bar" aria-hidden="true"><span style=${`width: ${100*n/s}%`}></span></div>`,t)}var Pe=":exercise:";function ns(t,e){let s=t;return typeof s=="object"&&s!==null&&s.version===1&&s.id===e&&typeof s.fingerprint=="string"&&typeof s.response=="object"&&s.response!==null&&["in-progress","answered","checked","committed"].includes(s.state)&&Number.isInteger(s.attempts)&&Number.isInteger(s.hints)&&typeof s.solution=="boolean"&&typeof s.changed=="string"}function Ct(t){let e=t?.name??"";return/quota/i.test(e)?"full":"refused"}var te=class{constructor(e,s=()=>window.localStorage){this.book=e,this.open=s,this.memory=new Map}key(e){return this.book+Pe+e}read(e,s){let n=this.memory.get(e);if(n!==void 0)return{record:n,notice:null};try{return this.load(e,s)}catch(i){return{record:null,notice:Ct(i)}}}load(e,s){let n=this.open(),i=this.key(e),r=n.getItem(i);if(r===null)return{record:null,notice:null};let o;try{o=JSON.parse(r)}catch{o=null}return ns(o,e)?o.fingerprint===s?{record:o,notice:null}:(n.setItem(`${i}:${o.fingerprint}`,r),n.removeItem(i),{record:null,notice:"changed"}):(n.setItem(`${i}:unreadable`,r),n.removeItem(i),{record:null,notice:"unreadable"})}write(e,s){this.memory.set(e,s);try{let n=this.open();return s?n.setItem(this.key(e),JSON.stringify(s)):n.removeItem(this.key(e)),null}catch(n){return Ct(n)}}watch(e){window.addEventListener("storage",s=>{if(s.key===null)this.memory.clear(),e(null);else if(s.key.startsWith(this.book+Pe)){let n=s.key.slice((this.book+Pe).length);this.memory.delete(n),e(n)}})}};var Le=class{constructor(e,s){this.page=e,this.payload=s,this.listeners=new Map,this.values={payload:s,record:null,notice:null},this.load()}load(){let{record:e,notice:s}=this.page.store.read(this.payload.id,this.payload.fingerprint);this.values.record=e,this.values.notice=this.page.notice(this,s)}get record(){return this.values.record}get(e){return this.values[e]}set(e,s){this.values[e]=e==="record"&&!s?.id?null:s,this.emit(e)}save_changes(){let e=this.page.store.write(this.payload.id,this.record),s=this.values.notice;(e||s==="refused"||s==="full")&&(this.values.notice=this.page.notice(this,e)),this.values.notice!==s&&this.emit("notice"),this.page.progress()}on(e,s){let n=this.listeners.get(e)??new Set;this.listeners.set(e,n.add(s))}off(e,s){this.listeners.get(e)?.delete(s)}emit(e){for(let s of this.listeners.get(`change:${e}`)??[])s()}},Re=class{constructor(){this.models=new Map,this.entries=[],this.teller=null,this.store=new te("")}notice(e,s){if(s!=="refused"&&s!=="full")return s;let n=this.teller;return n===null||n===e?(this.teller=e,s):null}model(e){let s=this.models.get(e.id);if(s)return s;this.store.book||(this.store=new te(e.book),this.store.watch(i=>{for(let r of this.models.values())i!==null&&r.payload.id!==i||(r.load(),r.emit("record"));this.progress()}));let n=new Le(this,e);return this.models.set(e.id,n),n}mount(e){let s=e.querySelector("script.seminar-payload");if(!s)return;let n=JSON.parse(s.textContent??""),i=this.model(n),r=e.classList.contains("seminar-recall"),o=document.createElement("div"),d=r?is(i,"recall"):i;vt({model:d,el:o}),e.replaceChildren(o,s),r||this.entries.push({title:n.title,place:e,record:()=>i.record})}progress(){for(let e of document.querySelectorAll(".seminar-progress"))Tt(e,this.entries)}start(){for(let e of document.querySelectorAll(".seminar-exercise, .seminar-recall"))try{this.mount(e)}catch(s){console.error(s)}this.progress()}},is=(t,e)=>({get:s=>s==="view"?e:t.get(s),set:(s,n)=>t.set(s,n),on:(s,n)=>t.on(s,n),off:(s,n)=>t.off(s,n),save_changes:()=>t.save_changes()});new Re().start();})();
