{#-
    The query of identifier values of which something changed in this build: who holds them, or what is known of a record that does.
-#}
{% macro affected_values() -%}
    {{ firstparty.changed_identifiers() }}
    union all
    select identifiers.identifier_type, identifiers.identifier_value
    from {{ ref('int_identity__identifiers') }} as identifiers
    where identifiers.record_id in (
        {{ firstparty.lookup_texts('select record_id from ' ~ firstparty.changes_of('int_identity__record_keys')) }}
    )
{%- endmacro %}


{#- The query of identifier values that a record came to show in this build, or shows no more. One may be there several times. -#}
{% macro changed_identifiers() -%}
    select identifier_type, identifier_value from {{ firstparty.changes_of('int_identity__identifier_rows') }}
    union all
    select identifier_type, identifier_value from {{ firstparty.changes_of('int_identity__composite_identifiers') }}
{%- endmacro %}
