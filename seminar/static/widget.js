var We=globalThis,wt=e=>e,ve=We.trustedTypes,_t=ve?ve.createPolicy("lit-html",{createHTML:e=>e}):void 0,qe="$lit$",O=`lit$${Math.random().toFixed(9).slice(2)}$`,Ve="?"+O,bn=`<${Ve}>`,V=document,ce=()=>V.createComment(""),de=e=>e===null||typeof e!="object"&&typeof e!="function",Ke=Array.isArray,St=e=>Ke(e)||typeof e?.[Symbol.iterator]=="function",Ue=`[ 	
\f\r]`,le=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,vt=/-->/g,At=/>/g,W=RegExp(`>|${Ue}(?:([^\\s"'>=/]+)(${Ue}*=${Ue}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Mt=/'/g,Tt=/"/g,Ct=/^(?:script|style|textarea|title)$/i,Ge=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),h=Ge(1),B=Ge(2),ms=Ge(3),S=Symbol.for("lit-noChange"),d=Symbol.for("lit-nothing"),Nt=new WeakMap,q=V.createTreeWalker(V,129);function Et(e,t){if(!Ke(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return _t!==void 0?_t.createHTML(t):t}var Ht=(e,t)=>{let n=e.length-1,s=[],r,i=t===2?"<svg>":t===3?"<math>":"",o=le;for(let l=0;l<n;l++){let a=e[l],u,f,m=-1,p=0;for(;p<a.length&&(o.lastIndex=p,f=o.exec(a),f!==null);)p=o.lastIndex,o===le?f[1]==="!--"?o=vt:f[1]!==void 0?o=At:f[2]!==void 0?(Ct.test(f[2])&&(r=RegExp("</"+f[2],"g")),o=W):f[3]!==void 0&&(o=W):o===W?f[0]===">"?(o=r??le,m=-1):f[1]===void 0?m=-2:(m=o.lastIndex-f[2].length,u=f[1],o=f[3]===void 0?W:f[3]==='"'?Tt:Mt):o===Tt||o===Mt?o=W:o===vt||o===At?o=le:(o=W,r=void 0);let g=o===W&&e[l+1].startsWith("/>")?" ":"";i+=o===le?a+bn:m>=0?(s.push(u),a.slice(0,m)+qe+a.slice(m)+O+g):a+O+(m===-2?l:g)}return[Et(e,i+(e[n]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),s]},he=class e{constructor({strings:t,_$litType$:n},s){let r;this.parts=[];let i=0,o=0,l=t.length-1,a=this.parts,[u,f]=Ht(t,n);if(this.el=e.createElement(u,s),q.currentNode=this.el.content,n===2||n===3){let m=this.el.content.firstChild;m.replaceWith(...m.childNodes)}for(;(r=q.nextNode())!==null&&a.length<l;){if(r.nodeType===1){if(r.hasAttributes())for(let m of r.getAttributeNames())if(m.endsWith(qe)){let p=f[o++],g=r.getAttribute(m).split(O),$=/([.?@])?(.*)/.exec(p);a.push({type:1,index:i,name:$[2],strings:g,ctor:$[1]==="."?Me:$[1]==="?"?Te:$[1]==="@"?Ne:G}),r.removeAttribute(m)}else m.startsWith(O)&&(a.push({type:6,index:i}),r.removeAttribute(m));if(Ct.test(r.tagName)){let m=r.textContent.split(O),p=m.length-1;if(p>0){r.textContent=ve?ve.emptyScript:"";for(let g=0;g<p;g++)r.append(m[g],ce()),q.nextNode(),a.push({type:2,index:++i});r.append(m[p],ce())}}}else if(r.nodeType===8)if(r.data===Ve)a.push({type:2,index:i});else{let m=-1;for(;(m=r.data.indexOf(O,m+1))!==-1;)a.push({type:7,index:i}),m+=O.length-1}i++}}static createElement(t,n){let s=V.createElement("template");return s.innerHTML=t,s}};function K(e,t,n=e,s){if(t===S)return t;let r=s!==void 0?n._$Co?.[s]:n._$Cl,i=de(t)?void 0:t._$litDirective$;return r?.constructor!==i&&(r?._$AO?.(!1),i===void 0?r=void 0:(r=new i(e),r._$AT(e,n,s)),s!==void 0?(n._$Co??=[])[s]=r:n._$Cl=r),r!==void 0&&(t=K(e,r._$AS(e,t.values),r,s)),t}var Ae=class{constructor(t,n){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=n}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:n},parts:s}=this._$AD,r=(t?.creationScope??V).importNode(n,!0);q.currentNode=r;let i=q.nextNode(),o=0,l=0,a=s[0];for(;a!==void 0;){if(o===a.index){let u;a.type===2?u=new X(i,i.nextSibling,this,t):a.type===1?u=new a.ctor(i,a.name,a.strings,this,t):a.type===6&&(u=new Se(i,this,t)),this._$AV.push(u),a=s[++l]}o!==a?.index&&(i=q.nextNode(),o++)}return q.currentNode=V,r}p(t){let n=0;for(let s of this._$AV)s!==void 0&&(s.strings!==void 0?(s._$AI(t,s,n),n+=s.strings.length-2):s._$AI(t[n])),n++}},X=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,n,s,r){this.type=2,this._$AH=d,this._$AN=void 0,this._$AA=t,this._$AB=n,this._$AM=s,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,n=this._$AM;return n!==void 0&&t?.nodeType===11&&(t=n.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,n=this){t=K(this,t,n),de(t)?t===d||t==null||t===""?(this._$AH!==d&&this._$AR(),this._$AH=d):t!==this._$AH&&t!==S&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):St(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==d&&de(this._$AH)?this._$AA.nextSibling.data=t:this.T(V.createTextNode(t)),this._$AH=t}$(t){let{values:n,_$litType$:s}=t,r=typeof s=="number"?this._$AC(t):(s.el===void 0&&(s.el=he.createElement(Et(s.h,s.h[0]),this.options)),s);if(this._$AH?._$AD===r)this._$AH.p(n);else{let i=new Ae(r,this),o=i.u(this.options);i.p(n),this.T(o),this._$AH=i}}_$AC(t){let n=Nt.get(t.strings);return n===void 0&&Nt.set(t.strings,n=new he(t)),n}k(t){Ke(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,s,r=0;for(let i of t)r===n.length?n.push(s=new e(this.O(ce()),this.O(ce()),this,this.options)):s=n[r],s._$AI(i),r++;r<n.length&&(this._$AR(s&&s._$AB.nextSibling,r),n.length=r)}_$AR(t=this._$AA.nextSibling,n){for(this._$AP?.(!1,!0,n);t!==this._$AB;){let s=wt(t).nextSibling;wt(t).remove(),t=s}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},G=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,n,s,r,i){this.type=1,this._$AH=d,this._$AN=void 0,this.element=t,this.name=n,this._$AM=r,this.options=i,s.length>2||s[0]!==""||s[1]!==""?(this._$AH=Array(s.length-1).fill(new String),this.strings=s):this._$AH=d}_$AI(t,n=this,s,r){let i=this.strings,o=!1;if(i===void 0)t=K(this,t,n,0),o=!de(t)||t!==this._$AH&&t!==S,o&&(this._$AH=t);else{let l=t,a,u;for(t=i[0],a=0;a<i.length-1;a++)u=K(this,l[s+a],n,a),u===S&&(u=this._$AH[a]),o||=!de(u)||u!==this._$AH[a],u===d?t=d:t!==d&&(t+=(u??"")+i[a+1]),this._$AH[a]=u}o&&!r&&this.j(t)}j(t){t===d?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},Me=class extends G{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===d?void 0:t}},Te=class extends G{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==d)}},Ne=class extends G{constructor(t,n,s,r,i){super(t,n,s,r,i),this.type=5}_$AI(t,n=this){if((t=K(this,t,n,0)??d)===S)return;let s=this._$AH,r=t===d&&s!==d||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive,i=t!==d&&(s===d||r);r&&this.element.removeEventListener(this.name,this,s),i&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},Se=class{constructor(t,n,s){this.element=t,this.type=6,this._$AN=void 0,this._$AM=n,this.options=s}get _$AU(){return this._$AM._$AU}_$AI(t){K(this,t)}},Lt={M:qe,P:O,A:Ve,C:1,L:Ht,R:Ae,D:St,V:K,I:X,H:G,N:Te,U:Ne,B:Me,F:Se},yn=We.litHtmlPolyfillSupport;yn?.(he,X),(We.litHtmlVersions??=[]).push("3.3.3");var R=(e,t,n)=>{let s=n?.renderBefore??t,r=s._$litPart$;if(r===void 0){let i=n?.renderBefore??null;s._$litPart$=r=new X(t.insertBefore(ce(),i),i,void 0,n??{})}return r._$AI(e),r};var H={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},ee=e=>(...t)=>({_$litDirective$:e,values:t}),I=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,n,s){this._$Ct=t,this._$AM=n,this._$Ci=s}_$AS(t,n){return this.update(t,n)}update(t,n){return this.render(...n)}};var ue=class extends I{constructor(t){if(super(t),this.it=d,t.type!==H.CHILD)throw Error(this.constructor.directiveName+"() can only be used in child bindings")}render(t){if(t===d||t==null)return this._t=void 0,this.it=t;if(t===S)return t;if(typeof t!="string")throw Error(this.constructor.directiveName+"() called with a non-string value");if(t===this.it)return this._t;this.it=t;let n=[t];return n.raw=n,this._t={_$litType$:this.constructor.resultType,strings:n,values:[]}}};ue.directiveName="unsafeHTML",ue.resultType=1;var Bt=ee(ue);var Ce={locale:"en-GB",exercise:"Exercise",prediction:"Prediction",figure:"the figure",recall:"Your prediction, met again","level.check":"Check","level.apply":"Apply","level.argue":"Argue",minutes:{one:"{n} minute",other:"{n} minutes"},points:{one:"{n} point",other:"{n} points"},"points.of":{one:"{points} of {n} point",other:"{points} of {n} points"},answer:"Your answer","choose.one":"Choose one.","choose.any":"Choose all that apply.","order.how":"Put into order with the arrows, or drag.","order.on.paper":"Number these in the right order.","match.how":"Choose a partner for each.","match.choices":"To choose from","sort.how":"Choose a box for each.","spectrum.how":"Place each where its text supports it. Your reading is marked, and no opinion is.","spectrum.read":"Read:","spectrum.own":"Your own placing, which is never marked.","spectrum.opinions":"Reading this book safely","spectrum.defend":"Which placing do you defend?","spectrum.defend.one":"Defend your placing of","spectrum.supported":"Its text supports this","spectrum.against":"Its text speaks against this","spectrum.result":{one:"{right} of {n} placing is supported by its text.",other:"{right} of {n} placings are supported by their texts."},"spectrum.reason":"Of your reason you ticked {k} of {n}. Only a reader can mark it.","spectrum.band":"{first} to {last}","spectrum.lacks":"Place at least one first.","spectrum.lacks.which":"Choose which placing you defend.","spectrum.lacks.place":"Place “{item}” first: that is the placing you defend.","select.none":"choose …","move.up":"Move up: {item}","move.down":"Move down: {item}","move.drag":"Drag to reorder","move.done":"Moved “{item}” to position {position} of {n}.","move.first":"“{item}” is first already.","move.last":"“{item}” is last already.",neighbours:{one:"{right} of {n} neighbouring pair stands right.",other:"{right} of {n} neighbouring pairs stand right."},"neighbour.right":"These two belong together in this order",check:"Check",compare:"Compare with a model answer",commit:"Commit my prediction",again:"Try again","again.said":"Feedback cleared. Change your answer and check it again.",hint:"Hint","hint.more":"Hint {k} of {n}","hint.label":"Hint {k}",solution:"Solution","solution.show":"Show the solution","solution.hide":"Hide the solution","solution.said":"The solution is shown below.",reset:"Start over","reset.ask":"Clear your answer to this exercise, and begin again?","reset.yes":"Clear my answer","reset.no":"Keep it","reset.said":"Answer cleared.",result:"Result","result.right":"Right.","result.partly":"Partly right.","result.wrong":"Not yet.","result.open":{one:"You left {n} open.",other:"You left {n} open."},"result.all":"Only a wholly right answer earns points.",found:{one:"You found {right} of the {n} that applies.",other:"You found {right} of the {n} that apply."},"found.none":"None of them applies.","found.wrong":{one:"{n} is wrongly chosen.",other:"{n} are wrongly chosen."},"found.costs":{one:"{n} wrong choice takes points off.",other:"{n} wrong choices take points off."},"result.attempt":{one:"{n} try",other:"{n} tries"},"mark.right":"Right","mark.wrong":"Not right","mark.missed":"Missed","mark.taken":"Wrongly chosen","lacks.choice":"Choose an answer first.","lacks.choices":"Choose what applies. If you mean that none does, press Check once more.","lacks.number":"Write a number first.","lacks.number.form":"Write a plain number, such as 11.2 or 11,2, without a thousands mark or a unit.","lacks.order":"Move at least one of them first.","lacks.pairs":"Choose at least one partner first.","lacks.boxes":"Choose a box for at least one first.","lacks.text":"Write an answer first.","lacks.low":"Write the low end of your range, as a number.","lacks.high":"Write the high end of your range, as a number.","lacks.range":"The low end of your range lies above the high end.","lacks.within":"Your number, {number}, lies outside your own range, {low} to {high}. Change one of them.","lacks.because":"Write a sentence of reason first.","text.words":{one:"{n} word",other:"{n} words"},"text.about":{one:"{n} word; about {most} are enough",other:"{n} words; about {most} are enough"},"text.model":"A model answer","text.checklist":"Does your answer say this? Tick what it does.","text.ticked":"{k} of {n} ticked. Only a reader can mark this.","text.by.hand":"Only a reader can mark this.","predict.range":"Your 80 per cent range: you would be surprised, one time in five, by a figure outside it.","predict.low":"Low end","predict.high":"High end","predict.because":"Because …","predict.note":"A prediction is committed once, and stays as it is. You will meet it again.","predict.committed":"Committed on {date}.","predict.later":"You will meet it again further on.","predict.yours":"You predicted","predict.between":"between {low} and {high}","predict.reason":"Your reason","predict.lacking":"You have not made this prediction. You can still make it, as you would have before reading; then you see what happened.","predict.outcome":"What happened","commit.note":"A prediction is committed once, and stays as it is. Then you see what happened.","figure.alt":"The figure of “{title}”.","figure.numbers":"The numbers","draw.how":"Go on with the line: drag its handles, or write the numbers here.","draw.unit":"In {unit}.","draw.handles":"Handles of the line","draw.point":"{x}: {value}","draw.waiting":"{x}: not set yet","draw.range":"Your 80 per cent range for {x}: you would be surprised, one time in five, by a figure outside it.","draw.yours":"Your line","draw.truth":"What happened","draw.difference":"Difference","draw.compared":"Your line and what happened, in {unit}","draw.drawn":"Your line, in {unit}","draw.turning":"Where it turned","draw.rose":"{x}: {value} {unit}; then it rose.","draw.fell":"{x}: {value} {unit}; then it fell.","draw.range.yours":"Your range for {x}: {low} to {high} {unit}.","draw.range.held":"Your range for {x}, {low} to {high}, held: it was {truth} {unit}.","draw.range.below":"Your range for {x}, {low} to {high}, did not hold: it was {truth} {unit}, below it.","draw.range.above":"Your range for {x}, {low} to {high}, did not hold: it was {truth} {unit}, above it.","lacks.points":"Still to set: {x}.","lacks.point.form":"Write a plain number for {x}, such as 11.2 or 11,2, without a thousands mark or a unit.","lacks.setting":"Move a slider first.","explore.box":"{label}, as a number","explore.form":"Write a number from {low} to {high}.","explore.near":"The nearest that is worked out: {text}.","explore.noted":"Noted.","read.how":"Pick it in the figure, or in the list.","read.chosen":"Chosen: {text}","notice.refused":"This browser keeps nothing for this page, so your answers will be gone when you close it. Everything works until then.","notice.full":"The browser’s storage for this site is full, so your latest answers will be gone when you close this page. Everything works until then.","notice.unreadable":"What was saved for this exercise cannot be read. It has been put aside, and the exercise begins anew.","notice.kernel":"Your answers cannot be written to a file now: show work() again to see why. They last as long as the kernel.","notice.changed":"This exercise has been changed since you answered it. Your earlier answer has been put aside, and the exercise begins anew."};var xn=new Intl.PluralRules(Ce.locale);function c(e,t={}){let n=Ce[e];return(typeof n=="string"?n:n[xn.select(Number(t.n))]??n.other).replace(/\{(\w+)\}/g,(r,i)=>String(t[i]??r))}var Je=e=>String(e/100);function Ze(e){let t=new Date(e);return Number.isNaN(t.getTime())?e:t.toLocaleDateString(Ce.locale,{day:"numeric",month:"long",year:"numeric"})}var{I:wn}=Lt,Ot=e=>e;var Pt=e=>e.strings===void 0,Rt=()=>document.createComment(""),te=(e,t,n)=>{let s=e._$AA.parentNode,r=t===void 0?e._$AB:t._$AA;if(n===void 0){let i=s.insertBefore(Rt(),r),o=s.insertBefore(Rt(),r);n=new wn(i,o,e,e.options)}else{let i=n._$AB.nextSibling,o=n._$AM,l=o!==e;if(l){let a;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(a=e._$AU)!==o._$AU&&n._$AP(a)}if(i!==r||l){let a=n._$AA;for(;a!==i;){let u=Ot(a).nextSibling;Ot(s).insertBefore(a,r),a=u}}}return n},D=(e,t,n=e)=>(e._$AI(t,n),e),_n={},Ee=(e,t=_n)=>e._$AH=t,It=e=>e._$AH,He=e=>{e._$AR(),e._$AA.remove()};var Dt=(e,t,n)=>{let s=new Map;for(let r=t;r<=n;r++)s.set(e[r],r);return s},me=ee(class extends I{constructor(e){if(super(e),e.type!==H.CHILD)throw Error("repeat() can only be used in text expressions")}dt(e,t,n){let s;n===void 0?n=t:t!==void 0&&(s=t);let r=[],i=[],o=0;for(let l of e)r[o]=s?s(l,o):o,i[o]=n(l,o),o++;return{values:i,keys:r}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,n,s]){let r=It(e),{values:i,keys:o}=this.dt(t,n,s);if(!Array.isArray(r))return this.ut=o,i;let l=this.ut??=[],a=[],u,f,m=0,p=r.length-1,g=0,$=i.length-1;for(;m<=p&&g<=$;)if(r[m]===null)m++;else if(r[p]===null)p--;else if(l[m]===o[g])a[g]=D(r[m],i[g]),m++,g++;else if(l[p]===o[$])a[$]=D(r[p],i[$]),p--,$--;else if(l[m]===o[$])a[$]=D(r[m],i[$]),te(e,a[$+1],r[m]),m++,$--;else if(l[p]===o[g])a[g]=D(r[p],i[g]),te(e,r[m],r[p]),p--,g++;else if(u===void 0&&(u=Dt(o,g,$),f=Dt(l,m,p)),u.has(l[m]))if(u.has(l[p])){let b=f.get(o[g]),k=b!==void 0?r[b]:null;if(k===null){let x=te(e,r[m]);D(x,i[g]),a[g]=x}else a[g]=D(k,i[g]),te(e,r[m],k),r[b]=null;g++}else He(r[p]),p--;else He(r[m]),m++;for(;g<=$;){let b=te(e,a[$+1]);D(b,i[g]),a[g++]=b}for(;m<=p;){let b=r[m++];b!==null&&He(b)}return this.ut=o,Ee(e,a),S}});var A=ee(class extends I{constructor(e){if(super(e),e.type!==H.PROPERTY&&e.type!==H.ATTRIBUTE&&e.type!==H.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!Pt(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===S||t===d)return t;let n=e.element,s=e.name;if(e.type===H.PROPERTY){if(t===n[s])return S}else if(e.type===H.BOOLEAN_ATTRIBUTE){if(!!t===n.hasAttribute(s))return S}else if(e.type===H.ATTRIBUTE&&n.getAttribute(s)===t+"")return S;return Ee(e),t}});var Le=5,y=e=>e?Bt(e):d;function T(e){return!e.includes("<")&&!e.includes("&")?e:(new DOMParser().parseFromString(e,"text/html").body.textContent??"").replace(/\s+/g," ").trim()}var vn={right:"M3 8.5 6.5 12 13 4.5",wrong:"M4 4l8 8M12 4l-8 8",missed:"M8 3.5v6M8 12.2v.3"},pe=e=>h`<svg class="seminar-icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${vn[e]}></path></svg>`,j=(e,t,n,s)=>h`<div class="seminar-feedback seminar-feedback--${e} ${n?"":"seminar-feedback--bare"}" id=${s}>
    <span class="seminar-mark">${pe(e)}${c(t)}</span>
    ${n?h`<div class="seminar-feedback__text">${y(n)}</div>`:d}
  </div>`,Y=(e,t)=>Number.isInteger(e)&&Number(e)>=0&&Number(e)<t?Number(e):void 0;function J(e,t,n){let s=Array.isArray(e)?e:[];return Array.from({length:t},(r,i)=>Y(s[i],n)??null)}function P(e){let t=e.filter(n=>n!==null).length;return t===0?"empty":t<e.length?"partial":"complete"}var An=864e5,Mn=24,Tn={linear:Number,log:e=>Math.log10(Number(e)),date:e=>typeof e=="number"?e:Date.parse(/T.*\d$/.test(e)&&!/[+-]\d\d:\d\d$/.test(e)?`${e}Z`:e)/An};function ze({scale:e,data:t,svg:n}){let s=Tn[e],[r,i]=t.map(s),o=(n[1]-n[0])/(i-r);return{to:l=>n[0]+(s(l)-r)*o,from:l=>{let a=r+(l-n[0])/o;return e==="log"?10**a:a}}}var Yt=e=>e.map((t,n)=>t?`${e[n-1]?"L":"M"}${t.map(s=>Number(s.toFixed(2))).join(" ")}`:"").join(""),Ft=(e,t)=>e.parameters.reduce((n,{values:s},r)=>n*s.length+t[r],0),jt=e=>h`<details>
    <summary>${c("figure.numbers")}</summary>
    <div class="seminar-scroll" role="group" tabindex="0" aria-label=${c("figure.numbers")}>
      <table class="seminar-numbers">
        <thead>
          <tr>${e.columns.map(t=>h`<th scope="col">${t}</th>`)}</tr>
        </thead>
        <tbody>${Ut(e)}</tbody>
      </table>
    </div>
  </details>`,Ut=({rows:e,numeric:t=[]})=>e.map(([n,...s])=>h`<tr>
        ${n?h`<th scope="row">${n}</th>`:h`<td></td>`}${s.map((r,i)=>h`<td class=${t[i+1]?"number":d}>${r}</td>`)}
      </tr>`),Be=class{constructor(t,n,s){this.figure=t,this.el=n?.cloneNode(!0)??this.build(s);let r=this.el.querySelector(".seminar-chart");this.svg=r.querySelector("svg");let[i,o]=(this.svg.getAttribute("viewBox")??"").split(" ").slice(2).map(Number);this.width=i,this.height=o,this.over=r.appendChild(document.createElement("div")),this.over.className="seminar-over",this.controls=this.el.querySelector(".seminar-controls")??document.createElement("div"),this.controls.className="seminar-controls",this.controls.replaceChildren(),r.after(this.controls),this.late=document.createElement("div"),this.el.append(this.late);let l=this.svg.querySelector("[id]")?.id;this.prefix=l?.replace(/-\d+$/,"")??s,this.found=new Map,this.borne=new Map,this.active=0,this.listed=null,this.shown=null,this.table=this.el.querySelector("table.seminar-numbers tbody"),this.details=this.table?.closest("details"),this.details?.addEventListener("toggle",()=>this.list(this.listed))}build(t){let n=document.createElement("div"),{svg:s="",alt:r,numbers:i,source:o}=this.figure;this.prefix=t,R(h`<figure class="seminar-picture">
        <div class="seminar-chart">${y(this.own(s))}</div>
        ${o?h`<p class="seminar-source">${o}</p>`:d}
        ${i?jt(i):d}
      </figure>`,n);let l=n.querySelector("svg");return l?.setAttribute("role","img"),l?.setAttribute("aria-label",r??c("figure")),n.firstElementChild}own(t){return t.replace(/(\bid="|href="#|url\(#|^#)[\w-]+?-(?=\d+(?:["')]|$))/g,`$1${this.prefix}-`)}find(t,n=[]){let s=`${n} ${t}`,r=this.found.get(s);if(r!==void 0)return r;let i=[...this.svg.querySelectorAll("[data-gid]")].find(o=>o.getAttribute("data-gid")===t)??null;for(let o of n)i=i?.children[o]??null;return this.found.set(s,i),i}apply(t,n){for(let i of t.marks){let o=i.states[n];this.borne.get(i)!==o&&(this.borne.set(i,o),this.write(i,i.values[o]))}let{numbers:s,numberStates:r}=t;s&&r&&this.list(s[r[n]])}take({marks:t,numbers:n}){this.borne.clear();for(let s of t)this.write(s,s.value);n&&this.list(n)}write({gid:t,at:n,attribute:s},r){let i=this.find(t,n);i&&(s==="text"?i.textContent=r:s==="markup"?i.innerHTML=this.own(r):i.setAttribute(s,s==="href"||s==="style"?this.own(r):r))}put(t,n){for(let[s,r]of Object.entries(t??{})){let i=this.find(s);i&&i.hasChildNodes()!==n&&(i.innerHTML=n?this.own(r):"")}}list(t){if(this.listed=t??null,!this.table){R(t?jt(t):d,this.late);return}!t||t===this.shown||this.details&&!this.details.open||(this.shown||this.table.replaceChildren(),this.shown=t,R(Ut(t),this.table))}overlay(t){R(h`<svg class="seminar-over__svg" viewBox=${`0 0 ${this.width} ${this.height}`}>${t}</svg>`,this.over)}drive(t){R(t,this.controls)}place({clientX:t,clientY:n}){let{left:s,top:r,width:i}=this.svg.getBoundingClientRect(),o=i/this.width;return[(t-s)/o,(n-r)/o]}nearest(t,n){return t.map((r,i)=>({i,el:this.find(r)})).flatMap(({i:r,el:i})=>i?[{i:r,away:Sn(i,n),...Nn(i)}]:[]).filter(({away:r})=>r<=Mn).sort((r,i)=>r.away-i.away||r.area-i.area)[0]?.i}};function Nn(e){let{width:t,height:n}=e.getBoundingClientRect();return{area:t*n}}function Sn(e,{clientX:t,clientY:n}){let s=e.querySelector('path[style*="fill:none"]'),r=s?.getScreenCTM();if(s&&r){let o=s.getTotalLength(),l=Array.from({length:101},(a,u)=>s.getPointAtLength(o*u/100).matrixTransform(r));return Math.min(...l.map(a=>Math.hypot(a.x-t,a.y-n)))}let i=e.getBoundingClientRect();return Math.hypot(Math.max(i.left-t,0,t-i.right),Math.max(i.top-n,0,n-i.bottom))}var Cn=34;function Wt(e,t,n,s,r){if(!n||n[s]===null||n[s]!==t[s])return d;let i=e.detail.items[s]==="right";return j(i?"right":"wrong",i?"mark.right":"mark.wrong",i?null:r,e.id(`feedback-${s}`))}var Oe=(e,t,n)=>e.map((s,r)=>r===t?n:s),Re=(e,t,{order:n,names:s,chosen:r,said:i,change:o})=>h`<select
    class="seminar-select"
    id=${e.id(`item-${t}`)}
    aria-labelledby=${e.id(`text-${t}`)}
    aria-describedby=${i===d?d:e.id(`feedback-${t}`)}
    .value=${A(r===null?"":String(r))}
    @change=${l=>{let{value:a}=l.target;o(a===""?null:Number(a))}}
  >
    <option value="" ?selected=${r===null}>${c("select.none")}</option>
    ${n.map(l=>h`<option value=${l} ?selected=${r===l}>${s[l]}</option>`)}
  </select>`,Qe=(e,t,n,s,r)=>h`<div class="seminar-sort__boxes">
      ${(e.payload.boxes??[]).map((i,o)=>h`<label class="seminar-box ${n===o?"seminar-box--on":""}">
            <input
              type="radio"
              id=${e.id(`item-${t}-${o}`)}
              name=${e.id(`item-${t}`)}
              .checked=${A(n===o)}
              aria-describedby=${s!==d&&n===o?e.id(`feedback-${t}`):d}
              @change=${()=>r(o)}
            />
            <span>${y(i)}</span>
          </label>`)}
    </div>
    ${s}`,Xe={clean(e,t){let n=J(e.pairs,(t.lefts??[]).length,(t.rights??[]).length);return P(n)==="empty"?{}:{pairs:n}},extent:e=>P(e.pairs??[]),lacks:e=>e.pairs?null:c("lacks.pairs"),body(e){let{lefts:t=[],rights:n=[]}=e.payload,s=e.payload.shown??n.map((a,u)=>u),r=J(e.response.pairs,t.length,n.length),i=n.some(a=>T(a).length>Cn||/<(a|math|em|strong|code)\b/.test(a)),o=n.map((a,u)=>String.fromCharCode(65+s.indexOf(u))),l=n.map((a,u)=>i?`${o[u]}. ${T(a)}`:T(a));return h`<fieldset class="seminar-fields">
      <legend class="seminar-how">${c("match.how")}</legend>
      ${i?h`<ol class="seminar-targets" type="A" aria-label=${c("match.choices")}>
            ${s.map(a=>h`<li>${y(n[a])}</li>`)}
          </ol>`:d}
      ${me(t,(a,u)=>u,(a,u)=>{let f=Wt(e,r,e.checked?.pairs,u,e.sealed.feedback?.pairs?.[u]);return h`<div class="seminar-pair">
            <div class="seminar-pair__text" id=${e.id(`text-${u}`)}>${y(a)}</div>
            ${Re(e,u,{order:s,names:l,chosen:r[u],said:f,change:m=>e.change(Xe.clean({pairs:Oe(r,u,m)},e.payload))})}
            ${f}
          </div>`})}
    </fieldset>`}},et={clean(e,t){let n=J(e.boxes,(t.items??[]).length,(t.boxes??[]).length);return P(n)==="empty"?{}:{boxes:n}},extent:e=>P(e.boxes??[]),lacks:e=>e.boxes?null:c("lacks.boxes"),body(e){let{items:t=[],boxes:n=[]}=e.payload,s=J(e.response.boxes,t.length,n.length),r=n.map((l,a)=>a),i=(l,a)=>e.change(et.clean({boxes:Oe(s,l,a)},e.payload)),o=l=>{let a=e.checked?.boxes?.[l],u=a==null?null:e.sealed.feedback?.items?.[l]?.[a];return Wt(e,s,e.checked?.boxes,l,u)};if(n.length>Le){let l=n.map(T);return h`<fieldset class="seminar-fields">
        <legend class="seminar-how">${c("sort.how")}</legend>
        ${t.map((a,u)=>h`<div class="seminar-pair">
              <div class="seminar-pair__text" id=${e.id(`text-${u}`)}>${y(a)}</div>
              ${Re(e,u,{order:r,names:l,chosen:s[u],said:o(u),change:f=>i(u,f)})}
              ${o(u)}
            </div>`)}
      </fieldset>`}return h`<div class="seminar-fields">
      <p class="seminar-how">${c("sort.how")}</p>
      ${t.map((l,a)=>h`<fieldset class="seminar-sort">
            <legend class="seminar-sort__text">${y(l)}</legend>
            ${Qe(e,a,s[a],o(a),u=>i(a,u))}
          </fieldset>`)}
    </div>`}};var tt=e=>e.choices??(e.choice===void 0?[]:[e.choice]);function En(e,t,n){if(!e.checked)return d;if(tt(e.checked).includes(t)!==tt(e.response).includes(t))return d;let r=e.detail.options?.[t],i=e.sealed.feedback?.options?.[t],o=e.id(`feedback-${t}`);return r==="right"?j("right","mark.right",i,o):r==="wrong"?j("wrong",n?"mark.taken":"mark.wrong",i,o):n&&e.named&&r==="missed"?j("missed","mark.missed",i,o):d}function qt(e,t){let n=e.payload.options??[],s=tt(e.response),r=i=>{if(!t)return e.change({choice:i});let o=s.includes(i)?s.filter(l=>l!==i):[...s,i].sort((l,a)=>l-a);return e.change({choices:o})};return h`<fieldset class="seminar-fields">
    <legend class="seminar-how">${c(t?"choose.any":"choose.one")}</legend>
    ${n.map((i,o)=>{let l=En(e,o,t);return h`<div class="seminar-option ${s.includes(o)?"seminar-option--on":""}">
        <label class="seminar-option__label">
          <input
            type=${t?"checkbox":"radio"}
            id=${e.id(`option-${o}`)}
            name=${e.id("option")}
            .checked=${A(s.includes(o))}
            aria-describedby=${l===d?d:e.id(`feedback-${o}`)}
            @change=${()=>r(o)}
          />
          <span class="seminar-option__text">${y(i)}</span>
        </label>
        ${l}
      </div>`})}
  </fieldset>`}var L={clean(e,t){let n=Y(e.choice,(t.options??[]).length);return n===void 0?{}:{choice:n}},extent:e=>e.choice===void 0?"empty":"complete",lacks:e=>e.choice===void 0?c("lacks.choice"):null,body:e=>qt(e,!1)},Vt={clean(e,t){if(!Array.isArray(e.choices))return{};let n=(t.options??[]).length;return{choices:[...new Set(e.choices)].filter(s=>Y(s,n)!==void 0).sort((s,r)=>s-r)}},extent:e=>e.choices?"complete":"empty",lacks:e=>e.choices?null:c("lacks.choices"),none:{choices:[]},body:e=>qt(e,!0),remark(e){let t=e.detail.options??[],n=t.filter(o=>o==="right").length,s=n+t.filter(o=>o==="missed").length,r=t.filter(o=>o==="wrong").length;if(n===s&&!r)return d;let i=["false","false2"].includes(e.sealed.rule.policy);return h`<p class="seminar-remark">
      ${s?c("found",{right:n,n:s}):c("found.none")} ${r?c(i?"found.costs":"found.wrong",{n:r}):d}
    </p>`}};var nt=" \\t\\r\\n\\u00a0\\u202f",Hn=new RegExp(`^[${nt}]+|(?<![${nt}])[${nt}]+$`,"g"),Ln=/^([+\-\u2212]?)([0-9]*)(?:[.,]([0-9]*))?$/,Bn=30;function ne(e){return e.replace(Hn,"")}function N(e){let t=ne(e),n=t.length<=Bn?Ln.exec(t):null;if(!n||!(n[2]||n[3]))return null;let s=n[2].replace(/^0+/,"")||"0",r=(n[3]??"").replace(/0+$/,""),i=r?`${s}.${r}`:s;return(n[1]==="-"||n[1]==="−")&&i!=="0"?`-${i}`:i}function E(e,t){let n=Math.max(st(e),st(t)),s=Kt(e,n)-Kt(t,n);return s<0n?-1:s>0n?1:0}function st(e){let t=e.indexOf(".");return t<0?0:e.length-t-1}function Kt(e,t){return BigInt(e.replace(".","")+"0".repeat(t-st(e)))}var C=e=>typeof e=="string"?e:"",Z=({id:e,label:t,value:n,unit:s,small:r,input:i})=>h`<div class=${r?"seminar-small":"seminar-number"}>
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
        .value=${A(n)}
        @input=${o=>i(o.target.value)}
      />
      ${s?h`<span class="seminar-number__unit" id=${`${e}-unit`}>${s}</span>`:d}
    </span>
  </div>`,Pe={clean(e){let t=C(e.number);return t.trim()?{number:t}:{}},extent:e=>e.number===void 0?"empty":N(e.number)===null?"partial":"complete",lacks(e){return e.number===void 0?c("lacks.number"):N(e.number)===null?c("lacks.number.form"):null},body:e=>Z({id:e.id("number"),label:c("answer"),value:e.response.number??"",unit:e.payload.unit,input:t=>e.change(t.trim()?{number:t}:{})}),remark(e){let{feedback:t}=e.sealed,{band:n}=e.detail,s=n===null?t?.otherwise:t?.bands?.[n];return s?h`<div class="seminar-remark">${y(s)}</div>`:d}};var On=e=>e.trim().split(/\s+/).filter(Boolean).length,rt=({id:e,label:t,value:n,rows:s,note:r,input:i})=>h`<div class="seminar-text">
    <label class="seminar-text__label" for=${e}>${t}</label>
    <textarea
      class="seminar-input"
      id=${e}
      rows=${s}
      maxlength="20000"
      aria-describedby=${r?`${e}-note`:d}
      .value=${A(n)}
      @input=${o=>i(o.target.value)}
    ></textarea>
    <div class="seminar-text__print" aria-hidden="true">${n}</div>
    ${r?h`<p class="seminar-text__note" id=${`${e}-note`}>${r}</p>`:d}
  </div>`;function it(e){let{checklist:t=[]}=e.sealed,n=e.response.checked??[],s=r=>{let i=n.includes(r)?n.filter(o=>o!==r):[...n,r].sort((o,l)=>o-l);e.change({...e.response,checked:i})};return t.length?h`<fieldset class="seminar-fields">
        <legend class="seminar-how">${c("text.checklist")}</legend>
        ${t.map((r,i)=>h`<div class="seminar-option ${n.includes(i)?"seminar-option--on":""}">
              <label class="seminar-option__label">
                <input type="checkbox" id=${e.id(`tick-${i}`)} .checked=${A(n.includes(i))} @change=${()=>s(i)} />
                <span class="seminar-option__text">${y(r)}</span>
              </label>
            </div>`)}
      </fieldset>`:d}var Rn=e=>h`<div class="seminar-model">
      <p class="seminar-label">${c("text.model")}</p>
      ${y(e.sealed.model_answer)}
    </div>
    ${it(e)}`;function ot({checked:e}){let t=Array.isArray(e)?e.filter(n=>Y(n,1e3)!==void 0):[];return t.length?{checked:t}:{}}var Gt={clean(e){let t=C(e.text);return t.trim()?{text:t,...ot(e)}:{}},extent:e=>e.text?"complete":"empty",lacks:e=>e.text?null:c("lacks.text"),stays:e=>!!e.text,body(e){let t=e.response.text??"",n=On(t),s=e.payload.words;return h`${rt({id:e.id("text"),label:c("answer"),value:t,rows:Math.min(10,Math.max(4,Math.round((s??60)/12))),note:s?c("text.about",{n,most:s}):c("text.words",{n}),input:r=>e.change(r.trim()?{...e.response,text:r}:{})})}
    ${e.checked?Rn(e):d}`},verdict(e){let t=e.sealed.checklist?.length??0;return t?c("text.ticked",{k:e.response.checked?.length??0,n:t}):c("text.by.hand")}};function at(e){let t={};for(let n of["low","high","because"])C(e[n])&&(t[n]=e[n]);return t}function Pn(e,t){let n=N(e.low??""),s=N(e.high??"");if(n===null)return c("lacks.low");if(s===null)return c("lacks.high");if(E(n,s)>0)return c("lacks.range");let r=N(t??"");return r!==null&&(E(r,n)<0||E(r,s)>0)?c("lacks.within",{number:t??"",low:e.low??"",high:e.high??""}):null}function fe(e,t,n){let s=t.range?Pn(e,n):null;return s||(t.because&&!e.because?.trim()?c("lacks.because"):null)}var lt=({id:e,payload:t,response:n},s,r)=>h`<fieldset class="seminar-fields seminar-range">
    <legend class="seminar-how">${r}</legend>
    ${Z({id:e("low"),label:c("predict.low"),value:n.low??"",unit:t.unit,input:i=>s({low:i})})}
    ${Z({id:e("high"),label:c("predict.high"),value:n.high??"",unit:t.unit,input:i=>s({high:i})})}
  </fieldset>`,z=({id:e,response:t},n)=>rt({id:e("because"),label:c("predict.because"),value:t.because??"",rows:2,input:s=>n({because:s})});function Jt(e,t){if(t.ask==="choice"&&e.choice===void 0)return c("lacks.choice");if(t.ask==="number"){if(!e.number?.trim())return c("lacks.number");if(N(e.number)===null)return c("lacks.number.form")}return fe(e,t,e.number)}function In(e,t){let n=e.unit?h` <span>${e.unit}</span>`:d;return h`<dl class="seminar-said">
      <dt>${c("predict.yours")}</dt>
      <dd>
        ${t.choice!==void 0?y((e.options??[])[t.choice]):h`${t.number}${n}`}
        ${e.range?h`<span class="seminar-said__range">${c("predict.between",{low:t.low??"",high:t.high??""})}</span>`:d}
      </dd>
      ${t.because?h`<dt>${c("predict.reason")}</dt><dd class="seminar-said__reason">${t.because}</dd>`:d}
    </dl>`}var ge={commits:!0,clean(e,t){let n=t.ask==="choice"?L.clean(e,t):{};return t.ask==="number"&&C(e.number)&&(n.number=e.number),{...n,...at(e)}},extent(e,t){return Object.keys(e).length?Jt(e,t)===null?"complete":"partial":"empty"},lacks:Jt,after:({payload:e,response:t})=>In(e,t),revealed:({over:e,recalled:t})=>e&&t,body(e){let{payload:t,response:n}=e,s=i=>e.change(ge.clean({...n,...i},t)),r=t.ask==="choice"?L.body({...e,change:s}):Z({id:e.id("number"),label:c("answer"),value:n.number??"",unit:t.unit,input:i=>s({number:i})});return h`${r} ${t.range?lt(e,s,c("predict.range")):d}
    ${t.because?z(e,s):d}`}};var Dn="−",Zt=80,Q=e=>{let t=N(e??"");return t===null?null:Number(t)},Ie=({from:e=0,step:t=1})=>Math.max(...[e,t].map(n=>(String(n).split(".")[1]??"").length));function dt(e,t){let{from:n=0,to:s=0,step:r=1}=e,i=Math.round((Math.min(Math.max(t,n),s)-n)/r);return Math.min(n+i*r,s).toFixed(Ie(e))}var $e=e=>e.replace("-",Dn),se=({xs:e=[]},t)=>e.map((n,s)=>t.values?.[s]??null),ht=(e,t,n)=>c("draw.point",{x:(e.payload.xs??[])[t],value:`${$e(n)} ${e.payload.unit??""}`.trim()});function ut(e,t,n){let s=se(e.payload,e.response).map((r,i)=>t.includes(i)?n:r);return be.clean({...e.response,values:s},e.payload)}function mt({payload:e,response:t},n){let{xs:s=[],start:r,from:i=0,to:o=0}=e,l=n.figure.axes[0],a=ze(l.x),u=ze(l.y),[f,m,p,g]=l.box,$=k=>Math.min(Math.max(k,m),g),b=se(e,t).map(Q);return{up:u,left:f,top:m,right:p,bottom:g,columns:s.map(k=>a.to(k)),begin:r?[a.to(r.x),u.to(r.y)]:null,waiting:r?Number(r.y):(i+o)/2,values:b,heights:b.map(k=>k===null?null:$(u.to(k))),held:$}}var zt=({begin:e,columns:t},n)=>Yt([e,...n.map((s,r)=>s===null?null:[t[r],s])]);function Qt(e,t,n,s,r){let i=t.findLastIndex(p=>p!==null);if(i<0)return d;let{columns:o,top:l,bottom:a}=e,u=o[i]-9,f=t.flatMap((p,g)=>p!==null&&g<=i&&o[g]>u-Zt?[p]:[]),m=r?Math.min(...f)-9:Math.max(...f)+18;return B`<text class="seminar-over__label ${s}" x=${Math.max(u,Zt)} y=${Math.min(Math.max(m,l+9),a-4)}
    text-anchor="end">${n}</text>`}function jn(e,t,n){let{payload:s}=e,{xs:r=[],from:i=0,to:o=0,step:l=1,unit:a}=s,u=se(s,e.response),f=Math.max(l,(o-i)/10),m=Math.min(t.active,r.length-1),p=$=>{t.active=$,t.over.querySelector(`[id="${e.id(`handle-${$}`)}"]`)?.focus({preventScroll:!0})},g=($,b)=>{if($.altKey||$.ctrlKey||$.metaKey)return;let x=n.values[b]??n.waiting,v={ArrowUp:x+l,ArrowDown:x-l,PageUp:x+f,PageDown:x-f,Home:i,End:o,Enter:x," ":x}[$.key],_={ArrowLeft:b-1,ArrowRight:b+1}[$.key];v===void 0&&_===void 0||($.preventDefault(),v!==void 0?e.change(ut(e,[b],dt(s,v))):_!==void 0&&_>=0&&_<r.length&&(p(_),e.redraw()))};return B`<g role="group" aria-label=${c("draw.handles")}>${r.map(($,b)=>{let k=n.values[b],x=u[b]===null||k===null?null:String(u[b]),v=n.heights[b]??n.held(n.up.to(n.waiting));return B`<g class="seminar-handle ${x===null?"seminar-handle--waiting":""}" role="slider" id=${e.id(`handle-${b}`)}
        tabindex=${b===m?0:-1} aria-label=${$} aria-orientation="vertical"
        aria-valuemin=${i} aria-valuemax=${o} aria-valuenow=${k??n.waiting}
        aria-valuetext=${x===null?c("draw.waiting",{x:$,unit:a??""}):ht(e,b,x)}
        @keydown=${_=>g(_,b)}
        @touchstart=${Yn}
        @pointerdown=${_=>Xt(e,t,_,b)}
        @focus=${()=>{t.active!==b&&(t.active=b,e.redraw())}}>
      <circle class="seminar-handle__reach" cx=${n.columns[b]} cy=${v} r="15"></circle>
      <circle class="seminar-handle__ring" cx=${n.columns[b]} cy=${v} r="9"></circle>
      <circle class="seminar-handle__dot" cx=${n.columns[b]} cy=${v} r="5"></circle>
    </g>`})}</g>`}var Yn=e=>e.preventDefault();function Xt(e,t,n,s){if(n.button!==0)return;n.preventDefault();let{columns:r,up:i}=mt(e,t),o=$=>{let[b,k]=t.place($);return{nearest:en(r,b),text:dt(e.payload,i.from(k))}},l=o(n).nearest,a=s===void 0?void 0:l,u=n.currentTarget;t.active=l,t.over.querySelector(`[id="${e.id(`handle-${l}`)}"]`)?.focus({preventScroll:!0});let f=e.response,m=s===void 0,p=$=>{let{nearest:b,text:k}=o($),x=a??b,v=r.map((_,_e)=>_e).filter(_=>l<x?_>l&&_<=x:_>=x&&_<l);f=ut({...e,response:f},v.length?v:[x],k),l=x,m=!0,e.preview(f)},g=()=>{u.removeEventListener("pointermove",p),u.removeEventListener("lostpointercapture",g);let $=f.values?.[l];m&&e.change(f,$?ht(e,l,$):void 0)};u.setPointerCapture(n.pointerId),u.addEventListener("pointermove",p),u.addEventListener("lostpointercapture",g),s===void 0&&p(n)}var en=(e,t)=>e.reduce((n,s,r)=>Math.abs(s-t)<Math.abs(e[n]-t)?r:n,0);function Fn(e,t,n){let{columns:s,up:r}=mt(e,t),[i,o]=t.place(n),l=en(s,i),a=dt(e.payload,r.from(o));t.active=l,e.change(ut(e,[l],a),ht(e,l,a))}var ct=({payload:e,over:t,recalled:n})=>t&&(n||e.reveal!=="on-recall"),be={commits:!0,clean(e,t){let n=at(e),s=Array.isArray(e.values)?e.values:[],r=(t.xs??[]).map((i,o)=>C(s[o]).slice(0,40)||null);return r.some(i=>i!==null)&&(n.values=r),n},extent(e,t){return Object.keys(e).length?be.lacks(e,t)===null?"complete":"partial":"empty"},lacks(e,t){let n=se(t,e),{xs:s=[]}=t,r=s.filter((o,l)=>!n[l]?.trim());if(r.length)return c("lacks.points",{x:r.join(", "),n:r.length});let i=s.find((o,l)=>Q(n[l])===null);return i!==void 0?c("lacks.point.form",{x:i}):fe(e,t,n.at(-1))},show(e,t){let{payload:n,response:s,sealed:r,over:i}=e,o=mt(e,t),l=ct(e),{columns:a,left:u,right:f,top:m,bottom:p,heights:g}=o,$=l?(r.truth??[]).map(M=>o.held(o.up.to(M))):[],b=[Q(s.low),Q(s.high)],[k,x]=b.map(M=>M===null?null:o.held(o.up.to(M))),v=a.at(-1)??0,_=o.begin?.[0]??a[0],_e=Number(g.findLast(M=>M!==null)??p)<=Number($.at(-1)??p);t.put(r.hidden,l),t.list(l&&r.numbers||t.figure.numbers),t.overlay(B`
      ${i?d:B`<rect class="seminar-over__field" x=${Math.max(u,_)} y=${m} width=${Math.max(0,Math.min(f,v+12)-Math.max(u,_))}
            height=${p-m} @pointerdown=${M=>M.pointerType!=="touch"&&Xt(e,t,M)}
            @click=${M=>M.pointerType!=="mouse"&&Fn(e,t,M)}></rect>`}
      <g aria-hidden="true">
        ${n.range&&k!==null&&x!==null?B`<path class="seminar-over__range" d=${`M${v-5} ${k}H${v+5}M${v} ${k}V${x}M${v-5} ${x}H${v+5}`}></path>`:d}
        <path class="seminar-over__yours" d=${zt(o,g)}></path>
        ${i?g.map((M,$n)=>M===null?d:B`<circle class="seminar-over__point" cx=${a[$n]} cy=${M} r="3.2"></circle>`):d}
        ${l?B`<path class="seminar-over__truth ${e.fresh?"seminar-over__truth--fresh":""}" pathLength="1" d=${zt(o,$)}></path>`:d}
        ${Qt(o,g,c("draw.yours"),"seminar-over__label--yours",_e)}
        ${l?Qt(o,$,c("draw.truth"),"",!_e):d}
      </g>
      ${i?d:jn(e,t,o)}`)},body(e){let{payload:t,response:n}=e,{xs:s=[],unit:r}=t,i=se(t,n),o=l=>e.change(be.clean({...n,...l},t));return h`<fieldset class="seminar-fields seminar-series">
        <legend class="seminar-how">${c("draw.how")} ${r?c("draw.unit",{unit:r}):d}</legend>
        ${s.map((l,a)=>Z({id:e.id(`value-${a}`),label:l,value:i[a]??"",small:!0,input:u=>o({values:i.map((f,m)=>m===a?u:f)})}))}
      </fieldset>
      ${t.range?lt(e,o,c("draw.range",{x:s.at(-1)??""})):d}
      ${t.because?z(e,o):d}`},after(e){let{payload:t,response:n,sealed:s}=e,{xs:r=[],unit:i=""}=t,o=ct(e),l=Ie(t),a=se(t,n),u=s.truth??[],f=(t.figure?.numbers??s.numbers)?.columns[0],m=g=>{let $=Number((Number(Q(a[g]))-u[g]).toFixed(l));return h`<td>${$e(u[g].toFixed(l))}</td>
        <td>${$>0?"+":""}${$e($.toFixed(l))}</td>`},p=c(o?"draw.compared":"draw.drawn",{unit:i});return h`<div class="seminar-scroll" role="group" tabindex="0" aria-label=${p}>
        <table class="seminar-numbers seminar-compared">
          <caption>${p}</caption>
          <thead>
            <tr>
              ${f?h`<th scope="col">${f}</th>`:h`<td></td>`}
              <th scope="col">${c("draw.yours")}</th>
              ${o?h`<th scope="col">${c("draw.truth")}</th><th scope="col">${c("draw.difference")}</th>`:d}
            </tr>
          </thead>
          <tbody>
            ${r.map((g,$)=>h`<tr><th scope="row">${g}</th><td>${a[$]}</td>${o?m($):d}</tr>`)}
          </tbody>
        </table>
      </div>
      ${t.range?h`<p class="seminar-held">${Wn(e,o)}</p>`:d}
      ${o?Un(e):d}
      ${n.because?h`<p class="seminar-label">${c("predict.reason")}</p><p class="seminar-said__reason">${n.because}</p>`:d}`},revealed:ct};function Un({payload:e,sealed:t}){let{xs:n=[],start:s,unit:r=""}=e,i=s?[s.x,...n]:n,o=s?[s.y,...t.truth??[]]:t.truth??[],l=(t.turning??[]).map(a=>{let u=i.indexOf(a),f=o.slice(u+1).find(p=>p!==o[u]),m=$e(Number(o[u]).toFixed(Ie(e)));return c(Number(f)>Number(o[u])?"draw.rose":"draw.fell",{x:a,value:m,unit:r})});return l.length?h`<p class="seminar-label">${c("draw.turning")}</p>
    <ul class="seminar-turning">${l.map(a=>h`<li>${a}</li>`)}</ul>`:d}function Wn({payload:e,response:t,sealed:n},s){let{low:r="",high:i=""}=t,o={x:(e.xs??[]).at(-1)??"",low:r,high:i,unit:e.unit??""},l=n.truth?.at(-1);if(!s||l===void 0)return c("draw.range.yours",o);let a=$e(l.toFixed(Ie(e))),u=l<Number(Q(r)),f=l>Number(Q(i));return c(u?"draw.range.below":f?"draw.range.above":"draw.range.held",{...o,truth:a})}var gt=e=>e.figure?.grid?.parameters??[];function ye({kind:e,values:t,initial:n},s){if(s===void 0)return{at:n,exact:!0};let r=t.findIndex(a=>String(a)===s);if(r>=0||e==="choice")return{at:r<0?n:r,exact:!0};let i=Number(s),o=a=>Math.abs(Number(t[a])-i),l=t.reduce((a,u,f)=>o(f)<o(a)?f:a,0);return{at:l,exact:o(l)===0}}var re=(e,t)=>Object.hasOwn(e.values??{},t)?e.values[t]:void 0,tn=(e,t)=>Object.fromEntries(gt(e).map(({name:n,values:s,initial:r})=>[n,re(t,n)??String(s[r])])),pt=({payload:e,response:t},n,s)=>({...t,values:{...tn(e,t),[n]:s}}),nn=(e,t)=>Ft(e.figure?.grid,gt(e).map(n=>ye(n,re(t,n.name)).at));function ft({payload:e},t){let n=nn(e,t),s=(e.figure?.grid?.marks??[]).filter(({attribute:r,values:i})=>r==="text"&&i.length>1);return[...new Set(s.map(({values:r,states:i})=>r[i[n]]))].slice(0,8).join("; ")}function qn(e,t){let{name:n,label:s,values:r,texts:i}=t,o=re(e.response,n),{at:l,exact:a}=ye(t,o),u=a?i[l]:`${o}${i[l].replace(/^\S+/,"")}`,f=p=>pt(e,n,String(r[Number(p.target.value)])),m=p=>{let g=p.target,$=N(g.value),b=r.map(Number);if($===null||Number($)<Math.min(...b)||Number($)>Math.max(...b))return e.say(c("explore.form",{low:i[0],high:i[i.length-1]})),e.redraw();let k=ye(t,$),x=pt(e,n,k.exact||!e.kernel?String(r[k.at]):$);e.change(x,`${k.exact||e.kernel?"":c("explore.near",{text:i[k.at]})} ${ft(e,x)}`)};return h`<div class="seminar-slider">
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
      .value=${A(String(l))}
      @input=${p=>e.preview(f(p))}
      @change=${p=>{let g=f(p);e.change(g,ft(e,g))}}
    />
    <input
      class="seminar-input"
      id=${e.id(`box-${n}`)}
      type="text"
      inputmode="decimal"
      autocomplete="off"
      maxlength="30"
      aria-label=${c("explore.box",{label:s})}
      .value=${A(String(a?r[l]:o))}
      @change=${m}
    />
  </div>`}function Vn(e,t){let{name:n,label:s,values:r,texts:i}=t,{at:o}=ye(t,re(e.response,n)),l=a=>{let u=pt(e,n,String(r[a]));e.change(u,ft(e,u))};return r.length>Le?h`<div class="seminar-slider">
      <label class="seminar-number__label" for=${e.id(`menu-${n}`)}>${s}</label>
      <select
        class="seminar-select"
        id=${e.id(`menu-${n}`)}
        .value=${A(String(o))}
        @change=${a=>l(Number(a.target.value))}
      >
        ${i.map((a,u)=>h`<option value=${u} ?selected=${u===o}>${a}</option>`)}
      </select>
    </div>`:h`<fieldset class="seminar-fields seminar-slider">
    <legend class="seminar-number__label">${s}</legend>
    <div class="seminar-sort__boxes">
      ${i.map((a,u)=>h`<label class="seminar-box ${u===o?"seminar-box--on":""}">
            <input type="radio" id=${e.id(`${n}-${u}`)} name=${e.id(n)} .checked=${A(u===o)} @change=${()=>l(u)} />
            <span>${a}</span>
          </label>`)}
    </div>
  </fieldset>`}var De={clean(e,t){let n=L.clean(e,t),s={};for(let{name:r,kind:i,values:o}of gt(t)){let l=C(re(e,r)),a=i==="slider"?N(l):null;(a!==null&&Number(a)>=Number(o[0])&&Number(a)<=Number(o.at(-1))||o.some(f=>String(f)===l))&&(s[r]=l)}return Object.keys(s).length&&(n.values=s),C(e.because)&&(n.because=e.because),n},extent(e,t){return Object.keys(e).length?De.lacks(e,t)===null?"complete":"partial":"empty"},lacks(e,t){return t.ask==="choice"&&e.choice===void 0?c("lacks.choice"):t.ask==="value"&&!e.values?c("lacks.setting"):fe(e,t)},stays:(e,t,{ask:n})=>n==="choice"?e.choice===t.choice:n==="because"&&!!e.because?.trim(),body:e=>{let{payload:t,response:n}=e;return h`${t.ask==="choice"?L.body({...e,change:(s,r)=>e.change({...n,...s},r)}):d}
    ${t.because?z(e,s=>e.change(De.clean({...n,...s},t))):d}`},show(e,t){let{payload:n,response:s,kernel:r}=e,{grid:i}=t.figure;if(!i)return;let l=i.parameters.some(a=>!ye(a,re(s,a.name)).exact)&&r?.ask(tn(n,s))||null;t.drive(h`<div class="seminar-sliders">
      ${i.parameters.map(a=>a.kind==="slider"?qn(e,a):Vn(e,a))}
      ${l?.error?h`<p class="seminar-lacking">${l.error}</p>`:d}
    </div>`),l&&!l.error?t.take(l):t.apply(i,nn(n,s))},remark:e=>e.sealed.rule.kind==="bands"?Pe.remark?.(e)??d:d,verdict:e=>e.detail.reason==="complete"?c("explore.noted"):null};var Kn=(e,t)=>Array.isArray(e)&&e.length===t&&[...e].sort((n,s)=>n-s).every((n,s)=>n===s),$t=(e,t)=>t.order??e.shown??(e.items??[]).map((n,s)=>s);function rn(e,t,n){let s=$t(e.payload,e.response),r=T((e.payload.items??[])[s[t]]);if(n<0)return e.say(c("move.first",{item:r}));if(n>=s.length)return e.say(c("move.last",{item:r}));let i=s.filter((o,l)=>l!==t);return i.splice(n,0,s[t]),e.change({order:i},c("move.done",{item:r,position:n+1,n:s.length}))}function Gn(e,t,n){if(n.button!==0)return;n.preventDefault();let s=n.currentTarget,r=s.closest("ol"),i=s.closest("li");i.classList.add("seminar-row--dragged");let o=a=>{let f=$t(e.payload,e.response).indexOf(t),m=[...r.children].map(g=>g.getBoundingClientRect()),p=f;for(;p>0&&a.clientY<m[p-1].top+m[p-1].height/2;)p-=1;for(;p<m.length-1&&a.clientY>m[p+1].top+m[p+1].height/2;)p+=1;p!==f&&rn(e,f,p)},l=()=>{i.classList.remove("seminar-row--dragged"),window.removeEventListener("pointermove",o),window.removeEventListener("pointerup",l),window.removeEventListener("pointercancel",l)};window.addEventListener("pointermove",o),window.addEventListener("pointerup",l),window.addEventListener("pointercancel",l)}var on={clean:(e,t)=>Kn(e.order,(t.items??[]).length)?{order:e.order}:{},extent:e=>e.order?"complete":"empty",lacks:e=>e.order?null:c("lacks.order"),body(e){let t=e.payload.items??[],n=$t(e.payload,e.response),s=e.checked?.order?.every((r,i)=>r===n[i])??!1;return h`<fieldset class="seminar-fields">
      <legend class="seminar-how">${c("order.how")}</legend>
      <ol class="seminar-order">
        ${me(n,r=>r,(r,i)=>h`<li class="seminar-row">
              <span class="seminar-row__grip" title=${c("move.drag")} aria-hidden="true"
                @pointerdown=${o=>Gn(e,r,o)}
                ><svg viewBox="0 0 10 16"><path d="M3 4h.01M7 4h.01M3 8h.01M7 8h.01M3 12h.01M7 12h.01"></path></svg></span>
              <span class="seminar-row__place" aria-hidden="true">${i+1}</span>
              <span class="seminar-row__text">${y(t[r])}</span>
              ${sn(e,r,i,-1,n.length)} ${sn(e,r,i,1,n.length)}
              ${s&&e.detail.joins[i]?h`<span class="seminar-row__join">${pe("right")}<span class="seminar-sr">${c("neighbour.right")}</span></span>`:d}
            </li>`)}
      </ol>
    </fieldset>`},solved({payload:e,sealed:t}){let n=t.notes??[];return h`<ol class="seminar-notes">
      ${(e.items??[]).map((s,r)=>h`<li>${y(s)}${n[r]?h`<div>${y(n[r])}</div>`:d}</li>`)}
    </ol>`},remark(e){let t=e.checked?.order;if(!t)return d;let n=t.length-1,s=e.detail.kept,r=s<n?e.sealed.feedback?.otherwise:null;return h`<div class="seminar-remark">
      ${s<n?h`<p>${c("neighbours",{right:s,n})}</p>`:d} ${y(r)}
    </div>`}};function sn(e,t,n,s,r){let i=T((e.payload.items??[])[t]),o=n+s<0||n+s>=r;return h`<button
    class="seminar-move"
    type="button"
    id=${e.id(`${s<0?"up":"down"}-${t}`)}
    aria-label=${c(s<0?"move.up":"move.down",{item:i})}
    aria-disabled=${o?"true":d}
    @click=${()=>rn(e,n,n+s)}
  >
    <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${s<0?"M3.5 10 8 5.5 12.5 10":"M3.5 6 8 10.5 12.5 6"}></path></svg>
  </button>`}var an={...L,body:e=>h`<p class="seminar-how seminar-noprint">${c("read.how")}</p>
    ${L.body(e)}`,show(e,t){let{options:n=[],marks:s=[]}=e.payload,r=e.response.choice;t.svg.classList.toggle("seminar-reading",r!==void 0),s.forEach((i,o)=>{let l=t.find(i)?.classList;l?.add("seminar-pick"),l?.toggle("seminar-pick--on",o===r)}),t.svg.onclick=i=>{let o=t.nearest(s,i);o!==void 0&&e.change({choice:o},c("read.chosen",{text:T(n[o])}))},t.overlay(d)}};var ln={...ge,show({over:e,sealed:t},n){n.put(t.hidden,e),n.list(e&&t.numbers||n.figure.numbers)},revealed:({over:e})=>e};var ie=({items:e=[],boxes:t=[]},n)=>J(n.boxes,e.length,t.length),cn=(e,t)=>ie(e,t).filter((n,s)=>!e.own?.includes(s));function Jn({id:e,payload:t,response:n}){let{boxes:s=[],items:r=[],meanings:i=[]}=t,o=ie(t,n);return h`<p class="seminar-scale__name" id=${e("scale")}>${y(t.scale)}</p>
    <ol class="seminar-scale" aria-labelledby=${e("scale")}>
      ${s.map((l,a)=>h`<li class=${o.includes(a)?"seminar-scale__taken":""}>
            <strong class="seminar-scale__label">${y(l)}</strong> <span>${y(i[a])}</span>
            ${o.includes(a)?h`<ul class="seminar-scale__items">
                  ${r.map((u,f)=>o[f]===a?h`<li>${T(u)}</li>`:d)}
                </ul>`:d}
          </li>`)}
    </ol>`}function Zn({checked:e,detail:t,id:n,payload:s,response:r,sealed:i},o){let l=e?.boxes?.[o]??null;if(l===null||l!==ie(s,r)[o]||s.own?.includes(o))return d;let a=t.items?.[o]==="right",u=i.feedback?.items?.[o][l];return j(a?"right":"wrong",a?"spectrum.supported":"spectrum.against",u,n(`feedback-${o}`))}function zn(e,t){let{id:n,payload:s,response:r}=e,{items:i=[],defended:o}=s;return h`<div class=${o===void 0?"":"seminar-sort"}>
    ${o===void 0?h`<div class="seminar-pair">
          <div class="seminar-pair__text" id=${n("text-defended")}>${c("spectrum.defend")}</div>
          ${Re(e,"defended",{order:i.map((l,a)=>a),names:i.map(T),chosen:r.choice??null,said:d,change:l=>t({choice:l??void 0})})}
        </div>`:h`<p class="seminar-text__label">${c("spectrum.defend.one")} ${y(i[o])}</p>`}
    ${z(e,t)} ${e.checked?it(e):d}
  </div>`}var je={clean(e,t){let n=ie(t,e),s=t.defended===void 0?Y(e.choice,n.length):void 0;return{...P(n)==="empty"?{}:{boxes:n},...s===void 0?{}:{choice:s},...C(e.because)?{because:e.because}:{},...ot(e)}},extent(e,t){return Object.keys(e).length?je.lacks(e,t)===null&&P(cn(t,e))==="complete"?"complete":"partial":"empty"},lacks(e,t){let n=t.defended??e.choice;return P(cn(t,e))==="empty"?c("spectrum.lacks"):n===void 0?c("spectrum.lacks.which"):ie(t,e)[n]===null?c("spectrum.lacks.place",{item:T((t.items??[])[n])}):e.because?.trim()?null:c("lacks.because")},stays:(e,t)=>!!e.because?.trim()&&e.choice===t.choice&&String(e.boxes)===String(t.boxes),body(e){let{payload:t,response:n}=e,{items:s=[],own:r,reads:i=[]}=t,o=ie(t,n),l=a=>e.change(je.clean({...n,...a},t));return h`<p class="seminar-how">${c("spectrum.how")}</p>
      ${Jn(e)}
      ${s.map((a,u)=>h`<fieldset class="seminar-sort">
            <legend class="seminar-sort__text">${y(a)}</legend>
            ${i[u]?h`<p class="seminar-how">${c("spectrum.read")} ${y(i[u])}</p>`:d}
            ${r?.includes(u)?h`<p class="seminar-how">
                  ${c("spectrum.own")}
                  ${e.opinions?h`<a href=${e.opinions}>${c("spectrum.opinions")}</a>`:d}
                </p>`:d}
            ${Qe(e,u,o[u],Zn(e,u),f=>l({boxes:Oe(o,u,f)}))}
          </fieldset>`)}
      ${zn(e,l)}`},solved({payload:e,sealed:t}){let{boxes:n=[],items:s=[]}=e,r=t.rule.key;return h`<ul class="seminar-notes">
      ${r.map((i,o)=>{if(!i)return d;let[l,a]=[n[i[0]],n[i[i.length-1]]].map(T);return h`<li>
          ${y(s[o])}: <strong>${i.length>1?c("spectrum.band",{first:l,last:a}):l}</strong>
          <div>${y(t.feedback?.items?.[o][i[0]])}</div>
        </li>`})}
    </ul>`},result({detail:e}){let t=(e.items??[]).filter(n=>n!=="own");return c("spectrum.result",{right:t.filter(n=>n==="right").length,n:t.length})},remark:({response:e,sealed:t})=>h`<p class="seminar-remark">
      ${c("spectrum.reason",{k:e.checked?.length??0,n:t.checklist?.length??0})}
    </p>`};var dn={"single-choice":L,"multiple-choice":Vt,numeric:Pe,ordering:on,matching:Xe,classification:et,spectrum:je,"short-text":Gt,prediction:ge,draw:be,explore:De,reveal:ln,read:an};var w=class extends Error{constructor(t){super(t??"empty"),this.problem=t}};function yt(e,t){let n=e.points;try{return Qn(e,t)}catch(s){if(!(s instanceof w))throw s;let{problem:r}=s;return{points:0,of:n,detail:r===null?{reason:"empty"}:{reason:"malformed",problem:r}}}}function Qn(e,t){if(typeof t!="object"||t===null||Array.isArray(t))throw new w("not-an-object");let n=t;switch(e.kind){case"choices":return ke(e,...es(e,n));case"bands":return ke(e,...ns(e,n));case"order":return ke(e,...rs(e,n));case"assign":return ke(e,...is(e,n));case"by-hand":return os(e,n);case"complete":return un(e,n);case"series":return as(e,n);default:throw new Error(`unknown kind of rule: ${JSON.stringify(e)}`)}}function ke(e,t,n){let s=Math.max(t[0],0),r=t[1],i=s===r?"right":s?"partly":"wrong";return{points:Xn(e.points,s,r),of:e.points,detail:{reason:i,...n}}}function Xn(e,t,n){return hn(e*t+hn(n,2),n)}function hn(e,t){return(e-e%t)/t}function es(e,t){let n=e.correct.length,s=new Set(e.policy==="one"?[Fe(U(t,"choice"),n)]:kt(U(t,"choices"),n)),r=e.correct.map((a,u)=>s.has(u)?a?"right":"wrong":a?"missed":"left"),i=oe(r,"right"),o=oe(r,"wrong"),l=oe(r,"missed");return[ts(e.policy,n,i,o,l),{options:r}]}function ts(e,t,n,s,r){let i=n+r,o=t-i;switch(e){case"one":return[n,1];case"each-item":return[t-s-r,t];case"all-or-nothing":return[s||r?0:1,1];case"false":case"false2":{if(!i)return[s?0:1,1];if(!o)return[n,i];let l=e==="false2"?Math.max(o,2):o;return[n*l-s*i,i*l]}default:throw new Error(`unknown policy: ${e}`)}}function ns(e,t){let n=ae(ss(e,t)),s=e.bands.findIndex(({from:r,to:i})=>(r===null||E(n,r)>=0)&&(i===null||E(n,i)<=0));return s<0?[[0,100],{band:null}]:[[e.bands[s].credit,100],{band:s}]}function ss(e,t){if(e.parameter===void 0)return U(t,"number");let n=U(t,"values");if(typeof n!="object"||n===null||Array.isArray(n))throw new w("not-an-object");return U(n,e.parameter)}function rs(e,t){let n=kt(U(t,"order"),e.length);if(n.length!==e.length)throw new w("wrong-length");let s=n.slice(1).map((o,l)=>o===n[l]+1),r=s.filter(Boolean).length,i=n.map((o,l)=>o===l);return[mn(e,[r,e.length-1]),{places:i,joins:s,kept:r}]}function is(e,t){let n=we(U(t,e.field));if(n.length!==e.key.length)throw new w("wrong-length");let r=Array.from(n,o=>xe(o)?null:Fe(o,e.targets)).map((o,l)=>{let a=e.key[l];return a===null?"own":o===null?"missed":a.includes(o)?"right":"wrong"}),i=r.length-oe(r,"own");if(oe(r,"missed")===i)throw new w(null);return[mn(e,[oe(r,"right"),i]),{items:r}]}function os(e,t){let n=Ye(U(t,"text")),s=F(t,"checked"),r=xe(s)?0:kt(s,e.checklist).length;if(!ne(n))throw new w(null);return{points:null,of:e.points,detail:{reason:"by-hand",checked:r}}}function as(e,t){let n=un(e,t);if(n.detail.reason!=="complete"||e.bands===null)return n;let s=we(F(t,"values")),r=e.bands.map(([i,o],l)=>{let a=ae(s[l]);return E(a,i)>=0&&E(a,o)<=0});return ke(e,[r.filter(Boolean).length,r.length],{inside:r})}function un(e,t){let{needs:n,points:s}=e,r=n.filter(o=>cs(e,t,o)),i=o=>n.includes(o)&&!r.includes(o);if(i("low")&&i("high")){let[o,l]=["low","high"].map(u=>ae(F(t,u)));if(E(o,l)>0)throw new w("low-above-high");let a=i("number")?F(t,"number"):i("values")?we(F(t,"values")).at(-1):o;if(E(ae(a),o)<0||E(ae(a),l)>0)throw new w("outside-own-range")}if(r.length===n.length&&!(r.includes("values")&&ls(t)))throw new w(null);return r.length?{points:0,of:s,detail:{reason:"incomplete",missing:r}}:{points:s,of:s,detail:{reason:"complete"}}}function ls(e){let t=F(e,"values");return Array.isArray(t)&&!Array.from(t,bt).every(Boolean)}function bt(e){return xe(e)||!ne(Ye(e))?!0:(ae(e),!1)}function cs(e,t,n){let s=F(t,n);if(xe(s))return!0;switch(n){case"committed":if(typeof s!="boolean")throw new w("not-a-boolean");return!s;case"choice":return Fe(s,e.options),!1;case"values":{let{length:r}=e,i=we(s);if(i.length!==r)throw new w("wrong-length");return Array.from(i,bt).some(Boolean)}case"because":return!ne(Ye(s));default:return bt(s)}}function mn(e,t){return e.policy==="all-or-nothing"?[t[0]===t[1]?1:0,1]:t}function oe(e,t){return e.filter(n=>n===t).length}function xe(e){return e==null}function F(e,t){return Object.hasOwn(e,t)?e[t]:void 0}function U(e,t){let n=F(e,t);if(xe(n))throw new w(null);return n}function we(e){if(!Array.isArray(e))throw new w("not-a-list");return e}function Ye(e){if(typeof e!="string")throw new w("not-text");return e}function ae(e){let t=Ye(e);if(!ne(t))throw new w(null);let n=N(t);if(n===null)throw new w("not-a-number");return n}function Fe(e,t){if(typeof e!="number"||!Number.isInteger(e)||e<0||e>=t)throw new w("not-a-position");return e+0}function kt(e,t){let n=we(e);if(n.length>t)throw new w("wrong-length");let s=Array.from(n,r=>Fe(r,t));if(new Set(s).size!==s.length)throw new w("repeated");return s}function pn(e){let t=Uint8Array.from(atob(e),n=>n.charCodeAt(0)^90);return JSON.parse(new TextDecoder().decode(t))}function ds(){let e=globalThis,t=Symbol.for("seminar.exercises");return e[t]=(e[t]??0)+1}function hs(e,t){let{shown:n}=t;if(!n)return e;let s=r=>r?.map((i,o)=>r[n.indexOf(o)]);return e.type==="ordering"?{...e,shown:n,items:s(e.items)}:{...e,shown:n,rights:s(e.rights)}}var xt=class{constructor(t,n){this.model=t,this.el=n,this.sealed=pn(t.get("payload").sealed),this.payload=hs(t.get("payload"),this.sealed),this.kind=dn[this.payload.type],this.recalled=t.get("view")==="recall",this.prefix=`seminar-${ds()}-${this.payload.id}`,this.checked=null,this.detail=null,this.lacking=null,this.asking=!1,this.unfolded=!1,this.fresh=!1,this.draft=null;let{figure:s}=this.payload;this.picture=s?new Be(s,t.get("picture"),this.prefix):null,this.record=null,this.take(),this.unfolded=this.state==="checked"&&this.solved,this.changed=()=>{this.model.get("record")!==this.record&&(this.take(),this.draw())},this.noticed=()=>this.draw(),t.on("change:record",this.changed),t.on("change:notice",this.noticed),t.on("change:answered",this.noticed),this.draw()}stop(){this.model.off?.("change:record",this.changed),this.model.off?.("change:notice",this.noticed),this.model.off?.("change:answered",this.noticed)}take(){let t=this.model.get("record");this.record=t&&typeof t=="object"&&t.response?t:null,this.draft=null,this.fresh=!1,this.lacking=null,this.asking=!1,this.judge(this.record?.state==="checked"?this.response:null)}get response(){return this.draft??(this.record?this.kind.clean(this.record.response,this.payload):{})}get state(){let t=this.record?.state;return t!=="committed"||this.kind.commits&&this.kind.lacks(this.response,this.payload)===null?t:"in-progress"}get solved(){return this.record?.solution??!1}id(t){return`${this.prefix}-${t}`}judge(t){this.checked=t,this.marked=t?yt(this.sealed.rule,t):null,this.detail=this.marked?.detail??null}keep(t){let{id:n,fingerprint:s}=this.payload,r=this.record?.chosen??this.record?.changed??"";this.record={version:1,id:n,fingerprint:s,response:{},state:"in-progress",attempts:0,hints:0,solution:!1,...this.record,...t,chosen:void 0,changed:new Date(Math.max(Date.now(),Date.parse(r)+1||0)).toISOString()},this.model.set("record",this.record),this.model.save_changes()}change(t,n){this.lacking=null,this.draft=null;let{kind:s,payload:r,checked:i}=this,o=this.state==="checked"&&i&&s.stays?.(t,i,r),l=this.kind.extent(t,this.payload)==="complete";this.keep({response:t,state:o?"checked":l?"answered":"in-progress"}),o&&this.judge(t),this.draw(),n&&this.say(n)}preview(t){this.draft=t,this.draw()}check(){let t=this.kind.lacks(this.response,this.payload);if(t!==null&&this.kind.none&&this.lacking===t)this.keep({response:this.kind.none});else if(t!==null){this.lacking=t,this.draw(),this.say(t);return}this.lacking=null,this.keep({state:"checked",attempts:(this.record?.attempts??0)+1}),this.judge(this.response),this.draw(),this.focus("result"),this.say(this.verdict())}commit(){let t=this.kind.lacks(this.response,this.payload);this.lacking=t,t===null&&(this.keep({response:{...this.response,committed:!0},state:"committed",attempts:(this.record?.attempts??0)+1}),this.fresh=!0),this.draw(),t===null&&this.focus("result"),this.say(t??c("predict.committed",{date:Ze(this.record?.changed??"")}))}again(){this.judge(null),this.unfolded=!1,this.keep({state:"answered"}),this.draw(),this.focusFirst(),this.say(c("again.said"))}hint(){let t=(this.record?.hints??0)+1;this.keep({hints:t}),this.draw(),this.focus(`hint-${t}`)}solve(){this.unfolded=!this.unfolded,this.unfolded&&this.keep({solution:!0}),this.draw(),this.unfolded&&this.say(c("solution.said"))}ask(t){this.asking=t,this.draw(),this.focus(t?"keep":"reset")}reset(){this.record=null,this.asking=!1,this.unfolded=!1,this.lacking=null,this.judge(null),this.model.set("record",{}),this.model.save_changes(),this.draw(),this.focusFirst(),this.say(c("reset.said"))}verdict(){if(!this.marked)return"";let t=this.kind.verdict?.(this.view());if(t)return t;let{points:n,of:s,detail:r}=this.marked,i=r.reason==="right"?"right":r.reason==="partly"?"partly":"wrong",o=r.items?.filter(a=>a==="missed").length,l=[this.kind.result?.(this.view())??c(`result.${i}`)];return s&&l.push(`${c("points.of",{points:Je(n??0),n:s/100})}.`),o&&l.push(c("result.open",{n:o})),l.join(" ")}say(t){let n=this.el.querySelector(".seminar-live");n&&(n.textContent=n.textContent===t?`${t} `:t)}focus(t){let n=this.el.querySelector(`[id="${this.id(t)}"]`);n?.focus({preventScroll:!0}),n?.scrollIntoView({block:"nearest"})}focusFirst(){this.el.querySelector(".seminar-answer :is(input:checked, select, textarea, input, button)")?.focus({preventScroll:!0})}view(){return{payload:this.payload,response:this.response,checked:this.checked,detail:this.detail,sealed:this.sealed,named:this.solved||(this.record?.attempts??0)>1,over:this.state==="committed",recalled:this.recalled,fresh:this.fresh,opinions:this.model.get("opinions"),kernel:this.model.get("asked")?{ask:t=>this.answer(t)}:null,id:t=>this.id(t),change:(t,n)=>this.change(t,n),preview:t=>this.preview(t),redraw:()=>this.draw(),say:t=>this.say(t)}}answer(t){let n=r=>Object.entries(t).every(([i,o])=>r?.[i]===o),s=this.model.get("answered");return n(s?.asked)?s:(n(this.model.get("asked"))||(this.model.set("asked",t),this.model.save_changes()),null)}draw(){let t=this.el.getRootNode(),n=t.activeElement,s=n instanceof HTMLElement&&this.el.contains(n)?n:null;if(R(this.template(),this.el),this.picture&&this.kind.show?.(this.view(),this.picture),!s||t.activeElement===s)return;((s.isConnected?s:this.el.querySelector(`[id="${s.id}"]`))??this.el.querySelector(".seminar-answer :is(input, select, textarea, button)")??this.el.querySelector("[tabindex]"))?.focus({preventScroll:!0})}template(){let{payload:t}=this,n=this.model.get("notice"),s=this.state==="committed";return h`<div
      class="seminar-card ${this.recalled?"seminar-card--recall":""} ${this.state?`seminar-card--${this.state}`:""}"
      role="group"
      aria-labelledby=${this.id("title")}
      @keydown=${r=>{r.key==="Escape"&&this.asking&&this.ask(!1)}}
    >
      ${this.head()}
      ${n?h`<p class="seminar-notice">${c(`notice.${n}`)}</p>`:d}
      ${this.recalled&&!s?h`<p class="seminar-aside">${c("predict.lacking")}</p>`:d}
      <div class="seminar-prompt" id=${this.id("prompt")}>${y(t.prompt)}</div>
      ${this.picture?.el??d}
      ${s?this.after():h`<div class="seminar-answer">${this.kind.body(this.view())}</div>`}
      ${this.lacking?h`<p class="seminar-lacking">${this.lacking}</p>`:d} ${this.result()} ${this.hints()}
      ${this.actions()}
      ${this.unfolded&&this.sealed.solution?h`<div class="seminar-solution" id=${this.id("solution")}>
            <p class="seminar-label">${c("solution")}</p>
            ${y(this.sealed.solution)} ${this.kind.solved?.(this.view())??d}
          </div>`:d}
      <div class="seminar-live seminar-sr" role="status" aria-live="polite"></div>
    </div>`}head(){let{level:t,minutes:n,points:s,title:r}=this.payload,i=this.kind.commits,o=this.recalled?"recall":i?"prediction":"exercise";return h`<div class="seminar-card__head">
      <p class="seminar-kicker">
        <span class="seminar-kicker__what">${c(o)}</span>
        ${i?d:h`<span>${c(`level.${t}`)}</span>`}
        ${this.recalled?d:h`<span>${c("minutes",{n})}</span> ${s?h`<span>${c("points",{n:s/100})}</span>`:d}`}
      </p>
      <p class="seminar-card__title" id=${this.id("title")}>${r}</p>
    </div>`}after(){let t=this.view(),n=this.kind.revealed?.(t),{rule:s,outcome:r}=this.sealed,i=n&&s.points?yt(s,{...this.response,committed:!0}):null;return h`<div class="seminar-after" id=${this.id("result")} tabindex="-1" role="group" aria-label=${c("prediction")}>
      <p class="seminar-label">${c("predict.committed",{date:Ze(this.record?.changed??"")})}</p>
      ${this.kind.after?.(t)??d}
      ${i?h`<p class="seminar-earned">${c("points.of",{points:Je(i.points??0),n:i.of/100})}.</p>`:d}
      ${n&&r?h`<div class="seminar-outcome">
            <p class="seminar-label">${c("predict.outcome")}</p>
            ${y(r)}
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
        ${n==="noted"?d:pe(n==="right"?"right":n==="partly"?"missed":"wrong")}
        <span>${this.verdict()}</span>
        ${s>1?h`<span class="seminar-result__tries">${c("result.attempt",{n:s})}</span>`:d}
      </p>
      ${this.kind.remark?.(this.view())??d}
      ${this.sealed.rule.policy==="all-or-nothing"&&t!=="right"?h`<p class="seminar-remark">${c("result.all")}</p>`:d}
    </div>`}hints(){let t=Math.min(this.record?.hints??0,this.payload.hints);return t?h`<ol class="seminar-hints">
      ${(this.sealed.hints??[]).slice(0,t).map((n,s)=>h`<li class="seminar-hint" id=${this.id(`hint-${s+1}`)} tabindex="-1">
            <p class="seminar-label">${this.payload.hints>1?c("hint.label",{k:s+1}):c("hint")}</p>
            ${y(n)}
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
    </button>`:d}};function fn({model:e,el:t}){t.classList.add("seminar-root");let n=new xt(e,t);return()=>n.stop()}function gn(e){e.dataset.lmSuppressShortcuts="true";for(let t of["keydown","keypress","keyup"])e.addEventListener(t,n=>n.stopPropagation())}function us({model:e,el:t}){return gn(t),fn({model:e,el:t})}var wi={render:us};export{wi as default};
