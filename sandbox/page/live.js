// Live updates: server-sent events with reconnection. After a gap everything is read again, so nothing is missed.

const KINDS = ["edit", "delete", "answer", "clock", "person", "chat"];
const RETRY_MS = 1500;

export function follow(store, { onOnline }) {
  let source = null;
  let lost = false;

  const receive = (event) => {
    if (event.data) store.apply(JSON.parse(event.data)).catch((error) => console.warn(error));
  };

  const connect = () => {
    source = new EventSource("/people/stream");
    source.onmessage = receive;
    for (const kind of KINDS) source.addEventListener(kind, receive);
    source.onopen = async () => {
      onOnline(true);
      if (!lost) return;
      lost = false;
      await store.loadState();
      await store.refreshAll();
    };
    source.onerror = () => {
      lost = true;
      onOnline(false);
      if (source.readyState !== EventSource.CLOSED) return;
      source.close();
      setTimeout(connect, RETRY_MS);
    };
  };

  connect();
}
