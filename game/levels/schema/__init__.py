"""The fields of a level and of a world, each with its description.

`fields` and `values` are the one source: `json_schema` prints them for editors, `commented` writes
them into a copied level, `shape` knows which fields stand within which. `levels` imports it, and
above it `session` and `desk` the fields they read, `commands` the schema.
"""
