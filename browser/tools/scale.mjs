// What comes over the wire, packed and with its heads.

/** Counts bytes and requests as the browser's network layer sees them. */
export class Scale {
  #bytes = 0;
  #requests = 0;

  static async under(context, page) {
    const scale = new Scale();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    const cached = new Set();
    session.on("Network.requestServedFromCache", ({ requestId }) => cached.add(requestId));
    session.on("Network.requestWillBeSent", ({ redirectResponse }) => {
      if (redirectResponse) scale.#add(redirectResponse.encodedDataLength);
    });
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (!cached.has(requestId) && encodedDataLength > 0) scale.#add(encodedDataLength);
    });
    return scale;
  }

  #add(bytes) {
    this.#bytes += bytes;
    this.#requests += 1;
  }

  take() {
    const taken = { bytes: this.#bytes, requests: this.#requests };
    this.#bytes = 0;
    this.#requests = 0;
    return taken;
  }
}
