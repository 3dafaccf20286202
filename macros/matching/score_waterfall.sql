{#-
    The CTEs that tell how the weight of pairs of records came about, ending in `score_waterfall`: for each pair one row for each
    step, with what it adds (nats), the sum so far (total) and, on the last row, the verdict in words; on every row the probability
    of each kind of pair. Any two records can be asked about, compared in the build or not. Odds are told against the class that explains the pair best after a match; what
    the other classes take away is a step of its own. Takes the names of four CTEs: pairs (left_number < right_number),
    records (int_identity__match_records), parameters (int_identity__match_parameters), levels (int_identity__level_frequencies).
-#}
{% macro score_waterfall(pairs, records, parameters, levels) -%}
    {%- set fields = firstparty.comparisons() -%}
    {%- set adjusted_weight = firstparty.adjusted_weight('rated', 'compared_pairs') -%}
    {%- set households = 'rated.share_h + rated.share_j + rated.share_t + rated.share_a' -%}
    {%- set rivals = {
        'u': 'strangers', 'h': 'two of a household', 'n': 'namesakes', 'j': 'namesakes at home', 't': 'twins',
        'a': 'two behind one account',
    } -%}
{{ firstparty.compared_pairs(pairs, records, records) }},

asked_patterns as (
    select
        pattern,
        1 as pair_count,
        {{ firstparty.pattern_levels('pattern') }}
    from (select distinct compared_pairs.pattern from compared_pairs) as distinct_patterns
),

{{ firstparty.class_posterior('asked_patterns', parameters) }},

told as (
    select
        posterior.*,
        {% for class in rivals -%}
            size_m - size_{{ class }} as size_over_{{ class }},
        {% endfor -%}
        case
            {% for class in (rivals | list)[:-1] -%}
                when share_{{ class }} = greatest({% for other in rivals %}share_{{ other }}{{ ", " if not loop.last }}{% endfor %}) then '{{ class }}'
            {% endfor -%}
            else '{{ rivals | list | last }}'
        end as rival
    from posterior
),

rated as (
    select
        *,
        {%- for name in ['size_over', 'ln'] %}
            case rival
                {% for class in rivals -%}
                    when '{{ class }}' then {{ name }}_{{ class }}
                {% endfor -%}
            end as {{ name }}_rival,
        {%- endfor %}
        case rival
            {% for class, words in rivals.items() -%}
                when '{{ class }}' then '{{ words }}'
            {% endfor -%}
        end as rival_words
    from told
),

spoken as (
    {% for field in fields -%}
        {{ "union all" if not loop.first }}
        select
            rated.pattern,
            cast({{ loop.index }} as integer) as place,
            '{{ field.name }}' as field,
            levels.label,
            {{ parameters }}.m > {{ parameters }}.u as is_agreement,
            ln({{ parameters }}.m / case rated.rival
                {% for class in rivals -%}
                    when '{{ class }}' then {{ parameters }}.{{ firstparty.class_with_shares(class, field) }}
                {% endfor -%}
            end) as nats
        from rated
        inner join {{ parameters }}
            on {{ parameters }}.field = '{{ field.name }}' and rated.{{ field.name }} = {{ parameters }}.level
        inner join {{ levels }} as levels
            on levels.field = '{{ field.name }}' and rated.{{ field.name }} = levels.level
    {% endfor -%}
),

summaries as (
    select
        pattern,
        {{ firstparty.ordered_text_list("case when is_agreement then field || ' (' || label || ')' end", "', '", 'place') }} as alike,
        {{ firstparty.ordered_text_list("case when not is_agreement then field || ' (' || label || ')' end", "', '", 'place') }} as unlike
    from spoken
    group by pattern
),

steps as (
    select
        compared_pairs.left_number,
        compared_pairs.right_number,
        spoken.place as step,
        spoken.field || ': ' || spoken.label as what,
        spoken.nats
    from compared_pairs
    inner join spoken on compared_pairs.pattern = spoken.pattern
    {% for step, what, nats in [
        (0, "'pairs of one person against ' || rated.rival_words", 'rated.size_over_rival'),
        (101, "'the other explanations together'",
            'rated.odds / 1e6 - (rated.ln_m - rated.ln_rival)'),
        (102, "'only one kind of evidence'", '(rated.weight - rated.odds) / 1e6'),
        (103, "'how rare the equal values are'", '(' ~ adjusted_weight ~ ' - rated.weight) / 1e6'),
        (104, "'held between -8 and 12'",
            '(' ~ firstparty.pair_weight('rated', 'compared_pairs') ~ ' - (' ~ adjusted_weight ~ ')) / 1e6'),
    ] -%}
        union all
        select
            compared_pairs.left_number,
            compared_pairs.right_number,
            {{ step }} as step,
            {{ what }} as what,
            {{ nats }} as nats
        from compared_pairs
        inner join rated on compared_pairs.pattern = rated.pattern
        {% if step > 100 -%}
            where abs({{ nats }}) >= 0.0005
        {% endif -%}
    {% endfor -%}
),

score_waterfall as (
    select
        steps.left_number,
        steps.right_number,
        steps.step,
        steps.what,
        cast(steps.nats as decimal(9, 3)) as nats,
        cast(sum(steps.nats) over (
            partition by steps.left_number, steps.right_number order by steps.step
        ) as decimal(9, 3)) as total,
        rated.share_m as match_probability,
        {{ households }} as household_probability,
        rated.share_n as namesake_probability,
        rated.share_u as unrelated_probability,
        case
            when
                steps.step
                = max(steps.step) over (partition by steps.left_number, steps.right_number)
                then
                    'Alike: ' || coalesce(summaries.alike, 'nothing')
                    || case when summaries.unlike is null then '' else '; unlike: ' || summaries.unlike end
                    || '. ' || case
                        when rated.share_m >= 0.5 then 'One person'
                        when {{ households }} >= 0.5 then 'Two of a household'
                        when rated.share_n >= 0.5 then 'Namesakes'
                        when rated.share_u >= 0.5 then 'Strangers'
                        else 'Nothing is likely'
                    end
                    || ': one person ' || cast(cast(100 * rated.share_m as decimal(5, 1)) as string)
                    || ' %, household '
                    || cast(cast(100 * ({{ households }}) as decimal(5, 1)) as string)
                    || ' %, namesakes ' || cast(cast(100 * rated.share_n as decimal(5, 1)) as string)
                    || ' %, strangers ' || cast(cast(100 * rated.share_u as decimal(5, 1)) as string) || ' %.'
        end as verdict
    from steps
    inner join compared_pairs
        on steps.left_number = compared_pairs.left_number and steps.right_number = compared_pairs.right_number
    inner join rated on compared_pairs.pattern = rated.pattern
    left join summaries on compared_pairs.pattern = summaries.pattern
)
{%- endmacro %}
