var be=globalThis,Le=t=>t,ee=be.trustedTypes,Oe=ee?ee.createPolicy("lit-html",{createHTML:t=>t}):void 0,ye="$lit$",v=`lit$${Math.random().toFixed(9).slice(2)}$`,ke="?"+v,xt=`<${ke}>`,H=document,F=()=>H.createComment(""),q=t=>t===null||typeof t!="object"&&typeof t!="function",xe=Array.isArray,Ye=t=>xe(t)||typeof t?.[Symbol.iterator]=="function",$e=`[ 	
\f\r]`,V=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Re=/-->/g,Ie=/>/g,N=RegExp(`>|${$e}(?:([^\\s"'>=/]+)(${$e}*=${$e}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),De=/'/g,je=/"/g,We=/^(?:script|style|textarea|title)$/i,_e=t=>(e,...s)=>({_$litType$:t,strings:e,values:s}),h=_e(1),Zt=_e(2),zt=_e(3),k=Symbol.for("lit-noChange"),c=Symbol.for("lit-nothing"),Ue=new WeakMap,E=H.createTreeWalker(H,129);function Ve(t,e){if(!xe(t)||!t.hasOwnProperty("raw"))throw Error("invalid template strings array");return Oe!==void 0?Oe.createHTML(e):e}var Fe=(t,e)=>{let s=t.length-1,n=[],i,r=e===2?"<svg>":e===3?"<math>":"",o=V;for(let d=0;d<s;d++){let a=t[d],u,f,p=-1,m=0;for(;m<a.length&&(o.lastIndex=m,f=o.exec(a),f!==null);)m=o.lastIndex,o===V?f[1]==="!--"?o=Re:f[1]!==void 0?o=Ie:f[2]!==void 0?(We.test(f[2])&&(i=RegExp("</"+f[2],"g")),o=N):f[3]!==void 0&&(o=N):o===N?f[0]===">"?(o=i??V,p=-1):f[1]===void 0?p=-2:(p=o.lastIndex-f[2].length,u=f[1],o=f[3]===void 0?N:f[3]==='"'?je:De):o===je||o===De?o=N:o===Re||o===Ie?o=V:(o=N,i=void 0);let g=o===N&&t[d+1].startsWith("/>")?" ":"";r+=o===V?a+xt:p>=0?(n.push(u),a.slice(0,p)+ye+a.slice(p)+v+g):a+v+(p===-2?d:g)}return[Ve(t,r+(t[s]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),n]},G=class t{constructor({strings:e,_$litType$:s},n){let i;this.parts=[];let r=0,o=0,d=e.length-1,a=this.parts,[u,f]=Fe(e,s);if(this.el=t.createElement(u,n),E.currentNode=this.el.content,s===2||s===3){let p=this.el.content.firstChild;p.replaceWith(...p.childNodes)}for(;(i=E.nextNode())!==null&&a.length<d;){if(i.nodeType===1){if(i.hasAttributes())for(let p of i.getAttributeNames())if(p.endsWith(ye)){let m=f[o++],g=i.getAttribute(p).split(v),y=/([.?@])?(.*)/.exec(m);a.push({type:1,index:r,name:y[2],strings:g,ctor:y[1]==="."?se:y[1]==="?"?ne:y[1]==="@"?ie:P}),i.removeAttribute(p)}else p.startsWith(v)&&(a.push({type:6,index:r}),i.removeAttribute(p));if(We.test(i.tagName)){let p=i.textContent.split(v),m=p.length-1;if(m>0){i.textContent=ee?ee.emptyScript:"";for(let g=0;g<m;g++)i.append(p[g],F()),E.nextNode(),a.push({type:2,index:++r});i.append(p[m],F())}}}else if(i.nodeType===8)if(i.data===ke)a.push({type:2,index:r});else{let p=-1;for(;(p=i.data.indexOf(v,p+1))!==-1;)a.push({type:7,index:r}),p+=v.length-1}r++}}static createElement(e,s){let n=H.createElement("template");return n.innerHTML=e,n}};function S(t,e,s=t,n){if(e===k)return e;let i=n!==void 0?s._$Co?.[n]:s._$Cl,r=q(e)?void 0:e._$litDirective$;return i?.constructor!==r&&(i?._$AO?.(!1),r===void 0?i=void 0:(i=new r(t),i._$AT(t,s,n)),n!==void 0?(s._$Co??=[])[n]=i:s._$Cl=i),i!==void 0&&(e=S(t,i._$AS(t,e.values),i,n)),e}var te=class{constructor(e,s){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=s}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:s},parts:n}=this._$AD,i=(e?.creationScope??H).importNode(s,!0);E.currentNode=i;let r=E.nextNode(),o=0,d=0,a=n[0];for(;a!==void 0;){if(o===a.index){let u;a.type===2?u=new O(r,r.nextSibling,this,e):a.type===1?u=new a.ctor(r,a.name,a.strings,this,e):a.type===6&&(u=new re(r,this,e)),this._$AV.push(u),a=n[++d]}o!==a?.index&&(r=E.nextNode(),o++)}return E.currentNode=H,i}p(e){let s=0;for(let n of this._$AV)n!==void 0&&(n.strings!==void 0?(n._$AI(e,n,s),s+=n.strings.length-2):n._$AI(e[s])),s++}},O=class t{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,s,n,i){this.type=2,this._$AH=c,this._$AN=void 0,this._$AA=e,this._$AB=s,this._$AM=n,this.options=i,this._$Cv=i?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,s=this._$AM;return s!==void 0&&e?.nodeType===11&&(e=s.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,s=this){e=S(this,e,s),q(e)?e===c||e==null||e===""?(this._$AH!==c&&this._$AR(),this._$AH=c):e!==this._$AH&&e!==k&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):Ye(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==c&&q(this._$AH)?this._$AA.nextSibling.data=e:this.T(H.createTextNode(e)),this._$AH=e}$(e){let{values:s,_$litType$:n}=e,i=typeof n=="number"?this._$AC(e):(n.el===void 0&&(n.el=G.createElement(Ve(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===i)this._$AH.p(s);else{let r=new te(i,this),o=r.u(this.options);r.p(s),this.T(o),this._$AH=r}}_$AC(e){let s=Ue.get(e.strings);return s===void 0&&Ue.set(e.strings,s=new G(e)),s}k(e){xe(this._$AH)||(this._$AH=[],this._$AR());let s=this._$AH,n,i=0;for(let r of e)i===s.length?s.push(n=new t(this.O(F()),this.O(F()),this,this.options)):n=s[i],n._$AI(r),i++;i<s.length&&(this._$AR(n&&n._$AB.nextSibling,i),s.length=i)}_$AR(e=this._$AA.nextSibling,s){for(this._$AP?.(!1,!0,s);e!==this._$AB;){let n=Le(e).nextSibling;Le(e).remove(),e=n}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},P=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,s,n,i,r){this.type=1,this._$AH=c,this._$AN=void 0,this.element=e,this.name=s,this._$AM=i,this.options=r,n.length>2||n[0]!==""||n[1]!==""?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=c}_$AI(e,s=this,n,i){let r=this.strings,o=!1;if(r===void 0)e=S(this,e,s,0),o=!q(e)||e!==this._$AH&&e!==k,o&&(this._$AH=e);else{let d=e,a,u;for(e=r[0],a=0;a<r.length-1;a++)u=S(this,d[n+a],s,a),u===k&&(u=this._$AH[a]),o||=!q(u)||u!==this._$AH[a],u===c?e=c:e!==c&&(e+=(u??"")+r[a+1]),this._$AH[a]=u}o&&!i&&this.j(e)}j(e){e===c?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},se=class extends P{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===c?void 0:e}},ne=class extends P{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==c)}},ie=class extends P{constructor(e,s,n,i,r){super(e,s,n,i,r),this.type=5}_$AI(e,s=this){if((e=S(this,e,s,0)??c)===k)return;let n=this._$AH,i=e===c&&n!==c||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,r=e!==c&&(n===c||i);i&&this.element.removeEventListener(this.name,this,n),r&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},re=class{constructor(e,s,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=s,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){S(this,e)}},qe={M:ye,P:v,A:ke,C:1,L:Fe,R:te,D:Ye,V:S,I:O,H:P,N:ne,U:ie,B:se,F:re},_t=be.litHtmlPolyfillSupport;_t?.(G,O),(be.litHtmlVersions??=[]).push("3.3.3");var we=(t,e,s)=>{let n=s?.renderBefore??e,i=n._$litPart$;if(i===void 0){let r=s?.renderBefore??null;n._$litPart$=i=new O(e.insertBefore(F(),r),r,void 0,s??{})}return i._$AI(t),i};var _={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},R=t=>(...e)=>({_$litDirective$:t,values:e}),A=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,s,n){this._$Ct=e,this._$AM=s,this._$Ci=n}_$AS(e,s){return this.update(e,s)}update(e,s){return this.render(...s)}};var J=class extends A{constructor(e){if(super(e),this.it=c,e.type!==_.CHILD)throw Error(this.constructor.directiveName+"() can only be used in child bindings")}render(e){if(e===c||e==null)return this._t=void 0,this.it=e;if(e===k)return e;if(typeof e!="string")throw Error(this.constructor.directiveName+"() called with a non-string value");if(e===this.it)return this._t;this.it=e;let s=[e];return s.raw=s,this._t={_$litType$:this.constructor.resultType,strings:s,values:[]}}};J.directiveName="unsafeHTML",J.resultType=1;var Ge=R(J);var oe={locale:"en-GB",exercise:"Exercise",prediction:"Prediction",figure:"the figure",recall:"Your prediction, met again","level.check":"Check","level.apply":"Apply","level.argue":"Argue",minutes:{one:"{n} minute",other:"{n} minutes"},points:{one:"{n} point",other:"{n} points"},"points.of":{one:"{points} of {n} point",other:"{points} of {n} points"},answer:"Your answer","choose.one":"Choose one.","choose.any":"Choose all that apply.","order.how":"Put into order with the arrows, or drag.","order.on.paper":"Number these in the right order.","match.how":"Choose a partner for each.","match.choices":"To choose from","sort.how":"Choose a box for each.","select.none":"choose …","move.up":"Move up: {item}","move.down":"Move down: {item}","move.drag":"Drag to reorder","move.done":"Moved “{item}” to position {position} of {n}.","move.first":"“{item}” is first already.","move.last":"“{item}” is last already.",neighbours:{one:"{right} of {n} neighbouring pair stands right.",other:"{right} of {n} neighbouring pairs stand right."},"neighbour.right":"These two belong together in this order",check:"Check",compare:"Compare with a model answer",commit:"Commit my prediction",again:"Try again","again.said":"Feedback cleared. Change your answer and check it again.",hint:"Hint","hint.more":"Hint {k} of {n}","hint.label":"Hint {k}",solution:"Solution","solution.show":"Show the solution","solution.hide":"Hide the solution","solution.said":"The solution is shown below.",reset:"Start over","reset.ask":"Clear your answer to this exercise, and begin again?","reset.yes":"Clear my answer","reset.no":"Keep it","reset.said":"Answer cleared.",result:"Result","result.right":"Right.","result.partly":"Partly right.","result.wrong":"Not yet.","result.open":{one:"You left {n} open.",other:"You left {n} open."},"result.all":"Only a wholly right answer earns points.",found:{one:"You found {right} of the {n} that applies.",other:"You found {right} of the {n} that apply."},"found.none":"None of them applies.","found.wrong":{one:"{n} is wrongly chosen.",other:"{n} are wrongly chosen."},"found.costs":{one:"{n} wrong choice takes points off.",other:"{n} wrong choices take points off."},"result.attempt":{one:"{n} try",other:"{n} tries"},"mark.right":"Right","mark.wrong":"Not right","mark.missed":"Missed","mark.taken":"Wrongly chosen","lacks.choice":"Choose an answer first.","lacks.choices":"Choose what applies. If you mean that none does, press Check once more.","lacks.number":"Write a number first.","lacks.number.form":"Write a plain number, such as 11.2 or 11,2, without a thousands mark or a unit.","lacks.order":"Move at least one of them first.","lacks.pairs":"Choose at least one partner first.","lacks.boxes":"Choose a box for at least one first.","lacks.text":"Write an answer first.","lacks.low":"Write the low end of your range, as a number.","lacks.high":"Write the high end of your range, as a number.","lacks.range":"The low end of your range lies above the high end.","lacks.because":"Write a sentence of reason first.","text.words":{one:"{n} word",other:"{n} words"},"text.about":{one:"{n} word; about {most} are enough",other:"{n} words; about {most} are enough"},"text.model":"A model answer","text.checklist":"Does your answer say this? Tick what it does.","text.ticked":"{k} of {n} ticked. Only a reader can mark this.","text.by.hand":"Only a reader can mark this.","predict.range":"Your 80 per cent range: you would be surprised, one time in five, by a figure outside it.","predict.low":"Low end","predict.high":"High end","predict.because":"Because …","predict.note":"A prediction is committed once, and stays as it is. You will meet it again.","predict.committed":"Committed on {date}.","predict.later":"You will meet it again further on.","predict.yours":"You predicted","predict.between":"between {low} and {high}","predict.reason":"Your reason","predict.lacking":"You have not made this prediction yet. Make it now, before reading on.","predict.outcome":"What happened","notice.refused":"This browser keeps nothing for this page, so your answers will be gone when you close it. Everything works until then.","notice.full":"The browser’s storage for this site is full, so your latest answers will be gone when you close this page. Everything works until then.","notice.unreadable":"What was saved for this exercise cannot be read. It has been put aside, and the exercise begins anew.","notice.changed":"This exercise has been changed since you answered it. Your earlier answer has been put aside, and the exercise begins anew.",progress:{one:"{done} of {n} exercise answered",other:"{done} of {n} exercises answered"},"progress.all":{one:"The exercise is answered",other:"All {n} exercises answered"},"progress.next":"Next: {title}","progress.label":"Your progress on this page","paper.alone":"This exercise answers back where scripts run."};var vt=new Intl.PluralRules(oe.locale);function l(t,e={}){let s=oe[t];return(typeof s=="string"?s:s[vt.select(Number(e.n))]??s.other).replace(/\{(\w+)\}/g,(i,r)=>String(e[r]??i))}var Je=t=>String(t/100);function ae(t){let e=new Date(t);return Number.isNaN(e.getTime())?t:e.toLocaleDateString(oe.locale,{day:"numeric",month:"long",year:"numeric"})}var{I:At}=qe,Ke=t=>t;var Ze=t=>t.strings===void 0,Qe=()=>document.createComment(""),I=(t,e,s)=>{let n=t._$AA.parentNode,i=e===void 0?t._$AB:e._$AA;if(s===void 0){let r=n.insertBefore(Qe(),i),o=n.insertBefore(Qe(),i);s=new At(r,o,t,t.options)}else{let r=s._$AB.nextSibling,o=s._$AM,d=o!==t;if(d){let a;s._$AQ?.(t),s._$AM=t,s._$AP!==void 0&&(a=t._$AU)!==o._$AU&&s._$AP(a)}if(r!==i||d){let a=s._$AA;for(;a!==r;){let u=Ke(a).nextSibling;Ke(n).insertBefore(a,i),a=u}}}return s},T=(t,e,s=t)=>(t._$AI(e,s),t),Tt={},le=(t,e=Tt)=>t._$AH=e,ze=t=>t._$AH,ce=t=>{t._$AR(),t._$AA.remove()};var Xe=(t,e,s)=>{let n=new Map;for(let i=e;i<=s;i++)n.set(t[i],i);return n},B=R(class extends A{constructor(t){if(super(t),t.type!==_.CHILD)throw Error("repeat() can only be used in text expressions")}dt(t,e,s){let n;s===void 0?s=e:e!==void 0&&(n=e);let i=[],r=[],o=0;for(let d of t)i[o]=n?n(d,o):o,r[o]=s(d,o),o++;return{values:r,keys:i}}render(t,e,s){return this.dt(t,e,s).values}update(t,[e,s,n]){let i=ze(t),{values:r,keys:o}=this.dt(e,s,n);if(!Array.isArray(i))return this.ut=o,r;let d=this.ut??=[],a=[],u,f,p=0,m=i.length-1,g=0,y=r.length-1;for(;p<=m&&g<=y;)if(i[p]===null)p++;else if(i[m]===null)m--;else if(d[p]===o[g])a[g]=T(i[p],r[g]),p++,g++;else if(d[m]===o[y])a[y]=T(i[m],r[y]),m--,y--;else if(d[p]===o[y])a[y]=T(i[p],r[y]),I(t,a[y+1],i[p]),p++,y--;else if(d[m]===o[g])a[g]=T(i[m],r[g]),I(t,i[p],i[m]),m--,g++;else if(u===void 0&&(u=Xe(o,g,y),f=Xe(d,p,m)),u.has(d[p]))if(u.has(d[m])){let w=f.get(o[g]),ge=w!==void 0?i[w]:null;if(ge===null){let Be=I(t,i[p]);T(Be,r[g]),a[g]=Be}else a[g]=T(ge,r[g]),I(t,i[p],ge),i[w]=null;g++}else ce(i[m]),m--;else ce(i[p]),p++;for(;g<=y;){let w=I(t,a[y+1]);T(w,r[g]),a[g++]=w}for(;p<=m;){let w=i[p++];w!==null&&ce(w)}return this.ut=o,le(t,a),k}});var x=R(class extends A{constructor(t){if(super(t),t.type!==_.PROPERTY&&t.type!==_.ATTRIBUTE&&t.type!==_.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!Ze(t))throw Error("`live` bindings can only contain a single expression")}render(t){return t}update(t,[e]){if(e===k||e===c)return e;let s=t.element,n=t.name;if(t.type===_.PROPERTY){if(e===s[n])return k}else if(t.type===_.BOOLEAN_ATTRIBUTE){if(!!e===s.hasAttribute(n))return k}else if(t.type===_.ATTRIBUTE&&s.getAttribute(n)===e+"")return k;return le(t),e}});var $=t=>t?Ge(t):c;function C(t){return!t.includes("<")&&!t.includes("&")?t:(new DOMParser().parseFromString(t,"text/html").body.textContent??"").replace(/\s+/g," ").trim()}var Ct={right:"M3 8.5 6.5 12 13 4.5",wrong:"M4 4l8 8M12 4l-8 8",missed:"M8 3.5v6M8 12.2v.3"},K=t=>h`<svg class="seminar-icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${Ct[t]}></path></svg>`,D=(t,e,s,n)=>h`<div class="seminar-feedback seminar-feedback--${t} ${s?"":"seminar-feedback--bare"}" id=${n}>
    <span class="seminar-mark">${K(t)}${l(e)}</span>
    ${s?h`<div class="seminar-feedback__text">${$(s)}</div>`:c}
  </div>`,M=(t,e)=>Number.isInteger(t)&&Number(t)>=0&&Number(t)<e?Number(t):void 0;function Q(t,e,s){let n=Array.isArray(t)?t:[];return Array.from({length:e},(i,r)=>M(n[r],s)??null)}function Z(t){let e=t.filter(s=>s!==null).length;return e===0?"empty":e<t.length?"partial":"complete"}var Mt=5,Nt=34;function et(t,e,s,n,i){if(!s||s[n]===null||s[n]!==e[n])return c;let r=t.detail.items[n]==="right";return D(r?"right":"wrong",r?"mark.right":"mark.wrong",r?null:i,t.id(`feedback-${n}`))}var tt=(t,e,s)=>t.map((n,i)=>i===e?s:n),st=(t,e,{order:s,names:n,chosen:i,said:r,change:o})=>h`<select
    class="seminar-select"
    id=${t.id(`item-${e}`)}
    aria-labelledby=${t.id(`text-${e}`)}
    aria-describedby=${r===c?c:t.id(`feedback-${e}`)}
    .value=${x(i===null?"":String(i))}
    @change=${d=>{let{value:a}=d.target;o(a===""?null:Number(a))}}
  >
    <option value="" ?selected=${i===null}>${l("select.none")}</option>
    ${s.map(d=>h`<option value=${d} ?selected=${i===d}>${n[d]}</option>`)}
  </select>`,ve={clean(t,e){let s=Q(t.pairs,(e.lefts??[]).length,(e.rights??[]).length);return Z(s)==="empty"?{}:{pairs:s}},extent:t=>Z(t.pairs??[]),lacks:t=>t.pairs?null:l("lacks.pairs"),body(t){let{lefts:e=[],rights:s=[]}=t.payload,n=t.payload.shown??s.map((a,u)=>u),i=Q(t.response.pairs,e.length,s.length),r=s.some(a=>C(a).length>Nt||/<(a|math|em|strong|code)\b/.test(a)),o=s.map((a,u)=>String.fromCharCode(65+n.indexOf(u))),d=s.map((a,u)=>r?`${o[u]}. ${C(a)}`:C(a));return h`<fieldset class="seminar-fields">
      <legend class="seminar-how">${l("match.how")}</legend>
      ${r?h`<ol class="seminar-targets" type="A" aria-label=${l("match.choices")}>
            ${n.map(a=>h`<li>${$(s[a])}</li>`)}
          </ol>`:c}
      ${B(e,(a,u)=>u,(a,u)=>{let f=et(t,i,t.checked?.pairs,u,t.sealed.feedback?.pairs?.[u]);return h`<div class="seminar-pair">
            <div class="seminar-pair__text" id=${t.id(`text-${u}`)}>${$(a)}</div>
            ${st(t,u,{order:n,names:d,chosen:i[u],said:f,change:p=>t.change(ve.clean({pairs:tt(i,u,p)},t.payload))})}
            ${f}
          </div>`})}
    </fieldset>`}},Ae={clean(t,e){let s=Q(t.boxes,(e.items??[]).length,(e.boxes??[]).length);return Z(s)==="empty"?{}:{boxes:s}},extent:t=>Z(t.boxes??[]),lacks:t=>t.boxes?null:l("lacks.boxes"),body(t){let{items:e=[],boxes:s=[]}=t.payload,n=Q(t.response.boxes,e.length,s.length),i=s.map((d,a)=>a),r=(d,a)=>t.change(Ae.clean({boxes:tt(n,d,a)},t.payload)),o=d=>{let a=t.checked?.boxes?.[d],u=a==null?null:t.sealed.feedback?.items?.[d]?.[a];return et(t,n,t.checked?.boxes,d,u)};if(s.length>Mt){let d=s.map(C);return h`<fieldset class="seminar-fields">
        <legend class="seminar-how">${l("sort.how")}</legend>
        ${e.map((a,u)=>h`<div class="seminar-pair">
              <div class="seminar-pair__text" id=${t.id(`text-${u}`)}>${$(a)}</div>
              ${st(t,u,{order:i,names:d,chosen:n[u],said:o(u),change:f=>r(u,f)})}
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
                      .checked=${x(n[a]===f)}
                      aria-describedby=${o(a)!==c&&n[a]===f?t.id(`feedback-${a}`):c}
                      @change=${()=>r(a,f)}
                    />
                    <span>${$(u)}</span>
                  </label>`)}
            </div>
            ${o(a)}
          </fieldset>`)}
    </div>`}};var Te=t=>t.choices??(t.choice===void 0?[]:[t.choice]);function Et(t,e,s){if(!t.checked)return c;if(Te(t.checked).includes(e)!==Te(t.response).includes(e))return c;let i=t.detail.options?.[e],r=t.sealed.feedback?.options?.[e],o=t.id(`feedback-${e}`);return i==="right"?D("right","mark.right",r,o):i==="wrong"?D("wrong",s?"mark.taken":"mark.wrong",r,o):s&&i==="missed"?D("missed","mark.missed",r,o):c}function nt(t,e){let s=t.payload.options??[],n=t.payload.shown??s.map((o,d)=>d),i=Te(t.response),r=o=>{if(!e)return t.change({choice:o});let d=i.includes(o)?i.filter(a=>a!==o):[...i,o].sort((a,u)=>a-u);return t.change({choices:d})};return h`<fieldset class="seminar-fields">
    <legend class="seminar-how">${l(e?"choose.any":"choose.one")}</legend>
    ${B(n,o=>o,o=>{let d=Et(t,o,e);return h`<div class="seminar-option ${i.includes(o)?"seminar-option--on":""}">
          <label class="seminar-option__label">
            <input
              type=${e?"checkbox":"radio"}
              id=${t.id(`option-${o}`)}
              name=${t.id("option")}
              .checked=${x(i.includes(o))}
              aria-describedby=${d===c?c:t.id(`feedback-${o}`)}
              @change=${()=>r(o)}
            />
            <span class="seminar-option__text">${$(s[o])}</span>
          </label>
          ${d}
        </div>`})}
  </fieldset>`}var it={clean(t,e){let s=M(t.choice,(e.options??[]).length);return s===void 0?{}:{choice:s}},extent:t=>t.choice===void 0?"empty":"complete",lacks:t=>t.choice===void 0?l("lacks.choice"):null,body:t=>nt(t,!1)},rt={clean(t,e){if(!Array.isArray(t.choices))return{};let s=(e.options??[]).length;return{choices:[...new Set(t.choices)].filter(n=>M(n,s)!==void 0).sort((n,i)=>n-i)}},extent:t=>t.choices?"complete":"empty",lacks:t=>t.choices?null:l("lacks.choices"),none:{choices:[]},body:t=>nt(t,!0),remark(t){let e=t.detail.options??[],s=e.filter(o=>o==="right").length,n=s+e.filter(o=>o==="missed").length,i=e.filter(o=>o==="wrong").length;if(s===n&&!i)return c;let r=["false","false2"].includes(t.sealed.rule.policy);return h`<p class="seminar-remark">
      ${n?l("found",{right:s,n}):l("found.none")} ${i?l(r?"found.costs":"found.wrong",{n:i}):c}
    </p>`}};var Ce=" \\t\\r\\n\\u00a0\\u202f",Ht=new RegExp(`^[${Ce}]+|(?<![${Ce}])[${Ce}]+$`,"g"),St=/^([+\-\u2212]?)([0-9]*)(?:[.,]([0-9]*))?$/,Pt=30;function j(t){return t.replace(Ht,"")}function L(t){let e=j(t),s=e.length<=Pt?St.exec(e):null;if(!s||!(s[2]||s[3]))return null;let n=s[2].replace(/^0+/,"")||"0",i=(s[3]??"").replace(/0+$/,""),r=i?`${n}.${i}`:n;return(s[1]==="-"||s[1]==="−")&&r!=="0"?`-${r}`:r}function U(t,e){let s=Math.max(Me(t),Me(e)),n=ot(t,s)-ot(e,s);return n<0n?-1:n>0n?1:0}function Me(t){let e=t.indexOf(".");return e<0?0:t.length-e-1}function ot(t,e){return BigInt(t.replace(".","")+"0".repeat(e-Me(t)))}var Y=t=>typeof t=="string"?t:"",z=({id:t,label:e,value:s,unit:n,input:i})=>h`<div class="seminar-number">
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
        .value=${x(s)}
        @input=${r=>i(r.target.value)}
      />
      ${n?h`<span class="seminar-number__unit" id=${`${t}-unit`}>${n}</span>`:c}
    </span>
  </div>`,at={clean(t){let e=Y(t.number);return e.trim()?{number:e}:{}},extent:t=>t.number===void 0?"empty":L(t.number)===null?"partial":"complete",lacks(t){return t.number===void 0?l("lacks.number"):L(t.number)===null?l("lacks.number.form"):null},body:t=>z({id:t.id("number"),label:l("answer"),value:t.response.number??"",unit:t.payload.unit,input:e=>t.change(e.trim()?{number:e}:{})}),remark(t){let{feedback:e}=t.sealed,{band:s}=t.detail,n=s===null?e?.otherwise:e?.bands?.[s];return n?h`<div class="seminar-remark">${$(n)}</div>`:c}};var Bt=(t,e)=>Array.isArray(t)&&t.length===e&&[...t].sort((s,n)=>s-n).every((s,n)=>s===n),Ne=(t,e)=>e.order??t.shown??(t.items??[]).map((s,n)=>n);function ct(t,e,s){let n=Ne(t.payload,t.response),i=C((t.payload.items??[])[n[e]]);if(s<0)return t.say(l("move.first",{item:i}));if(s>=n.length)return t.say(l("move.last",{item:i}));let r=n.filter((o,d)=>d!==e);return r.splice(s,0,n[e]),t.change({order:r},l("move.done",{item:i,position:s+1,n:n.length}))}function Lt(t,e,s){if(s.button!==0)return;s.preventDefault();let n=s.currentTarget,i=n.closest("ol"),r=n.closest("li");r.classList.add("seminar-row--dragged");let o=a=>{let f=Ne(t.payload,t.response).indexOf(e),p=[...i.children].map(g=>g.getBoundingClientRect()),m=f;for(;m>0&&a.clientY<p[m-1].top+p[m-1].height/2;)m-=1;for(;m<p.length-1&&a.clientY>p[m+1].top+p[m+1].height/2;)m+=1;m!==f&&ct(t,f,m)},d=()=>{r.classList.remove("seminar-row--dragged"),window.removeEventListener("pointermove",o),window.removeEventListener("pointerup",d),window.removeEventListener("pointercancel",d)};window.addEventListener("pointermove",o),window.addEventListener("pointerup",d),window.addEventListener("pointercancel",d)}var ht={clean:(t,e)=>Bt(t.order,(e.items??[]).length)?{order:t.order}:{},extent:t=>t.order?"complete":"empty",lacks:t=>t.order?null:l("lacks.order"),body(t){let e=t.payload.items??[],s=Ne(t.payload,t.response),n=t.checked?.order?.every((i,r)=>i===s[r])??!1;return h`<fieldset class="seminar-fields">
      <legend class="seminar-how">${l("order.how")}</legend>
      <ol class="seminar-order">
        ${B(s,i=>i,(i,r)=>h`<li class="seminar-row">
              <span class="seminar-row__grip" title=${l("move.drag")} aria-hidden="true"
                @pointerdown=${o=>Lt(t,i,o)}
                ><svg viewBox="0 0 10 16"><path d="M3 4h.01M7 4h.01M3 8h.01M7 8h.01M3 12h.01M7 12h.01"></path></svg></span>
              <span class="seminar-row__place" aria-hidden="true">${r+1}</span>
              <span class="seminar-row__text">${$(e[i])}</span>
              ${lt(t,i,r,-1,s.length)} ${lt(t,i,r,1,s.length)}
              ${n&&t.detail.joins[r]?h`<span class="seminar-row__join">${K("right")}<span class="seminar-sr">${l("neighbour.right")}</span></span>`:c}
            </li>`)}
      </ol>
    </fieldset>`},remark(t){let e=t.checked?.order;if(!e)return c;let s=e.length-1,n=t.detail.kept,i=n<s?t.sealed.feedback?.otherwise:null;return h`<div class="seminar-remark">
      ${n<s?h`<p>${l("neighbours",{right:n,n:s})}</p>`:c} ${$(i)}
    </div>`}};function lt(t,e,s,n,i){let r=C((t.payload.items??[])[e]),o=s+n<0||s+n>=i;return h`<button
    class="seminar-move"
    type="button"
    id=${t.id(`${n<0?"up":"down"}-${e}`)}
    aria-label=${l(n<0?"move.up":"move.down",{item:r})}
    aria-disabled=${o?"true":c}
    @click=${()=>ct(t,s,s+n)}
  >
    <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${n<0?"M3.5 10 8 5.5 12.5 10":"M3.5 6 8 10.5 12.5 6"}></path></svg>
  </button>`}var Ot=t=>t.trim().split(/\s+/).filter(Boolean).length,Ee=({id:t,label:e,value:s,rows:n,note:i,input:r})=>h`<div class="seminar-text">
    <label class="seminar-text__label" for=${t}>${e}</label>
    <textarea
      class="seminar-input"
      id=${t}
      rows=${n}
      maxlength="20000"
      aria-describedby=${i?`${t}-note`:c}
      .value=${x(s)}
      @input=${o=>r(o.target.value)}
    ></textarea>
    <div class="seminar-text__print" aria-hidden="true">${s}</div>
    ${i?h`<p class="seminar-text__note" id=${`${t}-note`}>${i}</p>`:c}
  </div>`;function Rt(t){let{model_answer:e,checklist:s=[]}=t.sealed,n=t.response.checked??[],i=r=>{let o=n.includes(r)?n.filter(d=>d!==r):[...n,r].sort((d,a)=>d-a);t.change({...t.response,checked:o})};return h`<div class="seminar-model">
      <p class="seminar-label">${l("text.model")}</p>
      ${$(e)}
    </div>
    ${s.length?h`<fieldset class="seminar-fields">
          <legend class="seminar-how">${l("text.checklist")}</legend>
          ${s.map((r,o)=>h`<div class="seminar-option ${n.includes(o)?"seminar-option--on":""}">
                <label class="seminar-option__label">
                  <input type="checkbox" id=${t.id(`tick-${o}`)} .checked=${x(n.includes(o))} @change=${()=>i(o)} />
                  <span class="seminar-option__text">${$(r)}</span>
                </label>
              </div>`)}
        </fieldset>`:c}`}var dt={clean(t){let e=Y(t.text);if(!e.trim())return{};let n=(Array.isArray(t.checked)?t.checked:[]).filter(i=>M(i,1e3)!==void 0);return n.length?{text:e,checked:n}:{text:e}},extent:t=>t.text?"complete":"empty",lacks:t=>t.text?null:l("lacks.text"),body(t){let e=t.response.text??"",s=Ot(e),n=t.payload.words;return h`${Ee({id:t.id("text"),label:l("answer"),value:e,rows:Math.min(10,Math.max(4,Math.round((n??60)/12))),note:n?l("text.about",{n:s,most:n}):l("text.words",{n:s}),input:i=>t.change(i.trim()?{...t.response,text:i}:{})})}
    ${t.checked?Rt(t):c}`},verdict(t){let e=t.sealed.checklist?.length??0;return e?l("text.ticked",{k:t.response.checked?.length??0,n:e}):l("text.by.hand")}};function ut(t,e){let s=n=>L(n??"");if(e.ask==="choice"&&t.choice===void 0)return l("lacks.choice");if(e.ask==="number"){if(!t.number?.trim())return l("lacks.number");if(s(t.number)===null)return l("lacks.number.form")}if(e.range){let n=s(t.low),i=s(t.high);if(n===null)return l("lacks.low");if(i===null)return l("lacks.high");if(U(n,i)>0)return l("lacks.range")}return e.because&&!t.because?.trim()?l("lacks.because"):null}function pt(t,e,s){let n=t.unit?h` <span>${t.unit}</span>`:c;return h`<div class="seminar-committed">
    <p class="seminar-label">${l("predict.committed",{date:ae(s)})}</p>
    <dl class="seminar-said">
      <dt>${l("predict.yours")}</dt>
      <dd>
        ${e.choice!==void 0?$((t.options??[])[e.choice]):h`${e.number}${n}`}
        ${t.range?h`<span class="seminar-said__range">${l("predict.between",{low:e.low??"",high:e.high??""})}</span>`:c}
      </dd>
      ${e.because?h`<dt>${l("predict.reason")}</dt><dd class="seminar-said__reason">${e.because}</dd>`:c}
    </dl>
  </div>`}var He={clean(t,e){let s={},n=M(t.choice,(e.options??[]).length);e.ask==="choice"&&n!==void 0&&(s.choice=n),e.ask==="number"&&Y(t.number)&&(s.number=t.number);for(let i of["low","high","because"])Y(t[i])&&(s[i]=t[i]);return t.committed===!0&&(s.committed=!0),s},extent(t,e){return Object.keys(t).length?ut(t,e)===null?"complete":"partial":"empty"},lacks:ut,body(t){let{payload:e,response:s}=t,n=r=>t.change(He.clean({...s,...r},e)),i=e.ask==="choice"?h`<fieldset class="seminar-fields">
            <legend class="seminar-how">${l("choose.one")}</legend>
            ${(e.options??[]).map((r,o)=>h`<div class="seminar-option ${s.choice===o?"seminar-option--on":""}">
                  <label class="seminar-option__label">
                    <input
                      type="radio"
                      id=${t.id(`option-${o}`)}
                      name=${t.id("option")}
                      .checked=${x(s.choice===o)}
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
    ${e.because?Ee({id:t.id("because"),label:l("predict.because"),value:s.because??"",rows:2,input:r=>n({because:r})}):c}`}};var mt={"single-choice":it,"multiple-choice":rt,numeric:at,ordering:ht,matching:ve,classification:Ae,"short-text":dt,prediction:He};var b=class extends Error{constructor(e){super(e??"empty"),this.problem=e}};function gt(t,e){let s=t.points;try{return It(t,e)}catch(n){if(!(n instanceof b))throw n;let{problem:i}=n;return{points:0,of:s,detail:i===null?{reason:"empty"}:{reason:"malformed",problem:i}}}}function It(t,e){if(typeof e!="object"||e===null||Array.isArray(e))throw new b("not-an-object");let s=e;switch(t.kind){case"choices":return he(t,...jt(t,s));case"bands":return he(t,...Yt(t,s));case"order":return he(t,...Wt(t,s));case"assign":return he(t,...Vt(t,s));case"by-hand":return Ft(t,s);case"complete":return qt(t,s);default:throw new Error(`unknown kind of rule: ${JSON.stringify(t)}`)}}function he(t,e,s){let n=Math.max(e[0],0),i=e[1],r=n===i?"right":n?"partly":"wrong";return{points:Dt(t.points,n,i),of:t.points,detail:{reason:r,...s}}}function Dt(t,e,s){return ft(t*e+ft(s,2),s)}function ft(t,e){return(t-t%e)/e}function jt(t,e){let s=t.correct.length,n=new Set(t.policy==="one"?[fe(W(e,"choice"),s)]:Se(W(e,"choices"),s)),i=t.correct.map((a,u)=>n.has(u)?a?"right":"wrong":a?"missed":"left"),r=de(i,"right"),o=de(i,"wrong"),d=de(i,"missed");return[Ut(t.policy,s,r,o,d),{options:i}]}function Ut(t,e,s,n,i){let r=s+i,o=e-r;switch(t){case"one":return[s,1];case"each-item":return[e-n-i,e];case"all-or-nothing":return[n||i?0:1,1];case"false":case"false2":{if(!r)return[n?0:1,1];if(!o)return[s,r];let d=t==="false2"?Math.max(o,2):o;return[s*d-n*r,r*d]}default:throw new Error(`unknown policy: ${t}`)}}function Yt(t,e){let s=pe(W(e,"number")),n=t.bands.findIndex(({from:i,to:r})=>(i===null||U(s,i)>=0)&&(r===null||U(s,r)<=0));return n<0?[[0,100],{band:null}]:[[t.bands[n].credit,100],{band:n}]}function Wt(t,e){let s=Se(W(e,"order"),t.length);if(s.length!==t.length)throw new b("wrong-length");let n=s.slice(1).map((o,d)=>o===s[d]+1),i=n.filter(Boolean).length,r=s.map((o,d)=>o===d);return[$t(t,[i,t.length-1]),{places:r,joins:n,kept:i}]}function Vt(t,e){let s=bt(W(e,t.field));if(s.length!==t.key.length)throw new b("wrong-length");let n=Array.from(s,r=>me(r)?null:fe(r,t.targets));if(n.every(r=>r===null))throw new b(null);let i=n.map((r,o)=>r===null?"missed":t.key[o].includes(r)?"right":"wrong");return[$t(t,[de(i,"right"),i.length]),{items:i}]}function Ft(t,e){let s=ue(W(e,"text")),n=X(e,"checked"),i=me(n)?0:Se(n,t.checklist).length;if(!j(s))throw new b(null);return{points:null,of:t.points,detail:{reason:"by-hand",checked:i}}}function qt(t,e){let{needs:s,points:n}=t,i=s.filter(o=>Gt(t,e,o)),r=o=>s.includes(o)&&!i.includes(o);if(r("low")&&r("high")&&U(pe(X(e,"low")),pe(X(e,"high")))>0)throw new b("low-above-high");if(i.length===s.length)throw new b(null);return i.length?{points:0,of:n,detail:{reason:"incomplete",missing:i}}:{points:n,of:n,detail:{reason:"complete"}}}function Gt(t,e,s){let n=X(e,s);if(me(n))return!0;switch(s){case"committed":if(typeof n!="boolean")throw new b("not-a-boolean");return!n;case"choice":return fe(n,t.options),!1;case"because":return!j(ue(n));default:return j(ue(n))?(pe(n),!1):!0}}function $t(t,e){return t.policy==="all-or-nothing"?[e[0]===e[1]?1:0,1]:e}function de(t,e){return t.filter(s=>s===e).length}function me(t){return t==null}function X(t,e){return Object.hasOwn(t,e)?t[e]:void 0}function W(t,e){let s=X(t,e);if(me(s))throw new b(null);return s}function bt(t){if(!Array.isArray(t))throw new b("not-a-list");return t}function ue(t){if(typeof t!="string")throw new b("not-text");return t}function pe(t){let e=ue(t);if(!j(e))throw new b(null);let s=L(e);if(s===null)throw new b("not-a-number");return s}function fe(t,e){if(typeof t!="number"||!Number.isInteger(t)||t<0||t>=e)throw new b("not-a-position");return t+0}function Se(t,e){let s=bt(t);if(s.length>e)throw new b("wrong-length");let n=Array.from(s,i=>fe(i,e));if(new Set(n).size!==n.length)throw new b("repeated");return n}function yt(t){let e=Uint8Array.from(atob(t),s=>s.charCodeAt(0)^90);return JSON.parse(new TextDecoder().decode(e))}function Jt(){let t=globalThis,e=Symbol.for("seminar.exercises");return t[e]=(t[e]??0)+1}function Kt(t,e){let{shown:s}=e;if(!s)return t;let n=i=>i?.map((r,o)=>i[s.indexOf(o)]);return t.type==="ordering"?{...t,shown:s,items:n(t.items)}:{...t,shown:s,rights:n(t.rights)}}var Pe=class{constructor(e,s){this.model=e,this.el=s,this.sealed=yt(e.get("payload").sealed),this.payload=Kt(e.get("payload"),this.sealed),this.kind=mt[this.payload.type],this.recalled=e.get("view")==="recall",this.prefix=`seminar-${Jt()}-${this.payload.id}`,this.checked=null,this.detail=null,this.lacking=null,this.asking=!1,this.unfolded=!1,this.record=null,this.take(),this.unfolded=this.state==="checked"&&this.solved,this.changed=()=>{this.model.get("record")!==this.record&&(this.take(),this.draw())},this.noticed=()=>this.draw(),e.on("change:record",this.changed),e.on("change:notice",this.noticed),this.draw()}stop(){this.model.off?.("change:record",this.changed),this.model.off?.("change:notice",this.noticed)}take(){let e=this.model.get("record");this.record=e&&typeof e=="object"&&e.response?e:null,this.lacking=null,this.asking=!1,this.judge(this.record?.state==="checked"?this.response:null)}get response(){return this.record?this.kind.clean(this.record.response,this.payload):{}}get state(){return this.record?.state}get solved(){return this.record?.solution??!1}id(e){return`${this.prefix}-${e}`}judge(e){this.checked=e,this.marked=e?gt(this.sealed.rule,e):null,this.detail=this.marked?.detail??null}keep(e){let{id:s,fingerprint:n}=this.payload;this.record={version:1,id:s,fingerprint:n,response:{},state:"in-progress",attempts:0,hints:0,solution:!1,...this.record,...e,changed:new Date().toISOString()},this.model.set("record",this.record),this.model.save_changes()}change(e,s){this.lacking=null;let n=this.payload.type==="short-text"&&this.state==="checked"&&e.text,i=this.kind.extent(e,this.payload)==="complete";this.keep({response:e,state:n?"checked":i?"answered":"in-progress"}),n&&this.judge(e),this.draw(),s&&this.say(s)}check(){let e=this.kind.lacks(this.response,this.payload);if(e!==null&&this.kind.none&&this.lacking===e)this.keep({response:this.kind.none});else if(e!==null){this.lacking=e,this.draw(),this.say(e);return}this.lacking=null,this.keep({state:"checked",attempts:(this.record?.attempts??0)+1}),this.judge(this.response),this.draw(),this.focus("result"),this.say(this.verdict())}commit(){let e=this.kind.lacks(this.response,this.payload);this.lacking=e,e===null&&this.keep({response:{...this.response,committed:!0},state:"committed",attempts:(this.record?.attempts??0)+1}),this.draw(),e===null&&this.focus("result"),this.say(e??l("predict.committed",{date:ae(this.record?.changed??"")}))}again(){this.judge(null),this.unfolded=!1,this.keep({state:"answered"}),this.draw(),this.focusFirst(),this.say(l("again.said"))}hint(){let e=(this.record?.hints??0)+1;this.keep({hints:e}),this.draw(),this.focus(`hint-${e}`)}solve(){this.unfolded=!this.unfolded,this.unfolded&&this.keep({solution:!0}),this.draw(),this.unfolded&&this.say(l("solution.said"))}ask(e){this.asking=e,this.draw(),this.focus(e?"keep":"reset")}reset(){this.record=null,this.asking=!1,this.unfolded=!1,this.lacking=null,this.judge(null),this.model.set("record",{}),this.model.save_changes(),this.draw(),this.focusFirst(),this.say(l("reset.said"))}verdict(){if(!this.marked)return"";if(this.kind.verdict)return this.kind.verdict(this.view());let{points:e,of:s,detail:n}=this.marked,i=n.reason==="right"?"right":n.reason==="partly"?"partly":"wrong",r=(this.checked?.pairs??this.checked?.boxes??[]).filter(d=>d===null).length,o=[l(`result.${i}`)];return s&&o.push(`${l("points.of",{points:Je(e??0),n:s/100})}.`),r&&o.push(l("result.open",{n:r})),o.join(" ")}say(e){let s=this.el.querySelector(".seminar-live");s&&(s.textContent=s.textContent===e?`${e} `:e)}focus(e){let s=this.el.querySelector(`[id="${this.id(e)}"]`);s?.focus({preventScroll:!0}),s?.scrollIntoView({block:"nearest"})}focusFirst(){this.el.querySelector(".seminar-answer :is(input:checked, select, textarea, input, button)")?.focus({preventScroll:!0})}view(){return{payload:this.payload,response:this.response,checked:this.checked,detail:this.detail,sealed:this.sealed,id:e=>this.id(e),change:(e,s)=>this.change(e,s),say:e=>this.say(e)}}draw(){let e=this.el.getRootNode(),s=e.activeElement,n=s instanceof HTMLElement&&this.el.contains(s)?s:null;if(we(this.template(),this.el),!n||e.activeElement===n)return;((n.isConnected?n:this.el.querySelector(`[id="${n.id}"]`))??this.el.querySelector(".seminar-answer :is(input, select, textarea, button)")??this.el.querySelector("[tabindex]"))?.focus({preventScroll:!0})}template(){let{payload:e}=this,s=this.model.get("notice"),n=this.state==="committed";return h`<div
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
      ${pt(this.payload,this.response,this.record?.changed??"")}
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
        ${s==="noted"?c:K(s==="right"?"right":s==="partly"?"missed":"wrong")}
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
    </ol>`}};function kt({model:t,el:e}){e.classList.add("seminar-root");let s=new Pe(t,e);return()=>s.stop()}function Qt({model:t,el:e}){e.dataset.lmSuppressShortcuts="true";for(let s of["keydown","keypress","keyup"])e.addEventListener(s,n=>n.stopPropagation());return kt({model:t,el:e})}var wn={render:Qt};export{wn as default};
