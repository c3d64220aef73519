// Live updates: server-sent events with reconnection. After a gap everything is read again, so nothing is missed.

const RETRY_MS = 1500;

export function follow(store, { onOnline }) {
  let lost = false;

  const receive = (event) => {
    if (event.data) store.apply(JSON.parse(event.data)).catch((error) => console.warn(error));
  };

  const connect = () => {
    const source = new EventSource("/people/stream");
    source.onmessage = receive;
    source.onopen = async () => {
      onOnline(true);
      if (!lost) return;
      lost = false;
      await store.loadState().then(() => store.refreshAll()).catch((error) => console.warn(error));
    };
    source.onerror = () => {
      source.close();
      lost = true;
      onOnline(false);
      setTimeout(connect, RETRY_MS);
    };
  };

  connect();
}
