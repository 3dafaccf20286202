{#-
    An earlier build of 100 records learned 10 matches, 20 pairs of households and 5 of namesakes, and counted pairs on the two
    levels of a field. Today there are 200 records. What was learned is kept while up to a twentieth of the field's pairs
    are on another level: half of what the two shares differ by, summed; what is known of pairs (rows '') is such a field too.
    Matches and households then grow twofold, namesakes fourfold, in every situation, all pairs are those of today, and the shares
    of levels stay. In the second situation everything is a tenth.
-#}
{%- set cases = [
    {'name': 'as it was', 'earlier': [60, 40], 'today': [600, 400], 'is_kept': true},
    {'name': 'less than a twentieth', 'earlier': [60, 40], 'today': [64, 36], 'is_kept': true},
    {'name': 'more', 'earlier': [60, 40], 'today': [66, 34], 'is_kept': false},
    {'name': 'no pair speaks any more', 'earlier': [60, 40], 'today': [0, 0], 'is_kept': false},
    {'name': 'no pair ever spoke', 'earlier': [0, 0], 'today': [0, 0], 'is_kept': true},
    {'name': 'more is known of pairs', 'earlier': [60, 40], 'today': [60, 40], 'known_today': 0.1, 'is_kept': false},
    {'name': 'a little more is known', 'earlier': [60, 40], 'today': [60, 40], 'known_today': 0.04, 'is_kept': true},
    {'name': 'other levels', 'earlier': [60, 40], 'today': [60, 40], 'is_other': true, 'is_kept': false},
    {'name': 'no earlier build', 'earlier': none, 'today': [60, 40], 'is_kept': false},
] -%}
with {% for case in cases -%}
    {%- set case_number = loop.index -%}
    {%- for build, pair_counts, known_share, record_count, all_pairs in [
        ('earlier', case.earlier or [0, 0], 0, 100, 4950), ('today', case.today, case.known_today or 0, 200, 19900),
    ] -%}
        {{ build }}_{{ case_number }} as (
            {% for level, part, known in [(0, 1, 1 - known_share), (1, 0.1, known_share)] -%}
                select
                    9 as iteration,
                    '' as field,
                    {{ level }} as level,
                    cast({{ all_pairs }} as double) as u,
                    cast({{ 10 * part }} as double) as m,
                    cast({{ 20 * part }} as double) as h,
                    cast({{ 5 * part }} as double) as n,
                    cast({{ 2 * part }} as double) as j,
                    cast({{ 1 * part }} as double) as t,
                    cast({{ 3 * part }} as double) as a,
                    '{{ build if case.is_other else firstparty.comparisons_fingerprint() }}' as definition_fingerprint,
                    'data' as data_fingerprint,
                    cast('2026-01-01' as timestamp) as trained_at,
                    cast({{ record_count }} as bigint) as record_count,
                    cast({{ (pair_counts | sum * known) | round | int }} as bigint) as pair_count
                union all
            {% endfor -%}
            {% for pair_count in pair_counts -%}
                select
                    9 as iteration,
                    'gender' as field,
                    {{ loop.index }} as level,
                    0.5 as u,
                    0.9 as m,
                    0.5 as h,
                    0.5 as n,
                    null as j,
                    null as t,
                    null as a,
                    '{{ build if case.is_other else firstparty.comparisons_fingerprint() }}' as definition_fingerprint,
                    'data' as data_fingerprint,
                    cast('2026-01-01' as timestamp) as trained_at,
                    {{ record_count }} as record_count,
                    {{ pair_count }} as pair_count
                {{ "union all" if not loop.last }}
            {% endfor -%}
        ),

    {% endfor -%}
    {%- set earlier = 'earlier_' ~ case_number if case.earlier else none -%}
    judged_{{ case_number }} as (
        with {{ firstparty.kept_model('today_' ~ case_number, earlier) }},

        {% if earlier -%}
            fit as (select is_kept as is_fit from kept_model),

            {{ firstparty.kept_parameters('today_' ~ case_number, earlier, 'fit') }}
        {%- else -%}
            kept as (select * from today_{{ case_number }} where false)
        {%- endif %}

        select
            '{{ case.name }}' as case_name,
            {{ case.is_kept }} as expected,
            kept_model.is_kept as result,
            case kept.level when 1 then 0.1 else 1 end as part,
            kept.u,
            kept.m,
            kept.h,
            kept.n,
            kept.j,
            kept.t,
            kept.a,
            kept.record_count
        from kept_model
        left join kept on kept.field = ''
    ),

{% endfor -%}

results as (
    {% for case in cases -%}
        select * from judged_{{ loop.index }}
        {{ "union all" if not loop.last }}
    {% endfor -%}
),

assert_kept_parameters_cases as (
    select *
    from results
    where
        result is distinct from expected
        or (
            result
            and (
                u <> 19900
                {% for class, pair_count in {'m': 20, 'h': 40, 'n': 20, 'j': 4, 't': 2, 'a': 6}.items() -%}
                    or abs({{ class }} - {{ pair_count }} * part) > 1e-9
                {% endfor -%}
                or record_count <> 200
            )
        )
)

select * from assert_kept_parameters_cases
