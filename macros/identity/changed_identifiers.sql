{#- The query of identifier values that a record came to show in this build, or shows no more. One may be there several times. -#}
{% macro changed_identifiers() -%}
    select identifier_type, identifier_value from {{ firstparty.changes_of('int_identity__identifier_rows') }}
    union all
    select identifier_type, identifier_value from {{ firstparty.changes_of('int_identity__composite_identifiers') }}
{%- endmacro %}
