"""What is agreed and what can be: actions, packages, ledger, state. Imports no other wing."""
