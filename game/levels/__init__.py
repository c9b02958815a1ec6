"""Level files: finds, reads, checks and translates them, and compiles scenario and world.

`finder` lists them and `near_misses` what almost is one; `yaml_document` reads a file with its
lines; `check_all` and `loader` answer with a level or with its problems; `compile` and `cuts` make
the scenario, `scaffold` a copy to edit. `schema/` holds the fields, `checks/` what cannot work,
`translation/` other languages. Only here is YAML read. Imports `negotiation` and `climate`;
`session` and what lies above it may import it.
"""
