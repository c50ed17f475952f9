import { decodeALaw, decodeMuLaw } from '@clinicall/audio';
import { fromInt16 } from './sound';

export const fromMuLaw = (bytes: Uint8Array): Float32Array => fromInt16(decodeMuLaw(bytes));

export const fromALaw = (bytes: Uint8Array): Float32Array => fromInt16(decodeALaw(bytes));
