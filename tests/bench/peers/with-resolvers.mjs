// ECMAScript 2024's Promise.withResolvers, which PostGraphile uses and Node.js has from 22 on.
Promise.withResolvers ??= function withResolvers() {
  let resolve, reject;
  const promise = new this((yes, no) => { resolve = yes; reject = no; });
  return { promise, resolve, reject };
};
