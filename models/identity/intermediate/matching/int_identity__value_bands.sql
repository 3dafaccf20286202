{{ config(
    enabled=var('scored_matching'),
    materialized='maintained',
    key=['field', 'value_text'],
    reads_before=['int_identity__value_bands'],
) }}

-- Grain: one row per field with bands of frequency, and value that a record has: its band, and what
-- an agreement on it says beyond the average of the band, as they were when they were learned, and
-- how many records had it then (0 for a value that came later: its band is of the day it came).
-- Like the other parameters they are kept from build to build (vars match_model, match_model_drift)
-- until the values of a field are spread another way, so that one more Smith does not change what
-- is known of all the others.
{% set before = firstparty.kept_bands() -%}

with frequencies as (select * from {{ ref('int_identity__value_frequencies') }}),

{% if before -%}
    earlier as (select * from {{ before }}),

    totals as (
        select
            coalesce(earlier_totals.field, current_totals.field) as field,
            coalesce(earlier_totals.learned_count, 0) as learned_count,
            coalesce(current_totals.record_count, 0) as record_count
        from (
            select
                field,
                cast(sum(learned_count) as decimal(38, 0)) as learned_count
            from earlier
            group by field
        ) as earlier_totals
        full join (
            select
                field,
                cast(sum(record_count) as decimal(38, 0)) as record_count
            from frequencies
            group by field
        ) as current_totals
            on earlier_totals.field = current_totals.field
    ),

    moved as (
        select
            totals.field,
            max(totals.learned_count) as learned_count,
            max(totals.record_count) as record_count,
            sum(abs(
                coalesce(earlier.learned_count, 0) * totals.record_count
                - coalesce(frequencies.record_count, 0) * totals.learned_count
            )) as twice_moved
        from earlier
        full join frequencies
            on earlier.field = frequencies.field and earlier.value_text = frequencies.value_text
        inner join totals on coalesce(earlier.field, frequencies.field) = totals.field
        group by totals.field
    ),

    kept_fields as (
        select field
        from moved
        where
            learned_count > 0
            and record_count > 0
            and cast(twice_moved as double)
            <= 2.0 * {{ var('match_model_drift') }} * learned_count * record_count
    ),

{% endif -%}

int_identity__value_bands as (
    select
        frequencies.field,
        frequencies.value_text,
        {% if before -%}
            case
                when kept_fields.field is null then frequencies.record_count
                else coalesce(earlier.learned_count, 0)
            end as learned_count,
            case
                when kept_fields.field is null or earlier.band is null then frequencies.band
                else earlier.band
            end as band,
            case
                when kept_fields.field is null or earlier.band is null then frequencies.adjustment
                else earlier.adjustment
            end as adjustment
        {%- else -%}
            frequencies.record_count as learned_count,
            frequencies.band,
            frequencies.adjustment
        {%- endif %}
    from frequencies
    {% if before -%}
        left join earlier
            on frequencies.field = earlier.field and frequencies.value_text = earlier.value_text
        left join kept_fields on frequencies.field = kept_fields.field
    {%- endif %}
)

select * from int_identity__value_bands
