"""The app in a browser: a server on this machine, and who may use it."""
