-- One row per person, attribute and distinct value: who won the place in the golden record, and
-- why. Losing values are kept, so that a golden record can be questioned and a rule can be changed
-- with open eyes. The rule seed names four strategies per attribute, tried one after another; what
-- they leave equal is settled by the value's own text, so the order is total. A refused value is
-- listed, never wins.
{% set places = ['first', 'second', 'third', 'fourth'] -%}
{% set compared_columns = [
    'is_refused', 'first_rank', 'second_rank', 'third_rank', 'fourth_rank'
] -%}
with compared_values as (

    select * from {{ ref('int_profile__attribute_values_compared') }}

),

survivorship_rules as (

    select * from {{ ref('survivorship_rules') }}

),

ruled as (

    select
        compared_values.person_id,
        compared_values.attribute,
        compared_values.value,
        compared_values.source,
        compared_values.record_id,
        compared_values.record_count,
        compared_values.source_priority,
        compared_values.last_seen_at,
        compared_values.completeness,
        compared_values.is_refused,
    {% for place in places -%}
        survivorship_rules.{{ place }}_by,
        {{ firstparty.survivorship_rank('survivorship_rules.' ~ place ~ '_by') }}
            as {{ place }}_rank
        {{- ',' if not loop.last }}
    {% endfor %}
    from compared_values
    inner join survivorship_rules
        on compared_values.attribute = survivorship_rules.attribute

),

ranked as (

    select
        *,
        row_number() over (
            partition by person_id, attribute
            order by is_refused, first_rank, second_rank, third_rank, fourth_rank, value
        ) as value_rank
    from ruled

),

-- The winner is held against the runner-up, every other value against the winner.
rivalled as (

    select
        *,
        count(*) over (partition by person_id, attribute) as value_count,
    {% for column in compared_columns -%}
        case value_rank
            when 1 then lead({{ column }}) over best_first
            else first_value({{ column }}) over best_first
        end as rival_{{ column }}
        {{- ',' if not loop.last }}
    {% endfor %}
    from ranked
    window best_first as (partition by person_id, attribute order by value_rank)

),

profile_attribute_values as (

    select
        cast(person_id as string) as person_id,
        cast(attribute as string) as attribute,
        cast(value as string) as value,
        cast(value_rank = 1 and not is_refused as boolean) as is_winner,
        cast(value_rank as bigint) as value_rank,
        cast(source as string) as source,
        cast(record_id as string) as record_id,
        cast(record_count as bigint) as record_count,
        cast(source_priority as bigint) as source_priority,
        cast(last_seen_at as timestamp) as last_seen_at,
        cast(completeness as bigint) as completeness,
        cast(is_refused as boolean) as is_refused,
        cast(
            case
                when is_refused then 'refused by identity'
                when value_count = 1 then 'only value'
                when rival_is_refused then 'only value not refused'
                {% for place in places -%}
                    when {{ place }}_rank < rival_{{ place }}_rank then 'won by ' || {{ place }}_by
                    when {{ place }}_rank > rival_{{ place }}_rank then 'lost by ' || {{ place }}_by
                {% endfor -%}
                when value_rank = 1 then 'won by value order'
                else 'lost by value order'
            end as string
        ) as why
    from rivalled

)

select * from profile_attribute_values
