{#-
    The query of hashes of landed rows that the model being built must judge again: rows that came, went or moved since the last build,
    those whose verdict may change with the day, and all rows that have a key in common with one of them, which is a column of the raw
    rows: of such rows one version stands.
-#}
{% macro affected_landed_rows(key) -%}
    {%- set numbers = "_row_hash, _source_file, _source_row, _copy_number" -%}
    {%- set key = firstparty.clean_identifier(key) -%}
    with
    changed as (
        (select {{ numbers }} from {{ firstparty.landed_numbers() }} except select {{ numbers }} from {{ this }})
        union all
        (select {{ numbers }} from {{ this }} except select {{ numbers }} from {{ firstparty.landed_numbers() }})
        union all
        select {{ numbers }} from {{ this }} where _reason_code = 'future_timestamp'
    ),
    changed_keys as (
        select {{ key }} as row_key
        from {{ firstparty.landed_rows() }}
        where _row_hash in (select _row_hash from changed)
        union
        select {{ key }} as row_key
        from {{ this }}
        where _row_hash in (select _row_hash from changed)
    )
    select _row_hash from changed
    union all
    select _row_hash from {{ firstparty.landed_rows() }} where {{ key }} in (select row_key from changed_keys)
    union all
    select _row_hash from {{ this }} where {{ key }} in (select row_key from changed_keys)
{%- endmacro %}
