// The softphone's microphone and loudspeaker, as a line of 20 ms µ-law frames.
(() => {
  'use strict';

  class SoftphoneSound {
    /** `said(frame, level)` gets each frame of the microphone. */
    constructor(said) {
      this.said = said;
      this.microphone = null;
    }

    /** Opens the loudspeaker, and the microphone where there is one; true when there is. Needs a click before it. */
    async open(getMicrophone) {
      this.context = new AudioContext({ latencyHint: 'interactive' });
      await this.context.audioWorklet.addModule('/pages/phone-line.js');
      await this.context.resume();
      this.node = new AudioWorkletNode(this.context, 'phone-line', { outputChannelCount: [1] });
      this.node.port.onmessage = ({ data }) => this.said(data.said, data.level);
      this.node.connect(this.context.destination);
      try {
        this.microphone = await getMicrophone();
        this.context.createMediaStreamSource(this.microphone).connect(this.node);
      } catch {
        this.microphone = null; // None, or not allowed: typed words still work.
      }
      return this.microphone !== null;
    }

    hear(frame) {
      if (this.node) this.node.port.postMessage({ heard: frame }, [frame]);
    }

    mute(muted) {
      if (this.node) this.node.port.postMessage({ muted });
    }

    close() {
      if (this.microphone) for (const track of this.microphone.getTracks()) track.stop();
      if (this.context) void this.context.close();
      this.microphone = null;
      this.node = null;
      this.context = null;
    }
  }

  window.SoftphoneSound = SoftphoneSound;
})();
