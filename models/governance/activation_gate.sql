-- One row per suite, when every critical check of the run holds; otherwise building this model
-- fails, and with it `dbt build`. All that activation publishes depends on this model, so after a
-- failure dbt skips it and the last good tables stay. The message names suite, check, table and
-- number of rows, what the brake measured and which rules were the cause, and never a value. The
-- verdict is read from this run, not from the newest stored run; expectation_results is named only
-- so that the results are stored before the build stops.
-- depends_on: {{ ref('expectation_results') }}
with

{% for suite in ['landed', 'identity', 'publish'] -%}
    {{ suite }}_expectations as (
        select * from {{ ref('int_governance__' ~ suite ~ '_expectations') }}
    ),

{% endfor -%}
verdicts as (
    {% for suite in ['landed', 'identity', 'publish'] -%}
        select
            '{{ suite }}' as suite,
            count(suite) as expectation_count,
            count(case when not is_success and severity = 'warning' then 1 end) as warning_count,
            count(case when not is_success and severity = 'critical' then 1 end) as failure_count,
            {{ firstparty.sorted_text_list(
                "case when not is_success and severity = 'critical' then suite || ' / ' || expectation || ' / ' "
                ~ "|| table_name || ' / ' || coalesce(cast(unexpected_count as string) || ' rows', problem, 'failed') end",
                "'; '"
            ) }} as failures
        from {{ suite }}_expectations
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
),

all_verdicts as (
    select
        sum(failure_count) as failure_count,
        {{ firstparty.sorted_text_list('failures', "'; '") }} as failures,
        {{ firstparty.sorted_text_list(
            "case when expectation_count = 0 then suite end", "', '"
        ) }} as silent_suites
    from verdicts
),

brake_measures as (
    select * from {{ ref('int_governance__brake_measures') }}
),

brakes as (
    select
        {{ firstparty.sorted_text_list(
            "'; ' || measure || ' of ' || subject || ': ' || cast(moved_count as string) || ' of ' "
            ~ "|| cast(compared_count as string) || ' (' || coalesce(causes, 'no edge of theirs changed') "
            ~ "|| '), see identity_moves'", "''"
        ) }} as brake_message
    from brake_measures
    where is_over and release_reason is null
),

activation_gate as (
    select
        verdicts.suite,
        verdicts.expectation_count,
        verdicts.warning_count,
        case
            when all_verdicts.failure_count > 0
                then
                    {{ firstparty.stop_with_message(
                        "'activation gate: ' || cast(all_verdicts.failure_count as string) "
                        ~ "|| ' critical expectation(s) failed, nothing was published "
                        ~ "(suite / expectation / table / count): ' || all_verdicts.failures "
                        ~ "|| coalesce(brakes.brake_message, '')"
                    ) }}
            when all_verdicts.silent_suites is not null
                then
                    {{ firstparty.stop_with_message(
                        "'activation gate: no results of suite(s) ' || all_verdicts.silent_suites"
                    ) }}
            else 'open'
        end as verdict
    from verdicts
    cross join all_verdicts
    cross join brakes
)

select * from activation_gate
