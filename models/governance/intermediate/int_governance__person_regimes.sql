-- One row per person: the region rule that holds for the person and whether the person is a minor
-- under it. A person whose place is unknown gets the strictest rule. A person is a minor when the
-- profile says so, or when the birth date says so under the rule's age.
with

persons as (
    select * from {{ ref('persons') }}
),

person_jurisdictions as (
    select * from {{ ref('person_jurisdictions') }}
),

region_rules as (
    select * from {{ ref('consent_region_rules') }}
),

places as (
    select
        persons.person_id,
        person_jurisdictions.country,
        {{ firstparty.whole_region(
            'person_jurisdictions.country', 'person_jurisdictions.region'
        ) }} as region,
        person_jurisdictions.birth_date,
        person_jurisdictions.is_minor
    from persons
    left join person_jurisdictions on persons.person_id = person_jurisdictions.person_id
),

{{ firstparty.placed_under_rules('places', 'region_rules') }},

int_governance__person_regimes as (
    select
        placed_under_rules.person_id,
        region_rules.region_rule,
        region_rules.regime,
        region_rules.default_mode,
        region_rules.requires_google_signals,
        placed_under_rules.birth_date is null as has_unknown_age,
        coalesce(placed_under_rules.is_minor, false)
        or coalesce(
            {{ firstparty.plus_months(
                'placed_under_rules.birth_date', '12 * region_rules.minor_age'
            ) }} > cast({{ firstparty.as_of() }} as date), false
        ) as is_minor
    from placed_under_rules
    inner join region_rules on placed_under_rules.region_rule = region_rules.region_rule
)

select * from int_governance__person_regimes
