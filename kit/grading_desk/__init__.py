"""The marking desk: a class in JupyterLab, for whoever marks it."""
