{#-
    The id of a rejected raw row: where it lies, why it was rejected and, unless its subject was erased, what it holds.
    The content is needed because whole rows are numbered apart from lines that could not be read.
-#}
{% macro quarantined_row_id() -%}
    {{ firstparty.to_hex_sha256(
        "entity || '|' || _source_file || '|' || cast(_source_row as string) || '|' || _reason_code || '|' || "
        ~ "case when _reason_code = 'erased_subject' then '' else coalesce(_row_hash, '') end"
    ) }}
{%- endmacro %}
