-- One row per person, trait and as_of: what is known of the person in one word or number, and from
-- what. A trait without evidence has no row: nobody is given an open rate of zero for mails never
-- sent. Kind, version and description come from seed trait_definitions. The table holds the build's
-- own as_of; an earlier day is the same build with an earlier var, since all inputs are filtered by
-- it.
{% set families = ['relationship', 'shopping', 'digital', 'service', 'membership', 'attitude'] -%}
with valued as (

    {% for family in families -%}
        select
            person_id,
            trait_name,
            value,
            value_number,
            evidence
        from {{ ref('int_profile__traits_' ~ family) }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
),

trait_definitions as (

    select * from {{ ref('trait_definitions') }}

),

customer_traits as (

    select
        cast(valued.person_id as string) as person_id,
        cast(valued.trait_name as string) as trait_name,
        cast({{ firstparty.as_of() }} as date) as as_of,
        cast(valued.value as string) as value,
        cast(valued.value_number as double) as value_number,
        cast(trait_definitions.kind as string) as kind,
        cast(trait_definitions.version as bigint) as version,
        cast(valued.evidence as string) as evidence
    from valued
    left join trait_definitions
        on valued.trait_name = trait_definitions.trait_name

)

select * from customer_traits
