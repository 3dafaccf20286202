"""Python tests: what dbt's own tests cannot say."""
