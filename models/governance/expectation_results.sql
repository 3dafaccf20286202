-- One row per check and run, failed or not; append-only. A run is one judgement of all three
-- suites, and its number goes up by one when the judgement differs in anything (a verdict, a
-- count, the day, the checks themselves) from the run before: building twice over the same data
-- adds nothing, and a verdict that comes back after another is a run of its own. A run of which a
-- killed build stored a part is completed by the next. Stored before activation_gate acts on it, so
-- that the run that stopped a build can be read afterwards.
{{ config(
    materialized='incremental',
    incremental_strategy=firstparty.log_strategy(),
    unique_key='expectation_result_id',
    full_refresh=false,
    on_schema_change='fail',
) }}

with

{% for suite in ['landed', 'identity', 'publish'] -%}
    {{ suite }}_expectations as (
        select * from {{ ref('int_governance__' ~ suite ~ '_expectations') }}
    ),

{% endfor -%}
all_expectations as (
    {% for suite in ['landed', 'identity', 'publish'] -%}
        select
            suite,
            expectation,
            table_name,
            column_name,
            expectation_type,
            severity,
            is_success,
            unexpected_count,
            element_count,
            problem
        from {{ suite }}_expectations
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
),

judged_expectations as (
    select
        *,
        {{ firstparty.to_hex_sha256(
            "concat_ws('|', suite, table_name, expectation, expectation_type, severity, cast(is_success as string), "
            ~ "coalesce(cast(unexpected_count as string), ''), coalesce(cast(element_count as string), ''), "
            ~ "coalesce(problem, ''))"
        ) }} as result_digest
    from all_expectations
),

judgements as (
    select
        {{ firstparty.to_hex_sha256(
            "cast(" ~ firstparty.as_of() ~ " as string) || " ~ firstparty.sorted_text_list('result_digest')
        ) }} as judgement_digest
    from judged_expectations
),

stored_runs as (
    select
        cast(0 as bigint) as run_number,
        '' as judgement_digest
    {% if is_incremental() -%}
        union
        select
            run_number,
            judgement_digest
        from {{ this }}
    {%- endif %}
),

last_run_numbers as (
    select max(run_number) as run_number from stored_runs
),

last_runs as (
    select
        stored_runs.run_number,
        stored_runs.judgement_digest
    from stored_runs
    inner join last_run_numbers on stored_runs.run_number = last_run_numbers.run_number
),

runs as (
    select
        case
            when judgements.judgement_digest = last_runs.judgement_digest then last_runs.run_number
            else last_runs.run_number + 1
        end as run_number,
        judgements.judgement_digest
    from judgements
    cross join last_runs
),

expectation_results as (
    select
        {{ firstparty.to_hex_sha256(
            "concat_ws('|', cast(runs.run_number as string), judged_expectations.suite, "
            ~ "judged_expectations.table_name, judged_expectations.expectation)"
        ) }} as expectation_result_id,
        {{ firstparty.to_hex_sha256(
            "cast(runs.run_number as string) || '|' || runs.judgement_digest"
        ) }} as run_id,
        runs.run_number,
        runs.judgement_digest,
        {{ firstparty.as_of() }} as as_of,
        judged_expectations.suite,
        judged_expectations.expectation,
        judged_expectations.table_name,
        judged_expectations.column_name,
        judged_expectations.expectation_type,
        judged_expectations.severity,
        judged_expectations.is_success,
        judged_expectations.unexpected_count,
        judged_expectations.element_count,
        judged_expectations.problem
    from judged_expectations
    cross join runs
)

select expectation_results.*
from expectation_results
{% if is_incremental() -%}
    left join {{ this }} as stored_results
        on expectation_results.expectation_result_id = stored_results.expectation_result_id
    where stored_results.expectation_result_id is null
{%- endif %}
