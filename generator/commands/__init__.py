"""The commands of `archive`: each module here that has a click command named `command` is one, under the module's name."""
