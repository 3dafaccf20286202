{#-
    The query of records, by evidence tier, whose component may be another one than in the last build: all records of a component, as
    it is now, that a record came to or left, and those that are gone.
-#}
{% macro affected_memberships() -%}
    {%- for tier, model_name, vertex, component in [
        ('all', 'int_identity__components_guarded', 'record_number', 'component'),
        ('strict', 'int_identity__strict_components', 'vertex', 'parent'),
    ] %}
        {%- set touched %}
            select {{ component }} as record_number from {{ firstparty.changes_of(model_name) }}
            union all
            select {{ vertex }} from {{ firstparty.changes_of(model_name) }}
            union all
            select record_number from {{ firstparty.changes_of('int_identity__record_numbers') }}
        {%- endset %}
        {{ "union all" if not loop.first }}
        select '{{ tier }}' as evidence_tier, {{ vertex }} as record_number
        from {{ ref(model_name) }}
        where {{ component }} in ({{ touched }})
        union all
        select '{{ tier }}' as evidence_tier, record_number
        from ({{ touched }}) as touched
    {%- endfor %}
{%- endmacro %}
