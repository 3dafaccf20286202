{{ config(enabled=var('scored_matching')) }}

-- Grain: one row per pattern of a pair that is likely one person: what it says, as JSON text: the
-- probability of each class, and for each field that speaks its level and how much more likely that
-- level is in a match than among strangers, in a household, among namesakes (nats).
{% set fields = firstparty.comparisons() | map(attribute='name') | list -%}

with patterns as (select * from {{ ref('int_identity__patterns') }}),

pattern_weights as (select * from {{ ref('int_identity__pattern_weights') }}),

scored_links as (select * from {{ ref('int_identity__scored_links') }}),

parameters as (select * from {{ ref('int_identity__match_parameters') }}),

level_frequencies as (select * from {{ ref('int_identity__level_frequencies') }}),

linked_patterns as (
    select distinct pattern
    from scored_links
),

digits as (
    {% for field in fields -%}
        {{ "union all" if not loop.first }}
        select
            patterns.pattern,
            cast({{ loop.index }} as integer) as place,
            '{{ field }}' as field,
            patterns.{{ field }} as level
        from patterns
        inner join linked_patterns on patterns.pattern = linked_patterns.pattern
        where patterns.{{ field }} is not null
    {% endfor -%}
),

worded as (
    select
        digits.pattern,
        digits.place,
        {{ firstparty.json_object({
            'field': 'digits.field',
            'level': 'level_frequencies.label',
            'over_strangers':
                'cast(cast(ln(parameters.m / parameters.u) as decimal(9, 3)) as string)',
            'over_household':
                'cast(cast(ln(parameters.m / parameters.h) as decimal(9, 3)) as string)',
            'over_namesakes':
                'cast(cast(ln(parameters.m / parameters.n) as decimal(9, 3)) as string)',
        }) }} as words
    from digits
    inner join parameters
        on digits.field = parameters.field and digits.level = parameters.level
    inner join level_frequencies
        on digits.field = level_frequencies.field and digits.level = level_frequencies.level
),

spoken as (
    select
        pattern,
        {{ firstparty.ordered_text_list('words', "','", 'place') }} as words
    from worded
    group by pattern
),

int_identity__pattern_evidence as (
    select
        spoken.pattern,
        '{"match":' || cast(cast(pattern_weights.match_probability as decimal(9, 6)) as string)
        || ',"household":'
        || cast(cast(pattern_weights.household_probability as decimal(9, 6)) as string)
        || ',"namesake":'
        || cast(cast(pattern_weights.namesake_probability as decimal(9, 6)) as string)
        || ',"unrelated":'
        || cast(cast(pattern_weights.unrelated_probability as decimal(9, 6)) as string)
        || ',"fields":[' || spoken.words || ']}' as evidence
    from spoken
    inner join pattern_weights on spoken.pattern = pattern_weights.pattern
)

select * from int_identity__pattern_evidence
