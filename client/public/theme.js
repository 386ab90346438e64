// Runs before the first paint, as a file of its own because the content security policy allows no inline script.
;(function () {
  var chosen = localStorage.getItem('tanggap.theme')
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.classList.toggle('dark', dark)
})()
