"""How good the rows are: predictions scored against articles annotated by hand."""
