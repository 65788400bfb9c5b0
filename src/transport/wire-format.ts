import type {EndpointAdapter} from '../core/endpoint-adapter.ts';
import type {ResponseMap} from './response-map.ts';

/** How a legacy endpoint encodes requests and responses, from the element's attributes. */
export interface WireFormat {
  readonly format: 'json' | 'form';
  /** The name of the field that holds the code. */
  readonly codeField: string;
  readonly responseMap: ResponseMap | 'agency' | undefined;
  readonly charset: string | undefined;
  readonly hasIdempotencyKeys: boolean;
  readonly adapter: EndpointAdapter | undefined;
}
