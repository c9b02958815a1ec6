"""A level in another language: `texts/LANGUAGE.yaml` beside `level.yaml`.

`text_places` lists what can be translated, `translate` puts the texts in and says what is missing,
`outdated` finds those that a copied level has outgrown. Imported by `levels` alone.
"""
