// Runs on the browser's audio thread: the microphone down to a telephone line (µ-law, 8 kHz, 20 ms frames) and the
// line up to the loudspeaker. Resampling is a windowed sinc, so that speech models hear what a telephone would carry.
(() => {
  'use strict';
  const LINE_RATE = 8000;
  const FRAME = 160;
  const CROSSINGS = 12;
  const START_BUFFER = LINE_RATE * 0.06;
  const MOST_BUFFER = LINE_RATE * 0.4;

  /** Streaming resampler: push blocks, read what can be told by now. */
  class Resampler {
    constructor(fromRate, toRate) {
      this.step = fromRate / toRate;
      this.cutoff = 0.95 * Math.min(1, toRate / fromRate);
      this.reach = CROSSINGS / this.cutoff;
      this.past = new Float32Array(Math.ceil(this.reach));
      this.position = this.past.length;
    }

    run(block) {
      const input = new Float32Array(this.past.length + block.length);
      input.set(this.past);
      input.set(block, this.past.length);
      const output = [];
      while (this.position + this.reach < input.length) {
        output.push(this.at(input, this.position));
        this.position += this.step;
      }
      const keep = Math.max(0, Math.floor(this.position - this.reach));
      this.past = input.slice(keep);
      this.position -= keep;
      return output;
    }

    at(input, centre) {
      let sum = 0;
      const last = Math.floor(centre + this.reach);
      for (let tap = Math.max(0, Math.ceil(centre - this.reach)); tap <= last; tap += 1) {
        const offset = tap - centre;
        const phase = Math.PI * offset * this.cutoff;
        const sinc = phase === 0 ? 1 : Math.sin(phase) / phase;
        sum += (input[tap] || 0) * this.cutoff * sinc * (0.5 + 0.5 * Math.cos((Math.PI * offset) / this.reach));
      }
      return sum;
    }
  }

  function encode(value) {
    const sample = Math.max(-32635, Math.min(32635, Math.round(value * 32767)));
    const magnitude = Math.abs(sample) + 0x84;
    const exponent = Math.max(0, 24 - Math.clz32(magnitude));
    return ~((sample < 0 ? 0x80 : 0) | (exponent << 4) | ((magnitude >> (exponent + 3)) & 0x0f)) & 0xff;
  }

  function decode(byte) {
    const bits = ~byte & 0xff;
    const magnitude = (((bits & 0x0f) << 3) + 0x84) << ((bits >> 4) & 0x07);
    return (bits & 0x80 ? 0x84 - magnitude : magnitude - 0x84) / 32768;
  }

  class PhoneLine extends AudioWorkletProcessor {
    constructor() {
      super();
      this.down = new Resampler(sampleRate, LINE_RATE);
      this.up = new Resampler(LINE_RATE, sampleRate);
      this.frame = [];
      this.line = [];
      this.ready = [];
      this.flowing = false;
      this.muted = false;
      this.port.onmessage = ({ data }) => {
        if (typeof data.muted === 'boolean') this.muted = data.muted;
        if (data.heard) for (const byte of new Uint8Array(data.heard)) this.line.push(decode(byte));
        if (this.line.length > MOST_BUFFER) this.line.splice(0, this.line.length - START_BUFFER);
      };
    }

    process([input], [output]) {
      const microphone = input && input[0];
      if (microphone && !this.muted) this.send(this.down.run(microphone));
      if (output && output[0]) this.play(output[0]);
      return true;
    }

    send(samples) {
      for (const sample of samples) {
        this.frame.push(sample);
        if (this.frame.length < FRAME) continue;
        const said = Uint8Array.from(this.frame, encode).buffer;
        const level = Math.sqrt(this.frame.reduce((sum, each) => sum + each * each, 0) / FRAME);
        this.frame = [];
        this.port.postMessage({ said, level }, [said]);
      }
    }

    play(channel) {
      if (!this.flowing && this.line.length >= START_BUFFER) this.flowing = true;
      while (this.flowing && this.ready.length < channel.length) {
        if (this.line.length === 0) {
          this.flowing = false;
          break;
        }
        this.ready.push(...this.up.run(Float32Array.from(this.line.splice(0, 40))));
      }
      const taken = this.ready.splice(0, channel.length);
      for (let index = 0; index < taken.length; index += 1) channel[index] = taken[index];
    }
  }

  registerProcessor('phone-line', PhoneLine);
})();
