// Loaded first into a process that is measured: answers `{ cpu: true }` with the processor time it has used, in microseconds.
process.on('message', (message) => {
  if (message?.cpu !== true) return
  const { user, system } = process.cpuUsage()
  process.send?.({ cpu: user + system })
})
process.channel?.unref()
