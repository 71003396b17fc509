"""The commands of `communique`, one module each; what several share stands in options, exits, output and progress."""
