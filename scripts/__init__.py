"""Commands around the dbt project that the Makefile calls."""
