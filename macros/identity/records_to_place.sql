{#-
    The query of records, by id and number, that may belong to another person since the last build: their component changed, or who
    founded it. One may be there several times.
-#}
{% macro records_to_place() -%}
    select record_id, record_number from {{ firstparty.changes_of('int_identity__memberships') }}
    union all
    select memberships.record_id, memberships.record_number
    from {{ ref('int_identity__memberships') }} as memberships
    inner join {{ firstparty.changes_of('int_identity__person_founders') }} as changed
        on
            memberships.evidence_tier = changed.evidence_tier
            and memberships.component = changed.component
    where memberships.component in (select component from {{ firstparty.changes_of('int_identity__person_founders') }})
{%- endmacro %}
