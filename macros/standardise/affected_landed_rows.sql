{#-
    The query of hashes of landed rows that the model being built must judge again: rows that came, went or moved since the last build,
    those whose verdict may change with the day, and all rows that have a key in common with one of them, which is a column of the raw
    rows: of such rows one version stands. Where a row stands in its file it is known by; rows that stayed are those of the table.
-#}
{% macro affected_landed_rows(key) -%}
    {%- set key = firstparty.clean_identifier(key) -%}
    with
    {%- if model.get('moved_hashes') %}
    changed as (
        select _row_hash from {{ model.moved_hashes }}
        union all
        select _row_hash from {{ this }} where _reason_code = 'future_timestamp'
    ),
    {%- else %}
    moved as (
        select
            landed._row_hash as landed_hash,
            kept._row_hash as kept_hash
        from {{ firstparty.landed_numbers() }} as landed
        full join {{ this }} as kept
            on landed._source_row = kept._source_row and landed._source_file = kept._source_file
        where
            landed._row_hash is distinct from kept._row_hash
            or landed._copy_number is distinct from kept._copy_number
            or landed._row_code is distinct from kept._row_code
    ),
    changed as (
        select landed_hash as _row_hash from moved where landed_hash is not null
        union all
        select kept_hash as _row_hash from moved where kept_hash is not null
        union all
        select _row_hash from {{ this }} where _reason_code = 'future_timestamp'
    ),
    {%- endif %}
    changed_keys as (
        select {{ key }} as row_key
        from ({{ firstparty.landed_rows_of("select _row_hash from changed") }}) as landed
        union
        select {{ key }} as row_key
        from {{ this }}
        where _row_hash in (select _row_hash from changed)
    )
    select _row_hash from changed
    union all
    select _row_hash from {{ this }} where {{ key }} in (select row_key from changed_keys)
{%- endmacro %}
