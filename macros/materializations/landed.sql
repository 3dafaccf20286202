{#-
    Lands raw rows: reads what var `source_locations` and `raw_path` say lies there into a scratch table of text
    columns (`landed_rows`), then builds the model's own SQL over it as an ordinary table.

    The model declares its entity and columns in `meta`: raw_entity ("crm.contacts"), raw_format (csv, jsonl or
    parquet), raw_columns (names), and raw_paths (column to JSON path, where it is not `$.<column>`).
    The engine's own table materialization does the rest, so contracts, grants and hooks work as everywhere. A model that names a
    `key` tells its readers which rows changed since the last build, as those that are materialized as `maintained` do.
-#}
{% materialization landed, default %}
    {%- set plan = firstparty.landing_plan(config.get('meta')) -%}
    {%- set tells_changes = config.get('key') is not none and firstparty.keeps_changes() -%}
    {%- do plan.update({'is_coded': tells_changes and (plan.kind == 'table' or plan.format == 'parquet')}) -%}
    {%- do firstparty.create_landed_rows(firstparty.landed_rows(), plan) -%}
    {%- if tells_changes -%}
        {%- do model.update({'mapped_columns': firstparty.provenance_columns(plan) | list}) -%}
        {{ return(firstparty.maintain_table(tojson(
            [plan.kind, plan.format, plan.delimiter, plan.columns, plan['values'], plan.paths, plan.is_coded]
        ))) }}
    {%- endif -%}
    {{ return(firstparty.materialize_over_scratch_table(firstparty.landed_rows())) }}
{% endmaterialization %}
