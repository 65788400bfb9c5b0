/** Leaves the parts of Lit that the widget never uses out of its scripts. */
import type {Plugin} from 'vite';

/** A part of a module of Lit, and what replaces it. */
type Part = readonly [module: string, pattern: RegExp, replacement: string];

/**
 * The parts, as Lit's own build writes them. The widget has no template of these kinds: MathML, an
 * expression in a comment or in a `<style>`, an element directive, or one that Lit's compiler wrote. Its
 * properties are Boolean or text, and its style sheets are texts.
 */
const PARTS: readonly Part[] = [
  ['lit-html', /:3===\w\?"<\/?math>":""/g, ':""'],
  ['lit-html', /\|\|3===\w(?=\)\{const \w=this\.el)/, ''],
  ['lit-html', /\(y\.test\(u\[2\]\)&&\(n=RegExp\("<\/"\+u\[2\],"g"\)\),c=p\)/, 'c=p'],
  ['lit-html', /if\(y\.test\(r\.tagName\)\)\{.*?\}\}(?=\}else if\(8===)/, ''],
  ['lit-html', /else\{let t=-1;for\(;-1!==\(t=r\.data\.indexOf\(.*?t\+=o\.length-1\}/, ''],
  [
    'lit-html',
    /"number"==typeof s\?this\._\$AC\(t\):\(void 0===s\.el&&.*?\),s\)(?=;if)/,
    'this._$AC(t)',
  ],
  ['lit-html', /:6===r\.type&&\(i=new Z\(h,this,t\)\)/, ':0'],
  [
    'lit-html',
    /else t\.startsWith\(o\)&&\(d\.push\(\{type:6,index:l\}\),r\.removeAttribute\(t\)\);/,
    '',
  ],
  ['lit-html', /get tagName\(\)\{return this\.element\.tagName\}/, ''],
  // For asynchronous directives.
  ['lit-html', /get _\$AU\(\)\{return this\._\$AM\??\._\$AU(?:\?\?this\._\$Cv)?\}/g, ''],
  ['lit-html', /this\._\$AN=void 0,/g, ''],
  ['lit-html', /,this\._\$Cv=e\?\.isConnected\?\?!0(?=\})/, ''],
  ['lit-html', /this\._\$AP\?\.\(!1,!0,s\);/, ';'],
  ['lit-html', /setConnected\(t\)\{.*?\}(?=\}class)/, ''],
  [
    'lit-element',
    /this\.hasUpdated\|\|\(this\.renderOptions\.isConnected=this\.isConnected\),/,
    '',
  ],
  ['lit-element', /connectedCallback\(\)\{.*?\}disconnectedCallback\(\)\{.*?\}(?=render)/, ''],
  ['lit-html', /get parentNode\(\)\{return this\._\$AM\.parentNode\}/, ''],
  ['lit-html', /get parentNode\(\)\{let t=.*?,t\}/, ''],
  ['lit-html', /\(t\?\.creationScope\?\?l\)\.importNode/, 'l.importNode'],
  ['css-tag', /\(void 0===t\.ShadyCSS\|\|t\.ShadyCSS\.nativeShadow\)&&/, ''],
  ['lit-html', /get startNode\(\)\{.*?\}get endNode\(\)\{.*?\}/, ''],
  ['css-tag', /if\(this\._\$cssResult\$=!0,o!==s\)throw Error\(".*?"\)/, 'this._$cssResult$=!0'],
  [
    'css-tag',
    /let t=this\.o;const s=this\.t;if\(e&&void 0===t\)\{.*?\}return t\}/,
    'if(e&&!this.o)(this.o=new CSSStyleSheet).replaceSync(this.cssText);return this.o}',
  ],
  ['css-tag', /,c=e\?t=>t:.*?\(t\):t;/, ',c=t=>t;'],
  ['reactive-element', /case Object:case Array:t=null==t\?t:JSON\.stringify\(t\)/, ''],
  [
    'reactive-element',
    /case Number:i=null===t\?null:Number\(t\);break;case Object:case Array:try\{.*?\}catch\(t\)\{i=null\}/,
    '',
  ],
  ['reactive-element', /static addInitializer\(t\)\{.*?\}(?=static)/, ''],
  ['reactive-element', /,void 0!==t\.l&&\(this\.l=\[\.\.\.t\.l\]\)/, ''],
  ['reactive-element', /,this\.constructor\.l\?\.forEach\(t=>t\(this\)\)/, ''],
  ['reactive-element', /removeController\(t\)\{.*?\}(?=_\$E_)/, ''],
  // `properties.ts` has the accessors, and every property has all options.
  [
    'reactive-element',
    /static createProperty\(t,s=b\)\{.*?\}(?=static getPropertyOptions)/,
    'static createProperty(t,s){this.elementProperties.set(t,s)}',
  ],
  [
    'reactive-element',
    /const t=this\.constructor\.elementProperties;if\(t\.size>0\).*?\}(?=\}let)/,
    '',
  ],
  [
    'reactive-element',
    /const i=s\.attribute;return!1.*?void 0(?=\})/,
    'return s.attribute||void 0',
  ],
  ['reactive-element', /\(void 0!==i\.converter\?\.toAttribute\?i\.converter:u\)/, 'u'],
  ['reactive-element', /"function"==typeof t\.converter\?.*?:u(?=;)/, 'u'],
  ['reactive-element', /r\?\?this\._\$Ej\?\.get\(e\)\?\?r/, 'r'],
  [
    'reactive-element',
    /!\(\(i\.hasChanged\?\?f\)\(h,s\)\|\|i\.useDefault.*?\)\)\)(?=return)/,
    '!f(h,s))',
  ],
  [
    'reactive-element',
    /C\(t,s,\{useDefault.*?\}(?=async)/,
    'C(t,s,{reflect:e}){this._$AL.has(t)||this._$AL.set(t,s),e&&this._$Em!==t&&(this._$Eq??=new Set).add(t)}',
  ],
  // No controller and no element has these callbacks.
  ['reactive-element', /this\._\$EO\?\.forEach\(t=>t\.hostUpdate\?\.\(\)\),/, ''],
  ['reactive-element', /this\._\$EO\?\.forEach\(t=>t\.hostUpdated\?\.\(\)\),/, ''],
  // The styles are an array.
  ['reactive-element', /static finalizeStyles\(s\)\{.*?\}(?=static)/, ''],
  ['reactive-element', /this\.finalizeStyles\(this\.styles\)/, 'this.styles'],
  // No template sets a property.
  ['lit-html', /class I extends H\{.*?\}\}(?=class)/, ''],
  ['lit-html', /"\."===e\[1\]\?I:/, ''],
  ['lit-html', /B:I,/, ''],
  // Only a directive could read the type of its part.
  ['lit-html', /constructor\(\)\{super\(\.\.\.arguments\),this\.type=4\}/, ''],
  ['lit-html', /constructor\(t,i,s,e,h\)\{super\(t,i,s,e,h\),this\.type=5\}/, ''],
  ['lit-html', /this\.type=[12],/g, ''],
  // The element creates its render root itself.
  ['reactive-element', /createRenderRoot\(\)\{.*?\}(?=connectedCallback)/, ''],
  ['lit-element', /createRenderRoot\(\)\{.*?\}(?=update)/, ''],
];

/** Removes these parts. Fails where Lit no longer has them in this form. */
export function withoutUnusedLit(): Plugin {
  const found = new Set<RegExp>();
  const modules = new Set<string>();
  return {
    name: 'without-unused-lit',
    transform(code, id) {
      const parts = PARTS.filter(([module]) => id.endsWith(`/${module}.js`));
      if (parts.length === 0) return undefined;
      parts.forEach(([module]) => modules.add(module));
      let changed = code;
      for (const [, pattern, replacement] of parts) {
        const before = changed;
        changed = changed.replace(pattern, () => replacement);
        if (changed !== before) found.add(pattern);
      }
      return {code: changed, map: null};
    },
    buildEnd(error) {
      const missing = PARTS.find(([module, pattern]) => modules.has(module) && !found.has(pattern));
      if (!error && missing) {
        this.error(
          `${missing[0]} no longer contains ${String(missing[1])}. Update tools/vite/unused-lit.ts.`,
        );
      }
    },
  };
}
