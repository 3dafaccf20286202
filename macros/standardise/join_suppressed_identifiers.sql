{#-
    The joins from raw rows to the suppression list, one for each identifier that a row carries. The list has one row
    per identifier, so no row is multiplied. The keyed hash is what the list holds; the identifier itself is not in it.
-#}
{% macro join_suppressed_identifiers(erasable) -%}
    {%- for identifier, key in firstparty.suppression_keys(erasable).items() %}
    left join suppressed_identifiers as suppressed_by_{{ identifier }}
        on
            suppressed_by_{{ identifier }}.identifier_type = '{{ key.kind }}'
            and suppressed_by_{{ identifier }}.identifier_hash
            = keyed_hash('{{ key.kind }}:' || {{ key.expression }})
    {%- endfor %}
{%- endmacro %}
