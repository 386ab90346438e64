// Preloaded into the server by start.mjs: when start.mjs is killed outright, the server closes instead of staying behind.
process.channel?.unref()
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
