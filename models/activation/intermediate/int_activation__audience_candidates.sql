-- One row per destination, audience and person: everybody whom an audience selects, for every
-- destination it is meant for, before consent is looked at. The audiences come from
-- audience_names(); the destinations from their YAML.
with

{% for audience in firstparty.audience_names() -%}
    {{ audience }} as (
        select * from {{ ref('aud_' ~ audience) }}
    ),

{% endfor -%}
audience_definitions as (
    select * from {{ ref('int_activation__audience_definitions') }}
),

audience_persons as (
    {% for audience in firstparty.audience_names() -%}
        select
            '{{ audience }}' as audience,
            person_id
        from {{ audience }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
),

int_activation__audience_candidates as (
    select
        audience_definitions.destination,
        audience_persons.audience,
        audience_persons.person_id
    from audience_persons
    inner join audience_definitions on audience_persons.audience = audience_definitions.audience
)

select * from int_activation__audience_candidates
