-- One row per strict person: the region rule that holds where its own records say that it lives.
-- What a region's default grants is granted to whoever is known to live there: a strict person
-- whose place only likeness tells lives nowhere known, and there the strictest rule holds.
with

strict_profiles as (
    select * from {{ ref('strict_profiles') }}
),

region_rules as (
    select * from {{ ref('consent_region_rules') }}
),

places as (
    select
        strict_person_id,
        person_id,
        residence_country as country,
        {{ firstparty.whole_region('residence_country', 'residence_region') }} as region
    from strict_profiles
),

{{ firstparty.placed_under_rules('places', 'region_rules') }},

strict_regimes as (
    select
        placed_under_rules.strict_person_id,
        placed_under_rules.person_id,
        placed_under_rules.region_rule,
        region_rules.default_mode
    from placed_under_rules
    inner join region_rules on placed_under_rules.region_rule = region_rules.region_rule
)

select * from strict_regimes
