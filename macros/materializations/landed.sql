{#-
    Lands raw rows: reads what var `source_locations` and `raw_path` say lies there into a scratch table of text
    columns (`landed_rows`), then builds the model's own SQL over it as an ordinary table.

    The model declares its entity and columns in `meta`: raw_entity ("crm.contacts"), raw_format (csv, jsonl or
    parquet), raw_columns (names), and raw_paths (column to JSON path, where it is not `$.<column>`).
    The engine's own table materialization does the rest, so contracts, grants and hooks work as everywhere.
-#}
{% materialization landed, default %}
    {%- do firstparty.create_landed_rows(
        firstparty.landed_rows(), firstparty.landing_plan(config.get('meta'))
    ) -%}
    {{ return(firstparty.materialize_over_scratch_table(firstparty.landed_rows())) }}
{% endmaterialization %}
