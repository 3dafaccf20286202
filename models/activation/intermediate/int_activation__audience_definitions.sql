-- One row per audience and destination that the audience's YAML names: what each audience is, as
-- data. The rows are written from the meta of the aud_ models, so that an audience is declared in
-- one place. A mistake in a declaration stops the build here, before any candidate is made.
with

declared_audiences as (
    {%- for audience in firstparty.audience_definitions() %}
        {%- for destination in audience.destinations %}
            select
                '{{ audience.audience }}' as audience,
                '{{ destination }}' as destination,
                {{ firstparty.text_literal(audience.title) }} as title,
                {{ firstparty.text_literal(audience.definition) }} as definition,
                '{{ audience.purpose }}' as purpose,
                {{ firstparty.text_literal(audience.owner) }} as owner,
                cast({{ audience.maximum_share }} as double) as maximum_share
            union all
        {%- endfor %}
    {%- endfor %}
    select
        cast(null as string) as audience,
        cast(null as string) as destination,
        cast(null as string) as title,
        cast(null as string) as definition,
        cast(null as string) as purpose,
        cast(null as string) as owner,
        cast(null as double) as maximum_share
),

int_activation__audience_definitions as (
    select
        audience,
        destination,
        title,
        definition,
        purpose,
        owner,
        maximum_share
    from declared_audiences
    where audience is not null
)

select * from int_activation__audience_definitions
