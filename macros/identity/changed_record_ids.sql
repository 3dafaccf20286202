{#-
    The query of ids of records of which a row in int_identity__person_rows came, went or changed in this build. One id may be there
    several times.
-#}
{% macro changed_record_ids() -%}
    {%- set tables = [
        'stg_crm__contacts', 'stg_shop__customers', 'stg_loyalty__members', 'stg_people_files__people',
    ] -%}
    {%- for kind in firstparty.known_event_kinds() -%}
        {%- do tables.append('int_identity__person_rows_' ~ kind) -%}
    {%- endfor -%}
    {%- for table in tables %}
        select record_id from {{ firstparty.changes_of(table) }}
        {{ "union all" if not loop.last }}
    {%- endfor %}
{%- endmacro %}


{#- The kinds of person rows that events give, each with the sources that have such events. -#}
{% macro event_person_rows() -%}
    {{ return({
        'purchases': ['shop', 'pos', 'loyalty', 'subscriptions'],
        'messages': ['email', 'support', 'survey', 'social'],
        'devices': ['web', 'app', 'ads'],
    }) }}
{%- endmacro %}


{#- The kinds of person rows that events of sources which are on give. -#}
{% macro known_event_kinds() -%}
    {%- set kinds = [] -%}
    {%- for kind, sources in firstparty.event_person_rows().items() if sources | select('in', var('sources')) | list -%}
        {%- do kinds.append(kind) -%}
    {%- endfor -%}
    {{ return(kinds) }}
{%- endmacro %}
