{{ config(
    enabled=var('scored_matching'),
    materialized='fixpoint',
    initial='int_identity__match_start',
    settled_by='iteration',
    max_iterations=200,
) }}
-- depends_on: {{ ref('int_identity__match_start') }} {{ ref('int_identity__model_fit') }}

-- Grain: one row per field and level: its share in each class of pairs, unrelated (u), match (m),
-- household (h) and namesake (n), learned by expectation and maximisation on the counts of
-- patterns; rows '', one for each of pair_situations, hold the sizes of all classes (u: all pairs,
-- in each row). Learning has settled when the number of matches moves by less than one in 10,000,
-- those of households and namesakes by less than one in 1,000, each with a hundredth of a pair
-- beside it (a small file may have none), or after the 120th round. What an earlier build learned
-- is kept instead while it fits the data (int_identity__model_fit).
{% set fields = firstparty.comparisons() | map(attribute='name') | list -%}
{% set kept = firstparty.kept_for_learning('int_identity__match_parameters') -%}
{% set classes = ['m', 'h', 'n', 'j', 't', 'a'] -%}
{% set listed_fields = [('',)] -%}
{% for field in fields -%}
    {% do listed_fields.append((field,)) -%}
{% endfor -%}

with previous as (select * from {{ firstparty.fixpoint_previous() }}),

{% if kept -%}
    model_fit as (select * from {{ ref('int_identity__model_fit') }}),

    {{ firstparty.kept_parameters('previous', kept, 'model_fit') }},

    int_identity__match_parameters as (select * from kept)

{% else -%}
    patterns as (select * from {{ ref('int_identity__patterns') }}),

    level_frequencies as (select * from {{ ref('int_identity__level_frequencies') }}),

    {{ firstparty.class_posterior('patterns', 'previous') }},

    listed_fields (field) as (
        {{ firstparty.literal_rows(listed_fields) }}
    ),

    levelled as (
        select
            posterior.*,
            listed_fields.field,
            case listed_fields.field
                when '' then {{ firstparty.pair_situation('posterior') }}
                {% for field in fields -%}
                    when '{{ field }}' then posterior.{{ field }}
                {% endfor -%}
            end as level
        from posterior
        cross join listed_fields
    ),

    -- One pass over the patterns for all fields, and for the sizes of the classes (rows '').
    counted as (
        select
            field,
            level,
            {{ firstparty.expected_counts(classes) }}
        from levelled
        group by field, level
    ),

    expected as (
        select
            previous.*,
            {% for class in classes -%}
                coalesce(counted.{{ class }}, 0) as expected_{{ class }},
            {% endfor -%}
            level_frequencies.family,
            level_frequencies.kind,
            level_frequencies.u_observed,
            level_frequencies.match_prior
        from previous
        left join level_frequencies
            on previous.field = level_frequencies.field and previous.level = level_frequencies.level
        left join counted on previous.field = counted.field and previous.level = counted.level
    ),

    -- What rows '' say beside every other row, rather than joined to it: Spark would count it anew
    -- for each join.
    sized as (
        select
            *,
            {% for class in ['m', 'h', 'n'] -%}
                cast(sum(cast(
                    case when field = '' then {{ class }} end as decimal(38, 9)
                )) over () as double) as size_{{ class }}_before,
                cast(sum(cast(
                    case when field = '' then expected_{{ class }} end as decimal(38, 9)
                )) over () as double) as size_{{ class }},
            {% endfor -%}
            max(case when field = '' then u end) over () as all_pairs
        from expected
    ),

    {{ firstparty.maximised_shares('sized') }},

    judged as (
        select
            maximised.*,
            maximised.iteration >= 8
            and (maximised.iteration >= 120 or (
                abs(maximised.size_m - maximised.size_m_before)
                <= 1e-4 * maximised.size_m_before + 0.01
                and abs(maximised.size_h - maximised.size_h_before)
                <= 1e-3 * maximised.size_h_before + 0.01
                and abs(maximised.size_n - maximised.size_n_before)
                <= 1e-3 * maximised.size_n_before + 0.01
            )) as is_settled
        from maximised
    ),

    int_identity__match_parameters as (
        select
            case when is_settled then iteration else iteration + 1 end as iteration,
            field,
            level,
            {% for class in ['u'] + classes -%}
                case when is_settled then {{ class }} else next_{{ class }} end as {{ class }},
            {% endfor -%}
            definition_fingerprint,
            data_fingerprint,
            trained_at,
            record_count,
            pair_count
        from judged
    )

{% endif -%}

select * from int_identity__match_parameters
