"""Mentions to rows: one module a fact table, each rule a small named function."""
